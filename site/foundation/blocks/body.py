"""All blocks together: what editors write the body of a page with."""

from wagtail.blocks import StreamBlock, StreamValue

from foundation.blocks.document import DocumentBlock
from foundation.blocks.fact_box import FactBoxBlock
from foundation.blocks.foreign_passage import ForeignPassageBlock
from foundation.blocks.heading import HeadingBlock
from foundation.blocks.help_contacts import HelpContactsBlock
from foundation.blocks.key_figure import KeyFigureBlock
from foundation.blocks.link_list import LinkListBlock
from foundation.blocks.note import NoteBlock
from foundation.blocks.paragraph import ParagraphBlock
from foundation.blocks.picture import PictureBlock
from foundation.blocks.quote import QuoteBlock
from foundation.blocks.table import TableBlock

# Addresses within the page that its frame already uses.
TAKEN_ANCHORS = {"innehall"}

TEXT, FACTS, LINKS, EDITORS = "Text", "Fakta och bild", "Länkar och kontakter", "För redaktörer"


class BodyBlock(StreamBlock):
    """The body of a page."""

    heading = HeadingBlock(group=TEXT)
    paragraph = ParagraphBlock(group=TEXT)
    quote = QuoteBlock(group=TEXT)
    foreign_passage = ForeignPassageBlock(group=TEXT)
    picture = PictureBlock(group=FACTS)
    key_figure = KeyFigureBlock(group=FACTS)
    fact_box = FactBoxBlock(group=FACTS)
    table = TableBlock(group=FACTS)
    link_list = LinkListBlock(group=LINKS)
    document = DocumentBlock(group=LINKS)
    help_contacts = HelpContactsBlock(group=LINKS)
    note = NoteBlock(group=EDITORS)

    def get_context(self, value: StreamValue, parent_context: dict | None = None) -> dict:
        """Give every heading an address of its own within the page."""
        taken = set(TAKEN_ANCHORS)
        for child in value:
            if child.block_type == "heading":
                child.value.anchor = _free(child.value.slug, taken)
                taken.add(child.value.anchor)
        return super().get_context(value, parent_context=parent_context)

    class Meta:
        template = "blocks/body.html"
        label = "Innehåll"
        icon = "doc-full"
        required = False


def _free(anchor: str, taken: set[str]) -> str:
    if anchor not in taken:
        return anchor
    number = 2
    while f"{anchor}-{number}" in taken:
        number += 1
    return f"{anchor}-{number}"
