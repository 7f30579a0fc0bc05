"""Text in another language than Swedish."""

from wagtail.blocks import ChoiceBlock, StructBlock, StructValue

from foundation.blocks.paragraph import ParagraphBlock
from foundation.languages import Language


class ForeignPassage(StructValue):
    """A passage whose language browsers and screen readers are told."""

    @property
    def direction(self) -> str:
        """The direction in which its letters run."""
        return Language(self.get("language") or Language.ENGLISH).direction


class ForeignPassageBlock(StructBlock):
    """Text in another language, read aloud as that language."""

    language = ChoiceBlock(
        label="Språk",
        choices=[(language.value, language.label) for language in Language.foreign()],
        default="en",
        search_index=False,
    )
    text = ParagraphBlock(label="Text")

    class Meta:
        value_class = ForeignPassage
        template = "blocks/foreign_passage.html"
        icon = "globe"
        label = "Text på annat språk"
        label_format = "{language}"
        description = "Text på ett annat språk, så att den uttalas och avstavas rätt."
        form_layout = ["language", "text"]
        preview_value = {
            "language": "en",
            "text": "<p>You can get help in English. Call 112 in an emergency.</p>",
        }
