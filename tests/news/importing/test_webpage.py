"""Articles as web pages that somebody saved, in the markup of different systems."""

from datetime import date

import pytest

from foundation.importing.refusal import Refused
from news.importing.article import (
    Heading,
    ItemList,
    Link,
    LinkList,
    Paragraph,
    Picture,
    Quote,
    Table,
)
from news.importing.webpage import parse_html
from tests.news.importing.samples import article, links


def page(content: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><main><h1>Rubrik</h1>{content}</main></body></html>"


def text(html: str) -> Paragraph:
    return Paragraph(f"<p>{html}</p>")


def blocks(content: str, head: str = "") -> list:
    return parse_html(
        page(f'<p class="ingress">Det här är artikelns ingress.</p>{content}', head)
    ).blocks


def test_words_in_another_language_stay_marked():
    [paragraph] = blocks(
        '<p>Det kallas <span class="x" lang="en">hot spots</span> i <span>Sverige</span>.</p>'
    )

    assert paragraph == text('Det kallas <span lang="en">hot spots</span> i Sverige.')


def test_a_whole_paragraph_in_another_language_stays_marked():
    assert blocks(
        '<p lang="en">Call <b>112</b>.</p><div lang="fi"><p>Soita</p><ul><li>Apua</li></ul></div>'
        '<p lang="sv">Ring.</p>'
    ) == [
        text('<span lang="en">Call <b>112</b>.</span>'),
        text('<span lang="fi">Soita</span>'),
        ItemList(('<span lang="fi">Apua</span>',)),
        text("Ring."),
    ]


# A page from Sitevision


def test_the_article_is_found_in_a_page_from_sitevision():
    read = article("sitevision.html")

    assert read.title == "Tryggare torg"
    assert read.lead.startswith("Kommunen, polisen och de som driver butiker")
    assert [type(block) for block in read.blocks] == [
        *(Picture, Heading, Paragraph, Quote, Paragraph, Heading, ItemList, Heading, LinkList)
    ]


def test_headings_keep_their_order_of_rank():
    assert article("sitevision.html").of_kind(Heading) == [
        Heading("Så går det till", 2),
        Heading("Tider", 3),
        Heading("Läs mer", 2),
    ]


def test_links_in_running_text_lose_the_words_that_the_site_writes():
    first = article("sitevision.html").of_kind(Paragraph)[0].html

    assert first.endswith(
        'Läs mer hos <a href="https://bra.se/vandring">Brottsförebyggande rådet</a>.</p>'
    )


def test_links_that_stand_alone_are_a_list_of_links_with_whole_addresses():
    assert article("sitevision.html").of_kind(LinkList) == [
        LinkList(
            (
                Link("Polisen", "https://polisen.se/", external=True),
                Link(
                    "Åtgärdsplan", "https://www.exempelkommun.example/download/18.5f2/171/plan.pdf"
                ),
            )
        )
    ]


def test_facts_at_the_bottom_of_the_page_are_taken():
    read = article("sitevision.html")

    assert read.published_by == "Kommunikationsenheten"
    assert read.published_on == date(2024, 3, 11)
    assert (
        read.source_url == "https://www.exempelkommun.example/nyheter/2024-03-11-tryggare-torg.html"
    )


def test_a_picture_becomes_a_note_with_its_text_and_file_name():
    assert article("sitevision.html").of_kind(Picture) == [
        Picture("Torget en höstkväll", file_name="torget kväll.jpg")
    ]


def test_what_stands_around_the_article_is_told_and_not_taken():
    read = article("sitevision.html")

    for word in ("kakor", "Storgatan", "Omsorg", "Hjälpte", "Hoppa till"):
        assert word not in str(read.blocks)
    assert any("formulär, länkstig" in note for note in read.notes.left_out)
    assert any("Inbäddat innehåll" in note for note in read.notes.left_out)


# A page from WordPress


def test_a_page_from_wordpress_gives_each_kind_of_block():
    assert article("wordpress.html").blocks == [
        Picture("En nymålad vägg", "Väggen vid skolan. Foto: Exempelstad", "vagg-1024x683.jpg"),
        Heading("Tre saker som hjälpte"),
        ItemList(
            (
                "Klotter tas bort inom ett dygn.",
                'Ungdomar får <a href="https://exempelstad.example/vaggen/">måla på en egen vägg</a>.',
                "Fler vuxna rör sig ute.",
            ),
            ordered=True,
        ),
        Quote("Det blir en stolthet i att hålla fint.", "Exempel Testsson", "fritidsledare"),
        Table(
            (("År", "Anmälningar"), ("2022", "41"), ("2023", "17")),
            "Anmälda fall av klotter i Exempelstad",
            has_header=True,
        ),
        LinkList(
            (
                Link(
                    "Rapporten om klotter",
                    "https://exempelstad.example/wp-content/uploads/rapport.pdf",
                ),
            )
        ),
    ]


def test_the_day_and_author_come_from_the_page_itself():
    read = article("wordpress.html")

    assert (read.published_on, read.published_by) == (
        date(2023, 11, 20),
        "Exempelstads kommunikation",
    )


def test_the_first_paragraph_is_the_lead_when_the_description_is_cut_from_it():
    assert article("wordpress.html").lead.endswith("fastighetsbolaget började arbeta tillsammans.")


# Pages from older and stranger systems


def test_an_article_inside_layout_tables_and_one_big_form_is_found():
    read = article("gammalt_cms.html")

    assert read.title == "Nattvandrare sökes"
    assert read.lead == "Exempelby behöver fler vuxna på stan under sommarens helger."
    assert read.of_kind(Heading) == [Heading("Anmäl dig")]
    assert read.published_on == date(2022, 6, 1)
    assert "Skola" not in str(read.blocks)


def test_a_link_whose_address_only_the_old_site_knew_is_kept_to_be_filled_in():
    read = article("gammalt_cms.html")

    assert links(read) == [
        ("Nattvandring", "http://www.nattvandring.example/"),
        ("Råd till nattvandrare", None),
    ]
    assert any("Råd till nattvandrare" in note for note in read.notes.left_out)


def test_addresses_of_mail_and_telephone_stay():
    assert article("gammalt_cms.html").of_kind(ItemList)[0].items == (
        '<a href="mailto:natt@example.com">natt@example.com</a>',
        'Ring <a href="tel:0123-456789">0123-45 67 89</a>',
    )


def test_a_piece_of_a_page_is_enough():
    read = article("fragment.html")

    assert read.title == "Samverkan mot bedrägerier"
    assert [(quote.text, quote.speaker) for quote in read.of_kind(Quote)] == [
        ("Lägg på luren.", "Exempel Ekström"),
        ("Fråga en anhörig innan du betalar.", "Exempel Ekström"),
        ("Det var skönt att få prata med någon efteråt.", "Testa"),
    ]
    assert read.published_on == date(2023, 5, 3)
    assert read.of_kind(Picture) == []


def test_merged_cells_are_parted_and_told():
    read = article("fragment.html")

    assert read.of_kind(Table)[0].rows == (
        ("Kväll", "måndag", "klockan 18", ""),
        ("Kväll", "tisdag", "19", "anmälan"),
    )
    assert any("Sammanslagna celler" in note for note in read.notes.guessed)


def test_a_heading_with_nothing_under_it_is_left_out_and_told():
    read = article("fragment.html")

    assert Heading("Kontakt") not in read.blocks
    assert any("Kontakt" in note for note in read.notes.left_out)


# Single rules


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>En <b>fet</b> och <em>kursiv</em> text.</p>", [text("En <b>fet</b> och <em>kursiv</em> text.")]),
        ("<p>Ett.<br><br>Två.</p>", [text("Ett."), text("Två.")]),
        ("<p>Gatan 1<br>123 45 Ort</p>", [text("Gatan 1<br/>123 45 Ort")]),
        ("Löst <span>skriven</span> text.<div>Ny.</div>", [text("Löst skriven text."), text("Ny.")]),
        ("<p><strong>Så gör du</strong></p><p>Ring.</p>", [Heading("Så gör du"), text("Ring.")]),
        ("<h4>Ett</h4>a.<h6>Två</h6>b.", [Heading("Ett"), text("a."), Heading("Två", 3), text("b.")]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", [ItemList(("a<ul><li>b</li></ul>",))]),
        ("<table><tr><td>ensam</td></tr></table>", [text("ensam")]),
        ("<p>3 &lt; 5 &amp; 7</p>", [text("3 &lt; 5 &amp; 7")]),
        ("<p>&nbsp;</p><p> </p><hr>", []),
        ("<p>– Det är bra, säger Anna Berg, rektor.</p>", [Quote("Det är bra.", "Anna Berg", "rektor")]),
        ("<blockquote><p>Ett.</p><p>Två.</p></blockquote>", [Quote("Ett.\nTvå.")]),
        ("<p><img src=/a/b.png alt='Torget'>Text.</p>", [Picture("Torget", file_name="b.png"), text("Text.")]),
        ("<nav>Meny</nav><div class='sidebar'>Sida</div><p>Kvar.</p>", [text("Kvar.")]),
        ("<p hidden>Dold</p><p style='display: none'>Dold</p><p>Syns.</p>", [text("Syns.")]),
    ],
)  # fmt: skip
def test_markup_becomes_blocks(html, expected):
    assert blocks(html) == expected


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<link rel="canonical" href="https://x.example/a">', "https://x.example/a"),
        ('<meta property="og:url" content="https://x.example/b">', "https://x.example/b"),
        ("<!-- saved from url=(0023)https://x.example/c -->", "https://x.example/c"),
        ('<link rel="canonical" href="/a">', ""),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
        ('<link rel="canonical" href="https://[">', ""),
    ],
)
def test_the_address_of_the_old_page_is_its_source(head, found):
    assert parse_html(page("<p>Text.</p>", head)).source_url == found


