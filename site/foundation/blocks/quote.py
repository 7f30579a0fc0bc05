"""What somebody has said."""

import re

from wagtail.blocks import CharBlock, StructBlock, StructValue, TextBlock

_OPENING_MARKS = re.compile(r"^[\s\-–—‒‑]+")


class Quote(StructValue):
    """A quotation with, where known, who said it and in what role."""

    @property
    def paragraphs(self) -> list[str]:
        """The words without the mark of speech, which is the template's to write."""
        text = _OPENING_MARKS.sub("", self.get("text") or "")
        return [line.strip() for line in text.splitlines() if line.strip()]


class QuoteBlock(StructBlock):
    """A quotation set off from the text."""

    text = TextBlock(
        label="Citat",
        rows=3,
        help_text="Det personen har sagt, ordagrant. Skriv inget talstreck: det läggs till.",
    )
    speaker = CharBlock(
        label="Vem",
        required=False,
        max_length=120,
        help_text="Namnet på den som säger det.",
    )
    role = CharBlock(
        label="Roll",
        required=False,
        max_length=160,
        help_text="Till exempel: verksamhetschef, enheten för sysselsättning.",
    )

    class Meta:
        value_class = Quote
        template = "blocks/quote.html"
        icon = "openquote"
        label = "Citat"
        label_format = "{speaker}: {text}"
        description = "Någons egna ord, med namn och roll."
        form_layout = ["text", "speaker", "role"]
        preview_value = {
            "text": "Så här ser ett citat ut på sidan.",
            "speaker": "Förnamn Efternamn",
            "role": "exempel på roll",
        }
