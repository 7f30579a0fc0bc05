from django.db import migrations


def make_row(apps, schema_editor):
    """Make the one row of settings, so that reading them never writes."""
    settings = apps.get_model("foundation", "SiteSettings")
    if not settings.objects.exists():
        settings.objects.create()


class Migration(migrations.Migration):
    dependencies = [("foundation", "0001_initial")]

    operations = [migrations.RunPython(make_row, migrations.RunPython.noop, elidable=False)]
