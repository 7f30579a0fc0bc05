"""A page, saved or not, as what an editor has written on it.

What the form of its type asks for is read, whatever the type. What stays in the admin is not, and
neither are addresses, dates and choices.
"""

from collections.abc import Iterator
from functools import singledispatch

from django.db import models
from wagtail.blocks import (
    Block,
    CharBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import COMMENTS_RELATION_NAME

from foundation.blocks import (
    DocumentBlock,
    ForeignPassageBlock,
    HeadingBlock,
    KeyFigureBlock,
    LinkBlock,
    NoteBlock,
    QuoteBlock,
)
from foundation.pages import BasePage
from foundation.plain_language.parts import (
    Heading,
    KeyFigure,
    Link,
    Paragraph,
    Part,
    Picture,
    Place,
    Table,
    Text,
    Words,
    Written,
    paragraphs_of_html,
    paragraphs_of_lines,
)

# Words for programs, and facts that are looked at for the page as a whole.
NOT_READ = frozenset({"slug", "source_text"})
# What search engines show instead of the text is no part of it.
BESIDE_THE_TEXT = frozenset({"search_description"})


def written_on(page: BasePage) -> Written:
    """What the page says, in the order of its form."""
    form = page.get_edit_handler().get_form_class()
    parts = list(_fields(page, form.base_fields))
    for relation, formset in form.formsets.items():
        if relation in (COMMENTS_RELATION_NAME, *page.internal_fields):
            continue
        for row in getattr(page, relation).all():
            name = str(row._meta.verbose_name)
            parts += _fields(row, formset.form.base_fields, Place(_capital(name), (relation,)))
    return Written(
        tuple(parts),
        language=page.written_in,
        safe=page.in_safe_branch,
        has_source=bool(page.source_text.strip()),
    )


def _fields(row: models.Model, names: dict, place: Place | None = None) -> Iterator[Part]:
    fields = {field.name: field for field in row._meta.concrete_fields}
    for name in names:
        if name in NOT_READ or name in getattr(row, "internal_fields", ()):
            continue
        field = fields.get(name)
        if field is None:
            continue
        label = _capital(str(field.verbose_name))
        here = place.within(name, label) if place else Place(label, (name,))
        if name in (*BESIDE_THE_TEXT, *getattr(row, "verbatim_fields", ())):
            yield Words(here, field.value_from_object(row) or "")
        else:
            yield from _field(field, field.value_from_object(row), here)


def _field(field: models.Field, value: object, place: Place) -> Iterator[Part]:
    if isinstance(field, StreamField):
        yield from parts_of(value.stream_block, value, place)
    elif isinstance(field, RichTextField):
        yield Text(place, paragraphs_of_html(value or ""))
    elif isinstance(field, models.TextField):
        yield Text(place, paragraphs_of_lines(value or ""))
    elif type(field) is models.CharField and not field.choices and value:
        yield Words(place, value)


@singledispatch
def parts_of(block: Block, value: object, place: Place) -> Iterator[Part]:
    """What a block holds: nothing to read, unless said otherwise below."""
    yield from ()


@parts_of.register
def _(block: StreamBlock, value, place: Place) -> Iterator[Part]:
    for child in value:
        yield from parts_of(
            child.block, child.value, place.within(child.id or "", child.block.label)
        )


@parts_of.register
def _(block: ListBlock, value, place: Place) -> Iterator[Part]:
    for child in value.bound_blocks:
        yield from parts_of(child.block, child.value, place.within(child.id or ""))


@parts_of.register
def _(block: StructBlock, value, place: Place) -> Iterator[Part]:
    for name, child in block.child_blocks.items():
        if value.get(name) is not None:
            yield from parts_of(child, value[name], place.within(name))


@parts_of.register
def _(block: RichTextBlock, value, place: Place) -> Iterator[Part]:
    yield Text(place, paragraphs_of_html(value.source))


@parts_of.register(TextBlock)
def _(block: TextBlock, value: str, place: Place) -> Iterator[Part]:
    yield Text(place, paragraphs_of_lines(value))


@parts_of.register(CharBlock)
@parts_of.register(NoteBlock)
def _(block: Block, value: str, place: Place) -> Iterator[Part]:
    yield Words(place, value or "")


@parts_of.register
def _(block: HeadingBlock, value, place: Place) -> Iterator[Part]:
    yield Heading(place, value.get("text") or "", 3 if value.get("level") == "h3" else 2)


@parts_of.register
def _(block: QuoteBlock, value, place: Place) -> Iterator[Part]:
    yield Text(place, tuple(map(Paragraph, value.paragraphs)), verbatim=True)
    yield Words(place, f"{value.get('speaker') or ''} · {value.get('role') or ''}")


@parts_of.register
def _(block: ImageBlock, value, place: Place) -> Iterator[Part]:
    if value:
        yield Picture(place, value.contextual_alt_text or "", bool(value.decorative))


@parts_of.register
def _(block: TypedTableBlock, value, place: Place) -> Iterator[Part]:
    if value and value.columns:
        yield Table(place, value.caption or "", tuple(one["heading"] for one in value.columns))
        cells = [str(cell.value or "") for row in value.rows for cell in row]
        yield Words(place, " · ".join(cells))


@parts_of.register
def _(block: KeyFigureBlock, value, place: Place) -> Iterator[Part]:
    if not value.get("indicator"):
        yield KeyFigure(place, value.get("value") or "", value.get("source") or "")
    yield Words(place, value.get("explanation") or "")


@parts_of.register
def _(block: LinkBlock, value, place: Place) -> Iterator[Part]:
    own = [f"{kind}:{value[kind].pk}" for kind in ("page", "document") if value.get(kind)]
    yield Link(place, value.get("label") or "", value.get("url") or next(iter(own), ""))


@parts_of.register
def _(block: DocumentBlock, value, place: Place) -> Iterator[Part]:
    if value.get("text"):
        document = value.get("document")
        yield Link(place, value["text"], f"document:{document.pk}" if document else "")


@parts_of.register
def _(block: ForeignPassageBlock, value, place: Place) -> Iterator[Part]:
    if value.get("text"):
        said = paragraphs_of_html(value["text"].source)
        yield Words(place, "\n".join(paragraph.text for paragraph in said))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
