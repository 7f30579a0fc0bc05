"""Running text."""

from wagtail.blocks import RichTextBlock

# What running text may hold. Headings, pictures and tables are blocks of their own.
TEXT_FEATURES = ["bold", "italic", "english-words", "link", "document-link", "ul", "ol"]


class ParagraphBlock(RichTextBlock):
    """Text in paragraphs and lists, with links."""

    def __init__(self, features: list[str] | None = None, **kwargs) -> None:
        super().__init__(features=features or TEXT_FEATURES, **kwargs)

    class Meta:
        template = "blocks/paragraph.html"
        icon = "pilcrow"
        label = "Text"
        description = (
            "Löpande text med fetstil, länkar och listor. Länka en siffra (”12 procent”) till en "
            "indikator, så följer den indikatorns senaste värde."
        )
        preview_value = (
            "<p>Invånarna ska känna sig <b>trygga</b> när de är ute. Därför samarbetar kommunen med "
            '<a href="https://www.example.com/">näringslivet</a>.</p>'
            "<ul><li>Bättre belysning</li><li>Fler vuxna ute på kvällarna</li></ul>"
        )