@pytest.mark.parametrize(
    ("content", "day"),
    [
        (
            '<p>Text.</p><p>Publicerad: <time datetime="2024-05-03T10:00">3 maj</time></p>',
            date(2024, 5, 3),
        ),
        ("<p>Text.</p><p>Publicerad 3 maj 2024 av Anna Berg</p>", date(2024, 5, 3)),
        ("<p>2024-05-03</p><p>Text.</p>", date(2024, 5, 3)),
        ("<p>Text om den 3 maj 2024 i en mening.</p>", None),
        ("<p>Text.</p><p>Publicerad 31 juni 2024</p>", None),
        ("<p>Text.</p><dl><dt>Senast ändrad</dt><dd>3 maj 2024</dd></dl>", None),
    ],
)
def test_only_a_day_of_publication_is_taken_as_one(content, day):
    assert parse_html(page(content)).published_on == day


def test_addresses_are_whole_when_the_page_says_where_it_was():
    found = blocks(
        '<p><a href="../plan.pdf">Planen</a></p>',
        '<link rel="canonical" href="https://x.example/a/b/">',
    )

    assert found == [LinkList((Link("Planen", "https://x.example/a/plan.pdf"),))]


@pytest.mark.parametrize(
    "address", ["http://insidan/x", "https://[", "ftp://x.example/", "//", "http:///x"]
)
def test_an_address_that_leads_nowhere_from_the_web_is_to_be_filled_in(address):
    assert blocks(f'<p><a href="{address}">Planen</a></p>') == [LinkList((Link("Planen"),))]


def test_a_space_in_an_address_is_written_as_addresses_write_it():
    (found,) = blocks('<p><a href="https://x.example/en plan.pdf">Planen</a></p>')

    assert found.links[0].url == "https://x.example/en%20plan.pdf"


def test_the_description_is_the_lead_when_the_text_does_not_begin_with_it():
    description = "Fler ska känna sig trygga på torget i höst, säger kommunen."
    read = parse_html(page("<p>Text.</p>", f'<meta name="description" content="{description}">'))

    assert read.lead == description
    assert any("beskrivning" in note for note in read.notes.guessed)


def test_teasers_of_other_articles_do_not_come_along():
    teaser = "<article><h2>Annan nyhet</h2><p>Kort.</p></article>"
    read = parse_html(
        f"<main><article><h1>Rubrik</h1><p>Ingress.</p><p>Texten.</p></article>{teaser * 3}</main>"
    )

    assert read.blocks == [text("Texten.")]


@pytest.mark.parametrize(
    "source", ["<html></html>", "<p></p>", "<script>var a = 1</script>", "<!--", "<nav>Meny</nav>"]
)
def test_a_page_without_an_article_is_refused(source):
    with pytest.raises(Refused, match="ingen artikeltext"):
        parse_html(source)
