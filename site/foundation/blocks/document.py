"""A file to download."""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import Model
from wagtail.blocks import CharBlock, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock

from foundation import chosen


class FileBlock(DocumentChooserBlock):
    """A file from the library."""

    def to_python(self, value: int | None) -> Model | None:
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Model | None]:
        values = list(values)
        found = chosen.fetched(chosen.documents, values)
        return [found.get(value) for value in values]


class DocumentBlock(StructBlock):
    """A link to a file that says what kind of file it is, and how large."""

    document = FileBlock(label="Dokument")
    text = CharBlock(
        label="Länktext",
        required=False,
        max_length=200,
        help_text="Lämna tomt för att visa dokumentets namn. Filtyp och storlek läggs till.",
    )

    def get_preview_value(self):
        """A file that need not exist."""
        model = apps.get_model("foundation", "SiteDocument")
        document = model(pk=0, title="Åtgärdsplanen", file="atgardsplan.pdf", file_size=90_700)
        return self.normalize({"document": document, "text": ""})

    class Meta:
        template = "blocks/document.html"
        icon = "doc-full"
        label = "Dokument"
        label_format = "{text}"
        description = "En fil att ladda ner, med filtyp och storlek."
        form_layout = ["document", "text"]
