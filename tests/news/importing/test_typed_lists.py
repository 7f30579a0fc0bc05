"""Lists as people write them: with marks typed before the lines, in Word and in the editors of old systems."""

from datetime import date

import pytest

from news.importing.article import ItemList, Paragraph, Picture, Quote
from news.importing.text import parse_text
from news.importing.webpage import parse_html

LEAD = "Under våren byter vi lamporna vid stationen."


def blocks(content: str) -> list:
    """What a saved page with this content becomes."""
    return parse_html(f'<main><h1>Rubrik</h1><p class="ingress">{LEAD}</p>{content}</main>').blocks


def in_word(text: str, mark: str, level: int = 1, number: int = 1) -> str:
    """An item of a list as Word saves it."""
    return (
        f"<p class=MsoListParagraph style='mso-list:l{number} level{level} lfo1'><![if !supportLists]>"
        f"<span style='font-family:Symbol'><span style='mso-list:Ignore'>{mark}<span>&nbsp;&nbsp; "
        f"</span></span></span><![endif]>{text}<o:p></o:p></p>\n"
    )


def text(html: str) -> Paragraph:
    return Paragraph(f"<p>{html}</p>")


def test_a_list_in_word_is_a_list_with_its_levels():
    [found] = blocks(
        in_word("stolpar", "·")
        + in_word("<b>först</b> i parken", "o", 2)
        + in_word("sedan på torget", "o", 2)
        + in_word("buskar", "·")
    )

    assert found == ItemList(
        ("stolpar <ul><li><b>först</b> i parken </li><li>sedan på torget </li></ul>", "buskar")
    )


def test_a_numbered_list_straight_after_another_list_is_its_own():
    assert blocks(in_word("stolpar", "·") + in_word("mät", "1.") + in_word("fråga", "2.")) == [
        ItemList(("stolpar",)),
        ItemList(("mät", "fråga"), ordered=True),
    ]


def test_a_list_in_word_that_was_saved_without_its_own_marks_is_a_list():
    item = (
        "<p class=MsoListParagraph><span style='font-family:{}'>{}<span>&nbsp; </span></span>{}</p>"
    )

    assert blocks(
        item.format("Symbol", "·", "ta på <b>varma</b> kläder")
        + item.format("Wingdings", "§", "ta med lampa")
        + "<p class=MsoListParagraph>Vi går när det är mörkt.</p>"
    ) == [
        ItemList(("ta på <b>varma</b> kläder", "ta med lampa")),
        text("Vi går när det är mörkt."),
    ]


def test_the_title_in_word_is_the_heading():
    article = parse_html(
        f"<body><p class=MsoTitle>Nya lampor</p><p class=MsoNormal><b>{LEAD}</b></p><p>Mer.</p></body>"
    )

    assert (article.title, article.lead) == ("Nya lampor", LEAD)


@pytest.mark.parametrize("mark", ["•", "·", "*", "-", "–", "o"])
def test_lines_with_typed_marks_are_a_list(mark):
    lines = [f"{mark} nya stolpar", f"{mark} färre buskar"]
    expected = ItemList(("nya stolpar", "färre buskar"))

    assert blocks("".join(f"<p>{line}</p>" for line in lines)) == [expected]
    assert blocks(f"<p>Det här gör vi:<br>{'<br>'.join(lines)}</p>") == [
        text("Det här gör vi:"),
        expected,
    ]
    copied = "\n".join(["Rubrik", "", LEAD, "", "Det här gör vi:", *lines])
    assert parse_text(copied).blocks == [text("Det här gör vi:"), expected]


def test_bullets_and_dashes_in_one_list_are_one_list():
    lines = ["• nya stolpar", "- färre buskar", "• fler vandringar"]
    expected = [ItemList(("nya stolpar", "färre buskar", "fler vandringar"))]

    assert blocks("<br>".join(lines)) == expected
    assert parse_text("\n".join(["Rubrik", "", LEAD, "", *lines])).blocks == expected


def test_typed_numbers_are_a_numbered_list_when_they_count():
    assert blocks("<p>1. Stolpar</p><p>2. Buskar</p>") == [
        ItemList(("Stolpar", "Buskar"), ordered=True)
    ]
    assert blocks("<p>1. Stolpar</p><p>7. Buskar</p>") == [text("1. Stolpar"), text("7. Buskar")]


def test_what_somebody_says_is_no_list():
    assert blocks(
        "<p>– Det blir bra för alla. Vi vill ses.</p><p>– Ja, det tycker jag, säger Eva Ek.</p>"
        "<p>– Ett ensamt streck.</p>"
    ) == [
        text("– Det blir bra för alla. Vi vill ses."),
        Quote("Ja, det tycker jag.", "Eva Ek"),
        text("– Ett ensamt streck."),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<div><img src=/a/torget.jpg alt=Torget><p class=image-caption>{}</p></div>",
        "<figure><picture><img src=/a/torget.jpg alt=Torget></picture><div class=bildtext>{}</div></figure>",
        "<p><img src=/a/torget.jpg alt=Torget></p><p>{}</p>",
        "<img src=/a/torget.jpg alt=Torget><span class=caption>{}</span>",
    ],
)
def test_the_words_below_a_picture_stay_with_it(markup):
    caption = "Torget får nya lampor i mars. Foto: Anna Ek"

    assert blocks(markup.format(caption)) == [
        Picture(alt="Torget", caption=caption, file_name="torget.jpg")
    ]


def test_the_photographer_in_copied_text_says_that_a_picture_was_there():
    caption = "Torget får nya lampor. Foto: Anna Ek"

    assert parse_text(f"Rubrik\n\n{LEAD}\n\n{caption}\n\nArbetet börjar i maj.").blocks == [
        Picture(alt="", caption=caption),
        text("Arbetet börjar i maj."),
    ]


def test_days_and_keepers_around_the_article_are_no_text():
    article = parse_html(
        f"<main><h1>Rubrik</h1><p>Publicerad 2025-03-12 | Senast uppdaterad 2025-03-14 av Bo Ek</p>"
        f"<p class=ingress>{LEAD}</p><p>Arbetet börjar i maj.</p><p>Senast uppdaterad: 14 mars 2025</p>"
        "<p>Hjälpte informationen på denna sida dig?</p></main>"
    )

    assert article.published_on == date(2025, 3, 12)
    # Who changed it last has not published it.
    assert article.published_by == ""
    assert article.blocks == [text("Arbetet börjar i maj.")]
