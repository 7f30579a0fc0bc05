"""The command that an operator runs: one file, one draft, and a report in Swedish."""

import pytest
from django.core.management import call_command
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision

from news.models import NewsPage
from tests.factories import NewsIndexPageFactory, SupportPageFactory
from tests.news.importing.samples import ARTICLES, HAGFORS

pytestmark = pytest.mark.django_db


def run(capsys, *arguments) -> str:
    call_command("import_article", *map(str, arguments))
    output = capsys.readouterr()
    assert output.err == ""
    return output.out


def refusal(capsys, *arguments) -> str:
    """The one sentence on the error stream; nothing else is said, and nothing has changed."""
    before = state()
    with pytest.raises(SystemExit) as stop:
        call_command("import_article", *map(str, arguments))
    output = capsys.readouterr()
    assert stop.value.code == 1
    assert output.out == ""
    assert output.err.count("\n") == 1
    assert state() == before
    return output.err


def state() -> list[int]:
    return [model.objects.count() for model in (Page, Revision, PageLogEntry, ModelLogEntry)]


def test_the_report_says_what_was_taken_guessed_and_left_out(news, capsys):
    report = run(capsys, HAGFORS)

    page = NewsPage.objects.get()
    assert f"/redaktion/pages/{page.pk}/edit/" in report
    for words in (
        "Det här togs:",
        "3 mellanrubriker.",
        "2 citat.",
        "Citat av Ann-Sofie Ronacher, verksamhetschef för enheten för sysselsättning.",
        "Länk: Nationella trygghetsundersökningen som BRÅ genomför",
        "Det här är gissningar, kontrollera dem:",
        "avspärrningsband",
        "Det här togs inte med eller saknas:",
        "”logo”",
        "”Publicerad av” står i texten utan namn",
        "Adress saknas",
    ):
        assert words in report


def test_the_same_file_twice_makes_no_second_page_and_says_so(news, capsys):
    run(capsys, HAGFORS)
    before = state()

    report = run(capsys, HAGFORS)

    assert state() == before
    assert "redan importerad" in report
    assert "Ingenting ändrades." in report


def test_the_same_text_in_another_encoding_is_the_same_article(news, capsys, tmp_path):
    run(capsys, HAGFORS)
    other = tmp_path / "kopia.txt"
    other.write_bytes(HAGFORS.read_text().encode("utf-16"))

    assert "redan importerad" in run(capsys, other)


def test_a_saved_web_page_is_imported_too(news, capsys):
    assert "Tryggare torg" in run(capsys, ARTICLES / "sitevision.html")


def test_the_day_of_publication_is_guessed_from_the_files_name(news, capsys, tmp_path):
    path = tmp_path / "2024-07-02-atgardsplan.txt"
    path.write_bytes(HAGFORS.read_bytes())

    assert "2024-07-02 hämtades från filens namn" in run(capsys, path)
    assert NewsPage.objects.get().published_on.isoformat() == "2024-07-02"


@pytest.mark.parametrize("address", ["/arkiv/", "arkiv", "http://localhost/arkiv/", "/arkiv"])
def test_the_article_lies_under_the_address_that_is_named(home, news, capsys, address):
    archive = NewsIndexPageFactory(parent=home, title="Arkiv", slug="arkiv")

    run(capsys, HAGFORS, "--under", address)

    assert NewsPage.objects.get().get_parent().specific == archive


@pytest.mark.parametrize("address", ["/finns-inte/", "http://[/", "/nyheter/../"])
def test_an_address_that_does_not_exist_is_refused(news, capsys, address):
    assert "finns inte" in refusal(capsys, HAGFORS, "--under", address)


def test_an_address_where_no_news_can_lie_is_refused(home, news, capsys):
    SupportPageFactory(parent=home, title="Stöd", slug="stod")

    assert "ingen nyhetslista" in refusal(capsys, HAGFORS, "--under", "/stod/")
    assert "ingen nyhetslista" in refusal(capsys, HAGFORS, "--under", "/")


def test_a_site_without_a_list_of_news_is_told(home, capsys):
    assert "ingen nyhetslista" in refusal(capsys, HAGFORS)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "tom"),
        (b"\x00\x01\x02", "inte text"),
        (b"%PDF-1.7", "pdf"),
        ("på torget".encode("cp850"), "teckenkodning"),
        (b"logo\n\nSkriv ut\n", "ingen artikeltext"),
        (b"<html><nav>Meny</nav></html>", "ingen artikeltext"),
    ],
)
def test_a_file_without_an_article_gets_one_sentence_and_changes_nothing(
    news, capsys, tmp_path, content, said
):
    path = tmp_path / "fil.txt"
    path.write_bytes(content)

    assert said in refusal(capsys, path)


def test_a_missing_file_and_one_of_50_megabytes_get_one_sentence_each(news, capsys, tmp_path):
    big = tmp_path / "stor.txt"
    with big.open("wb") as file:
        file.truncate(50_000_000)

    assert "finns inte" in refusal(capsys, tmp_path / "ingen.txt")
    assert "för stor" in refusal(capsys, big)
