from django.db import migrations

import foundation.precise_date


class Migration(migrations.Migration):
    """A day stays the same text: 2026-05-03. A check may now be known to the month or year."""

    dependencies = [("foundation", "0013_imports")]

    operations = [
        migrations.AlterField(
            model_name="helpcontact",
            name="verified_on",
            field=foundation.precise_date.PreciseDateField(
                "kontrollerat",
                null=True,
                blank=True,
                help_text="När någon senast såg att numret och tiderna stämmer.",
            ),
        ),
    ]
