"""Articles as text that somebody copied from the old page."""

from datetime import date

import pytest

from foundation.importing.refusal import Refused
from news.importing.article import Heading, ItemList, Paragraph, Picture, Quote, Table
from news.importing.text import parse_text
from tests.news.importing.samples import HAGFORS, article, links

ORIGINAL = HAGFORS.read_text()
ROLE = "verksamhetschef för enheten för sysselsättning"


@pytest.fixture(scope="module")
def hagfors():
    return article("hagfors.txt")


# The article from Hagfors


def test_the_title_is_the_first_line_that_is_no_logo(hagfors):
    assert hagfors.title == "Åtgärdsplan för att minska brottsligheten i Hagfors kommun"
    assert any("logo" in note for note in hagfors.notes.left_out)


def test_the_lead_is_the_first_paragraph(hagfors):
    assert hagfors.lead.startswith("Enligt en ny lag från 2023 om kommunens ansvar")
    assert hagfors.lead.endswith("i Hagfors kommun.")


def test_the_text_of_the_picture_becomes_a_note_and_not_a_heading(hagfors):
    assert hagfors.blocks[0] == Picture(alt="En polis bakom ett avspärrningsband")
    assert any("avspärrningsband" in note for note in hagfors.notes.guessed)


def test_the_three_subheadings_are_headings(hagfors):
    assert hagfors.of_kind(Heading) == [
        Heading("Tryggt att bo i Hagfors"),
        Heading("Att minska användandet av narkotika är en viktig del i arbetet"),
        Heading("Samarbete med polisen"),
    ]


def test_both_quotations_name_their_speaker_and_her_role_from_elsewhere_in_the_text(hagfors):
    assert [(quote.speaker, quote.role) for quote in hagfors.of_kind(Quote)] == [
        ("Ann-Sofie Ronacher", ROLE),
        ("Ann-Sofie Ronacher", ROLE),
    ]
    assert any(ROLE in note for note in hagfors.notes.guessed)


def test_what_is_quoted_stands_word_for_word(hagfors):
    for quote in hagfors.of_kind(Quote):
        assert f"- {quote.text.removesuffix('.')}, säger Ann-Sofie Ronacher." in ORIGINAL


def test_running_text_keeps_its_faults(hagfors):
    text = "".join(block.html for block in hagfors.of_kind(Paragraph))

    assert "i senaste undersökningen i att de på grund av" in text
    assert "kring våld i nära relation.</p>" in text


def test_links_are_kept_to_be_filled_in_without_the_words_that_the_site_writes(hagfors):
    assert links(hagfors) == [
        ("Nationella trygghetsundersökningen som BRÅ genomför", None),
        ("Åtgärdsplan för brottsförebyggande arbete i Hagfors kommun", None),
    ]
    assert "annan webbplats" not in str(hagfors.blocks)
    assert any("Adress saknas" in note for note in hagfors.notes.left_out)


def test_labels_without_values_are_told(hagfors):
    assert (hagfors.published_by, hagfors.published_on) == ("", None)
    assert sum("fyll i det" in note for note in hagfors.notes.left_out) == 2


def test_every_word_of_the_article_is_taken_or_told(hagfors):
    seen = " ".join([hagfors.title, hagfors.lead, str(hagfors.blocks), *hagfors.notes.left_out])
    words = {word.strip("-»,.") for word in ORIGINAL.split()}

    assert {word for word in words if word not in seen} <= {"säger", "Länk", "annan", "webbplats"}


# Other municipalities


def test_lines_broken_at_a_fixed_width_become_paragraphs_again():
    read = article("brutna_rader.txt")

    assert read.lead.startswith("Gångvägen")
    assert read.lead.endswith("Vägen är öppen hela tiden.")
    assert read.of_kind(Paragraph)[0].html.endswith("den plats som flest pekade ut.</p>")
    assert read.of_kind(ItemList)[0].items[-1] == "en ny bänk ställs vid busshållplatsen"


def test_a_line_that_is_only_a_day_below_the_title_is_the_day_of_publication():
    read = article("brutna_rader.txt")

    assert read.published_on == date(2023, 10, 4)
    assert any("2023-10-04" in note for note in read.notes.guessed)


def test_a_name_and_a_number_below_a_known_heading_stay_together():
    read = article("brutna_rader.txt")

    assert read.blocks[-2:] == [
        Heading("Kontakt"),
        Paragraph("<p>Exempel Exempelsson<br/>Gatuingenjör<br/>0123-45 67 89</p>"),
    ]


def test_publisher_and_day_are_taken_where_they_are_given():
    read = article("lista_och_tabell.txt")

    assert (read.published_by, read.published_on) == ("Kommunstyrelsens stab", date(2024, 9, 2))


def test_the_frame_of_the_old_site_is_left_out_and_told():
    read = article("lista_och_tabell.txt")

    assert read.title == "Trygghetsvandringar i höst"
    told = " ".join(read.notes.left_out)
    assert [
        word for word in ("kakor", "Facebook", "Skriv ut", "Bygga och bo") if word not in told
    ] == []
    assert "Facebook" not in str(read.blocks)


def test_numbered_and_bulleted_lines_are_lists():
    ordered, plain = article("lista_och_tabell.txt").of_kind(ItemList)

    assert ordered.ordered
    assert ordered.items[0] == "Vi samlas och går igenom kartan."
    assert not plain.ordered
    assert plain.items == ("varma kläder", "en ficklampa", "dina egna frågor")


