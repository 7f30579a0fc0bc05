import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A draft keeps a row that an editor has only begun."""

    dependencies = [
        ("actionplan", "0005_reminder_of_new_values"),
        ("news", "0002_support_in_other_languages"),
    ]

    operations = [
        migrations.AlterField(
            model_name="campaignactivity",
            name="day",
            field=models.DateField(null=True, verbose_name="dag"),
        ),
        migrations.AlterField(
            model_name="campaignmeasure",
            name="measure",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="actionplan.measurepage",
                verbose_name="åtgärd",
            ),
        ),
        migrations.AlterField(
            model_name="internalactivity",
            name="day",
            field=models.DateField(null=True, verbose_name="dag"),
        ),
        migrations.AlterField(
            model_name="newsmeasure",
            name="measure",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="actionplan.measurepage",
                verbose_name="åtgärd",
            ),
        ),
    ]
