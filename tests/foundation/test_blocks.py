"""Every block can be tried before it is chosen, and stands whatever is written in it."""

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils.html import escape
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

from foundation.blocks import BodyBlock

BODY = BodyBlock()
NAMES = list(BODY.child_blocks)
MARKUP = "<script>alert('å')</script> & \"citat\""
LONG = "Brottsförebyggandesamordnarutbildning " * 80

pytestmark = pytest.mark.django_db


def raw(block, text):
    """The raw value of a block in which every text says `text`; what is chosen is not chosen."""
    if isinstance(block, TypedTableBlock):
        return {
            "caption": text,
            "columns": [{"type": "text", "heading": text}, {"type": "number", "heading": text}],
            "rows": [{"values": [text, text]}],
        }
    if isinstance(block, ImageBlock):
        return {"image": None, "alt_text": text, "decorative": False}
    if isinstance(block, blocks.StructBlock):
        return {name: raw(child, text) for name, child in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        if isinstance(block.child_block, blocks.ChooserBlock):
            return []
        return [{"type": "item", "value": raw(block.child_block, text), "id": "1"}]
    if isinstance(block, blocks.ChooserBlock):
        return None
    if isinstance(block, blocks.RichTextBlock):
        return f"<p>{escape(text)}</p>"
    if isinstance(block, blocks.URLBlock):
        return "https://www.example.com/?a=<script>&c=d"
    if isinstance(block, blocks.ChoiceBlock | blocks.BooleanBlock):
        return block.get_default()
    return text


def shown(name, value):
    """The body as readers see it, with this one block in it."""
    return str(BODY.to_python([{"type": name, "value": value, "id": "1"}]))


def blocks_of(block):
    """The block, and all that stand in it at any depth."""
    yield block
    for child in getattr(block, "child_blocks", {}).values():
        yield from blocks_of(child)
    if isinstance(block, blocks.ListBlock):
        yield from blocks_of(block.child_block)


def written_blocks():
    """What editors put together in the site's stream fields: what they choose, and rows of lists."""
    found = {}
    for model in apps.get_models():
        for field in model._meta.get_fields():
            for block in blocks_of(field.stream_block) if isinstance(field, StreamField) else ():
                if isinstance(block, blocks.StreamBlock):
                    parts = block.child_blocks.values()
                else:
                    parts = [block.child_block] if isinstance(block, blocks.ListBlock) else []
                found |= {type(part): part for part in parts if not isinstance(part, CHOOSERS)}
    return sorted(found.values(), key=lambda block: type(block).__name__)


# The rows of a list that only names entries of a register.
CHOOSERS = blocks.ChooserBlock
WRITTEN = written_blocks()
each_block = pytest.mark.parametrize("block", WRITTEN, ids=lambda block: type(block).__name__)


def test_no_block_of_any_stream_field_is_forgotten():
    names = {type(block).__name__ for block in WRITTEN}

    assert names > {type(block).__name__ for block in BODY.child_blocks.values()}
    assert names > {"FooterColumnBlock", "FrameLinkBlock", "LinkBlock", "PictureBlock"}


@each_block
def test_an_editor_sees_what_a_block_looks_like_before_choosing_it(admin_client, block):
    page = admin_client.get(
        reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix}
    ).text

    main = page.partition("<main>")[2].partition("</main>")[0]
    assert "css/site.css" in page
    if block.name != "help_contacts":  # shows the register, which is empty here
        assert len(main.strip()) > 45


@each_block
def test_a_block_says_in_swedish_what_it_is_and_what_it_is_for(block):
    assert block.is_previewable
    assert block.get_description().endswith(".")
    assert block.label != block.name.replace("_", " ").capitalize()
    assert block.meta.icon != "placeholder"


@pytest.mark.parametrize("name", NAMES)
def test_the_blocks_of_a_body_are_offered_in_groups(name):
    assert BODY.child_blocks[name].meta.group


@pytest.mark.parametrize("name", NAMES)
def test_a_block_that_an_editor_has_only_begun_breaks_no_page(name):
    block = BODY.child_blocks[name]

    assert "None" not in shown(name, block.get_prep_value(block.get_default()))
    assert "None" not in shown(name, raw(block, ""))


@pytest.mark.parametrize("name", NAMES)
def test_markup_that_somebody_wrote_in_a_block_is_shown_and_not_run(name):
    html = shown(name, raw(BODY.child_blocks[name], MARKUP))

    assert "<script" not in html


@pytest.mark.parametrize("name", set(NAMES) - {"picture", "document", "help_contacts", "note"})
def test_no_word_is_lost_however_long_the_text_is(name):
    html = shown(name, raw(BODY.child_blocks[name], LONG))

    assert LONG.strip() in html


@pytest.mark.parametrize("name", NAMES)
def test_a_begun_block_can_be_saved_as_a_draft(name):
    block = BODY.child_blocks[name]

    block.clean_deferred(block.to_python(raw(block, "")))


def test_what_editors_note_between_them_is_on_no_page_and_in_no_index():
    value = BODY.to_python([{"type": "note", "value": "Hemligt", "id": "1"}])

    assert "Hemligt" not in str(value)
    assert "Hemligt" not in " ".join(BODY.get_searchable_content(value))
    assert "Hemligt" not in str(BODY.get_api_representation(value))
