"""The words of the domain that residents and the plan use for the same thing."""

from django.db import migrations

FIRST = (
    "VINR, våld i nära relationer",
    "NTU, nationella trygghetsundersökningen",
    "Brå, brottsförebyggande rådet",
    "narkotika, droger, knark",
    "ungdomar, unga, tonåringar",
    "otrygghet, rädsla",
    "belysning, lampor, gatlyktor",
    "polis, kommunpolis",
)


def add(apps, schema_editor):
    """Put them in a new list."""
    synonyms = apps.get_model("search", "Synonyms")
    synonyms.objects.bulk_create(synonyms(terms=terms) for terms in FIRST)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_pages_as_they_are_searched")]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
