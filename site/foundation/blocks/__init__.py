"""The parts that the body of a page is made of, one file each."""

from foundation.blocks.body import BodyBlock
from foundation.blocks.document import DocumentBlock
from foundation.blocks.fact_box import FactBoxBlock
from foundation.blocks.foreign_passage import ForeignPassageBlock
from foundation.blocks.heading import HeadingBlock
from foundation.blocks.help_contacts import HelpContactsBlock
from foundation.blocks.key_figure import KeyFigureBlock
from foundation.blocks.link_list import LinkBlock, LinkListBlock
from foundation.blocks.note import NoteBlock
from foundation.blocks.paragraph import ParagraphBlock
from foundation.blocks.picture import PictureBlock
from foundation.blocks.quote import QuoteBlock
from foundation.blocks.table import TableBlock

__all__ = [
    "BodyBlock",
    "DocumentBlock",
    "FactBoxBlock",
    "ForeignPassageBlock",
    "HeadingBlock",
    "HelpContactsBlock",
    "KeyFigureBlock",
    "LinkBlock",
    "LinkListBlock",
    "NoteBlock",
    "ParagraphBlock",
    "PictureBlock",
    "QuoteBlock",
    "TableBlock",
]
