from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0001_pages_as_they_are_searched"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="posting", name="search_posting_key"),
        migrations.AddIndex(
            model_name="posting",
            index=models.Index(fields=["key", "weight", "document"], name="search_posting_key"),
        ),
    ]