def test_lines_with_tabs_are_a_table():
    assert article("lista_och_tabell.txt").of_kind(Table) == [
        Table(
            (
                ("Dag", "Plats", "Samling"),
                ("3 oktober", "Torget", "Biblioteket"),
                ("10 oktober", "Resecentrum", "Huvudingången"),
            ),
            has_header=True,
        )
    ]


def test_links_lose_file_sizes_and_keep_the_address_they_show():
    assert links(article("lista_och_tabell.txt")) == [
        ("Protokoll från förra året", None),
        ("Anmäl dig", "https://www.exempel.example/anmalan"),
        ("Polisens sidor om trygghet", None),
    ]


def test_quotations_are_found_in_the_ways_that_newspapers_write_them():
    quotes = article("citat.txt").of_kind(Quote)

    assert [(quote.text, quote.speaker, quote.role) for quote in quotes] == [
        (
            "Det har blivit lugnare. Men vi ser att fler behöver prata.",
            "Test Testberg",
            "fältarbetare på Exempelkommun",
        ),
        ("De unga litar på oss.", "Test Testberg", "fältarbetare på Exempelkommun"),
        ("Jag känner mig tryggare när de är här.", "Moa", ""),
        ("Vi har fått pengar för ett år till.", "Prov von Provsson", "chef för fältgruppen"),
        ("Tack för att ni finns! Det betyder mycket för oss som är ute på kvällarna.", "", ""),
    ]


def test_short_lines_with_hyphens_are_a_list_and_not_speech():
    assert article("citat.txt").of_kind(ItemList)[0].items == (
        "öppet hus i oktober",
        "möte med föräldrar",
        "utbildning för föreningar",
    )


def test_a_picture_between_title_and_lead_is_found():
    read = article("citat.txt")

    assert read.blocks[0] == Picture(alt="Ett par i gula västar på en gata")
    assert read.lead.startswith("Sedan i våras")


def test_an_address_in_running_text_is_a_link():
    read = parse_text("Rubrik\n\nIngress här.\n\nLäs mer på https://bra.se/x?a=1&b=2, eller ring.")

    assert (
        '<a href="https://bra.se/x?a=1&amp;b=2">https://bra.se/x?a=1&amp;b=2</a>,'
        in read.blocks[0].html
    )


@pytest.mark.parametrize(
    ("line", "speaker", "role"),
    [
        ("– Det är bra, säger verksamhetschef Anna Berg.", "Anna Berg", "verksamhetschef"),
        ("— Det är bra, säger Anna Berg (S).", "Anna Berg (S)", ""),
        ("-Det är bra, säger Anna Berg på polisen i Torsby.", "Anna Berg", "på polisen i Torsby"),
        (
            "– Det är bra! berättar kommunens samordnare Anna von Berg.",
            "Anna von Berg",
            "kommunens samordnare",
        ),
        (
            "– Det är bra, säger också Anna Berg, chef för vård och omsorg.",
            "Anna Berg",
            "chef för vård och omsorg",
        ),
        ("– Det är bra, säger Anna Berg som är rektor och leder arbetet.", "Anna Berg", "rektor"),
        ("”Det är bra”, säger Anna Berg.", "Anna Berg", ""),
        ("– Hon säger ja, säger Anna Berg.", "Anna Berg", ""),
        ("– Det är bra, säger polisen.", "polisen", ""),
    ],
)
def test_the_speaker_is_who_says_it(line, speaker, role):
    quote = parse_text(f"Rubrik\n\nIngress.\n\n{line}").of_kind(Quote)[0]

    assert (quote.speaker, quote.role) == (speaker, role)


@pytest.mark.parametrize(
    "line",
    [
        "Polisen säger att det är bra.",
        "Vi tycker, säger många, att det är bra.",
        "3–5 personer behövs.",
    ],
)
def test_indirect_speech_is_no_quotation(line):
    assert parse_text(f"Rubrik\n\nIngress.\n\n{line}").of_kind(Quote) == []


@pytest.mark.parametrize(
    "line", ["Filer större än 10 MB tas inte emot.", "Extern samverkan är viktig."]
)
def test_words_that_only_resemble_the_sites_own_stay(line):
    assert parse_text(f"Rubrik\n\nIngress.\n\n{line}").blocks == [Paragraph(f"<p>{line}</p>")]


def test_a_heading_that_looks_like_markup_or_script_is_only_text():
    read = parse_text("Rubrik <b>1</b>\n\nIngress.\n\n<script>alert(1)</script> är kod & text.")

    assert read.title == "Rubrik <b>1</b>"
    assert read.blocks == [
        Paragraph("<p>&lt;script&gt;alert(1)&lt;/script&gt; är kod &amp; text.</p>")
    ]


@pytest.mark.parametrize(
    "text", ["", " \n\t\n", "logo\n\nSkriv ut\n", "Publicerad av\n\nPublicerad datum"]
)
def test_a_text_without_an_article_is_refused(text):
    with pytest.raises(Refused, match="ingen artikeltext"):
        parse_text(text)


def test_a_text_as_long_as_a_book_is_refused():
    with pytest.raises(Refused, match="för lång"):
        parse_text("Ännu en rad.\n" * 30_000)
