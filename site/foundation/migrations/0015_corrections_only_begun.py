from django.db import migrations, models


class Migration(migrations.Migration):
    """A draft keeps a row that an editor has only begun."""

    dependencies = [
        ("foundation", "0014_help_contacts_checked_as_exactly_as_known"),
    ]

    operations = [
        migrations.AlterField(
            model_name="correction",
            name="corrected_on",
            field=models.DateField(null=True, verbose_name="rättat den"),
        ),
    ]
