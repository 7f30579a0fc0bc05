"""An article is taken in with a form: look at what becomes of it, press one button, be at the draft."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from foundation.importing.file_form import LONGEST_TEXT
from foundation.importing.kept import ImportRun
from foundation.settings import SiteSettings
from news.models import NewsPage
from tests.factories import HomePageFactory, NewsIndexPageFactory
from tests.news.importing.samples import ARTICLES, HAGFORS
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db

NEW = reverse("import_new", args=["artiklar"])


@pytest.fixture
def writer(client, plan, news):
    make_roles()
    client.force_login(user := member_of("Kommunikatör"))
    return user


def sent(client, content=None, name="artikel.txt", **said):
    """The answer to the form."""
    file = {} if content is None else {"file": SimpleUploadedFile(name, content)}
    return client.post(NEW, {**file, **said})


def looked_through(client, *args, **said):
    response = sent(client, *args, **said)
    assert response.status_code == 302, words(response)
    return ImportRun.objects.latest("pk")


def words(response) -> str:
    page = BeautifulSoup(response.content, "html.parser")
    return " ".join(page.select_one(".imports").text.split())


def seen(client, run) -> str:
    return words(client.get(reverse("import_run", args=[run.pk])))


def press(client, run):
    return client.post(reverse("import_begin", args=[run.pk]), follow=True)


def test_what_would_be_taken_guessed_and_left_out_is_shown_as_the_command_prints_it(
    client, writer, capsys
):
    run = looked_through(client, HAGFORS.read_bytes(), "hagfors.txt")

    told = seen(client, run)
    assert not NewsPage.objects.exists()
    call_command("import_article", str(HAGFORS), "--dry-run")
    printed = capsys.readouterr().out.splitlines()
    assert not NewsPage.objects.exists()
    notes = [line.strip() for line in printed if line.startswith("  ")]
    assert len(notes) > 10
    assert [note for note in notes if " ".join(note.split()) not in told] == []
    # And every word of the text itself.
    assert "göra torget till en trygg plats" in told


def test_the_button_makes_a_draft_and_leads_to_its_form(client, writer):
    run = looked_through(client, HAGFORS.read_bytes(), "hagfors.txt")

    answer = press(client, run)

    page = NewsPage.objects.get()
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert answer.status_code == 200
    assert not page.live
    assert (page.owner, page.latest_revision.user) == (writer, writer)
    # From the list of imports one comes to the report again.
    assert "Importen är klar" in seen(client, run)


def test_the_same_text_again_makes_no_second_page_however_it_comes(client, writer):
    press(client, looked_through(client, HAGFORS.read_bytes(), "hagfors.txt"))

    text = HAGFORS.read_text()
    again = [
        looked_through(client, HAGFORS.read_bytes(), "kopia.txt"),
        looked_through(client, text.replace("\n", "\r\n").encode("utf-16"), "windows.txt"),
        looked_through(client, text=f"\n{text}\n\n".replace("\n", "\r\n")),
    ]

    page = NewsPage.objects.get()
    for run in again:
        assert f"redan importerad. Den blev ”{page.title}”" in seen(client, run)
        assert not run.can_begin
        press(client, run)
    assert NewsPage.objects.count() == 1


def test_two_who_looked_at_the_same_text_make_one_page(client, writer):
    runs = [looked_through(client, HAGFORS.read_bytes(), "hagfors.txt") for _ in range(2)]

    press(client, runs[0])
    answer = press(client, runs[1])

    assert NewsPage.objects.count() == 1
    assert "redan importerad" in words(answer)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Välj en fil, eller klistra in texten."),
        ({"text": " \r\n "}, "Välj en fil, eller klistra in texten."),
        ({"content": b"Nyhet", "text": "Nyhet"}, "Välj en fil eller klistra in text, inte båda."),
        ({"content": b""}, "är tom"),
        ({"content": b"x" * 10_000_001}, "Filen artikel.txt är för stor"),
        ({"text": "å" * (LONGEST_TEXT + 1)}, "Spara den som en fil."),
    ],
)
def test_what_cannot_be_an_article_is_not_even_kept(client, writer, said, sentence):
    answer = sent(client, **said)

    assert answer.status_code == 200
    assert sentence in words(answer)
    assert said.get("text", "").strip() in BeautifulSoup(answer.content, "html.parser").text
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"%PDF-1.7", "är en pdf"),
        (bytes(range(256)) * 4, "är inte text"),
        ("Trygghet på kvällen".encode("cp850"), "teckenkodning"),
        (b" \n \n", "ingen artikeltext"),
        ("ord " * 100_000, "för lång"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence_and_nothing_is_made(
    client, writer, content, sentence
):
    content = content if isinstance(content, bytes) else content.encode()
    run = looked_through(client, content)

    assert sentence in seen(client, run)
    press(client, run)
    assert not NewsPage.objects.exists()


def test_with_two_lists_the_editor_chooses_one(client, writer, news):
    other = NewsIndexPageFactory(parent=HomePageFactory(slug="en"), title="News in English")
    make_roles()
    text = {"text": "En rubrik\n\nEn ingress som är lång nog för att vara en ingress."}

    run = looked_through(client, under=other.pk, **text)
    assert "”News in English”" in seen(client, run)
    press(client, run)

    assert NewsPage.objects.get().get_parent().pk == other.pk


def test_under_four_eyes_it_is_a_draft_like_any_other(client, writer):
    settings = SiteSettings.load()
    settings.four_eyes = True
    settings.save()

    press(client, looked_through(client, HAGFORS.read_bytes(), "hagfors.txt"))

    assert not NewsPage.objects.get().live


def test_who_may_no_longer_add_news_makes_none(client, writer):
    run = looked_through(client, HAGFORS.read_bytes(), "hagfors.txt")
    writer.groups.first().page_permissions.all().delete()

    answer = press(client, run)

    assert "får lägga till nyheter" in words(answer)
    assert not NewsPage.objects.exists()


def test_the_list_of_news_has_the_way_there(client, writer, news):
    pages = [
        client.get(reverse("wagtailadmin_explore", args=[news.pk])),
        client.get(reverse("wagtailadmin_home")),
    ]

    ways = [BeautifulSoup(page.content, "html.parser") for page in pages]
    assert ways[0].select(f'a[href="{NEW}?under={news.pk}"]')
    assert reverse("imports") in str(ways[1])


def test_a_saved_web_page_tells_where_it_stood(client, writer):
    run = looked_through(client, (ARTICLES / "sitevision.html").read_bytes(), "sida.html")

    press(client, run)

    page = NewsPage.objects.get()
    assert page.source_url
    assert page.source_url in seen(client, run)
