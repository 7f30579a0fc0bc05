"""A file to download."""

from django.apps import apps
from wagtail.blocks import CharBlock, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock


class DocumentBlock(StructBlock):
    """A link to a file that says what kind of file it is, and how large."""

    document = DocumentChooserBlock(label="Dokument")
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
