"""The blocks in which a body says something of its own."""

import datetime
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from foundation.blocks import BodyBlock, TableBlock
from foundation.blocks.paragraph import TEXT_FEATURES
from foundation.contacts import HelpContact
from foundation.media import SiteDocument, SiteImage
from tests.days import in_days

BODY = BodyBlock()


def shown(*blocks):
    """The body as readers see it."""
    return str(
        BODY.to_python(
            [{"type": name, "value": value, "id": str(n)} for n, (name, value) in enumerate(blocks)]
        )
    )


def heading(text, level="h2"):
    return "heading", {"text": text, "level": level}


def table(**changes):
    cells = {
        "caption": "Möten per plats",
        "columns": [{"type": "text", "heading": "Plats"}, {"type": "number", "heading": "Möten"}],
        "rows": [{"values": ["Torget", "4"]}],
        **changes,
    }
    block = TableBlock()
    return block, block.to_python({"cells": cells, "first_column_is_heading": True})


def test_a_heading_has_an_address_in_plain_letters():
    assert '<h2 id="tryggt-att-bo-har">Tryggt att bo här</h2>' in shown(
        heading("Tryggt att bo här")
    )


def test_headings_that_say_the_same_have_addresses_of_their_own():
    html = shown(heading("Mål"), heading("Mål", "h3"), heading("Innehåll"))

    assert 'h2 id="mal"' in html
    assert 'h3 id="mal-2"' in html
    assert 'id="innehall-2"' in html  # the page's own main part is innehall


def test_a_heading_without_letters_has_no_address():
    assert "<h2>…</h2>" in shown(heading("…"))


@pytest.mark.parametrize("mark", ["", "- ", "– ", "—", "-\u00a0"])
def test_a_quotation_begins_with_one_dash_whatever_the_editor_wrote(mark):
    html = shown(("quote", {"text": f"{mark}Så är det", "speaker": "Kim", "role": "lärare"}))

    assert "<p>–&nbsp;Så är det</p>" in html
    assert "<figcaption><b>Kim</b>, lärare</figcaption>" in html


def test_a_quotation_may_have_a_role_without_a_name():
    html = shown(("quote", {"text": "Så är det", "speaker": "", "role": "förälder"}))

    assert "<figcaption>förälder</figcaption>" in html


def test_a_figure_says_where_it_comes_from_and_what_time_it_is_about():
    html = shown(
        (
            "key_figure",
            {
                "value": "12 procent",
                "explanation": "avstår",
                "source": "NTU",
                "source_url": "https://www.example.com/",
                "period": "2024",
            },
        )
    )

    assert "<strong>12 procent</strong> avstår" in html
    assert ">NTU, Länk till annan webbplats</a>, 2024." in html


def test_a_figure_without_a_source_cannot_be_published():
    block = BODY.child_blocks["key_figure"]
    value = block.to_python({"value": "12 procent", "explanation": "avstår"})

    block.clean_deferred(value)
    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    assert set(refused.value.block_errors) == {"source"}


def test_a_table_tells_which_cells_are_headings_and_which_are_numbers():
    html = shown(("table", TableBlock().get_prep_value(table()[1])))

    assert "<caption>Möten per plats</caption>" in html
    assert '<th scope="col" class="number">Möten</th>' in html
    assert '<th scope="row">Torget</th>' in html
    assert '<td class="number">4</td>' in html


@pytest.mark.parametrize(
    ("flaw", "words"),
    [
        ({"caption": " "}, "tabellrubrik"),
        ({"rows": []}, "tom"),
        (
            {"columns": [{"type": "text", "heading": ""}, {"type": "text", "heading": "B"}]},
            "rubrik",
        ),
    ],
)
def test_a_table_that_cannot_be_understood_is_a_draft_at_most(flaw, words):
    block, value = table(**flaw)

    block.clean_deferred(value)
    with pytest.raises(ValidationError) as refused:
        block.clean(value)
    assert words in str(refused.value.block_errors["cells"].as_json_data())


def test_english_words_in_a_sentence_stay_marked_when_the_editor_saves_wcag_3_1_2():
    converter = ContentstateConverter(features=TEXT_FEATURES)
    html = '<p>De säger <span lang="en">it takes two</span> där.</p>'

    saved = converter.to_database_format(converter.from_database_format(html))

    assert '<span lang="en">it takes two</span>' in saved
    assert '<span lang="en">it takes two</span>' in shown(("paragraph", saved))


def test_text_in_another_language_says_which():
    html = shown(("foreign_passage", {"language": "ar", "text": "<p>مرحبا</p>"}))

    assert '<div lang="ar" dir="rtl"><p>مرحبا</p>' in html


@pytest.mark.django_db
def test_a_picture_comes_in_small_formats_with_its_words_and_its_photographer(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = BytesIO()
    Image.new("RGB", (900, 600), "green").save(file, "PNG")
    image = SiteImage.objects.create(
        title="bild123.png",
        description="Torget på natten",
        photographer="Kim Exempel",
        file=ImageFile(ContentFile(file.getvalue()), name="torget.png"),
    )

    html = shown(
        (
            "picture",
            {
                "image": {"image": image.pk, "alt_text": "Ett torg", "decorative": False},
                "caption": "Torget.",
            },
        )
    )

    assert 'type="image/avif"' in html
    assert 'type="image/webp"' in html
    assert 'alt="Ett torg"' in html
    assert 'loading="lazy"' in html
    assert 'width="' in html
    assert "Torget. Bild: Kim Exempel" in html
    assert "style=" not in html


def contact(name, **facts):
    return HelpContact.objects.create(
        **{"name": name, "phone": "020-50 50 50", "source": "Källan", **facts}
    )


@pytest.mark.django_db
def test_a_help_page_shows_the_chosen_numbers_that_are_published():
    contact("En")
    chosen = contact("Två", phone="114 14")

    html = shown(("help_contacts", {"heading": "Ring", "contacts": [item(chosen)]}))

    assert 'href="tel:11414"' in html
    assert "En." not in html


@pytest.mark.django_db
@pytest.mark.parametrize("choose_the_draft", [True, False])
def test_who_looks_for_a_number_always_finds_the_published_ones(choose_the_draft):
    contact("En")
    draft = contact("Utkast", live=False)

    html = shown(
        ("help_contacts", {"heading": "", "contacts": [item(draft)] if choose_the_draft else []})
    )

    assert "En." in html
    assert "Utkast" not in html


@pytest.mark.django_db
def test_hours_that_nobody_has_checked_lately_are_not_shown_but_the_number_is():
    contact("Ny", hours="dygnet runt", verified_on=in_days(0))
    contact("Gammal", hours="vardagar 8–16", verified_on=datetime.date(2020, 1, 1))

    html = shown(("help_contacts", {"heading": "", "contacts": []}))

    assert "Dygnet runt." in html
    assert "ardagar" not in html
    assert html.count('href="tel:020505050"') == 2


@pytest.mark.django_db
def test_a_file_link_tells_type_and_size():
    document = SiteDocument.objects.create(
        title="Åtgärdsplanen", file=ContentFile(b"x" * 90_700, name="plan.pdf")
    )

    html = shown(("document", {"document": document.pk, "text": ""}))

    assert ">Åtgärdsplanen (Pdf, 90,7\u00a0kB)</a>" in html


def item(chosen):
    return {"type": "item", "value": chosen.pk, "id": "a"}
