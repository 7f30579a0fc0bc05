"""Those who run the site blank personal data in what is stored of a page, for good."""

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Comment, Page, PageLogEntry, Site

from delivery.page_copy import PageCopy
from delivery.shelf import Shelf, folder, key_of
from foundation.blanking import copies
from foundation.blanking.wording import Wording
from foundation.former_addresses import FormerAddress
from news.models import NewsPage
from search.indexing import index
from tests.factories import NewsIndexPageFactory, NewsPageFactory
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db

NAME = "Zqtina Zqvist"
PARTS = ("zqtina", "zqvist")
WHY = "Namnet på en privatperson."


@pytest.fixture
def log_in(client, measure):
    make_roles()

    def as_member_of(role):
        user = member_of(role, name=role.lower())
        client.force_login(user)
        return user

    return as_member_of


@pytest.fixture
def article(home):
    """An article that named somebody in all its parts, and has been corrected since."""
    body = [("paragraph", f"<p>Vi talade med <b>{NAME}</b> på torget.</p>")]
    page = NewsPageFactory(
        parent=NewsIndexPageFactory(parent=home),
        title=f"{NAME}s torg",
        slug="zqtina-zqvists-torg",
        body=body,
    )
    author = get_user_model().objects.create_user("skribent")
    Comment.objects.create(
        page=page, user=author, text=f"Får vi nämna {NAME}?", contentpath="title"
    )
    page.save_revision(user=author, log_action=True)
    page = NewsPage.objects.get()
    page.title, page.slug, page.body = "Torget", "torget", [("paragraph", "<p>Vi talade.</p>")]
    page.save_revision(user=author, log_action=True).publish()
    index(Page.objects.filter(pk=page.pk))
    Redirect.objects.create(
        old_path="/nyheter/zqtina-zqvists-torg", redirect_page=page, site=Site.objects.get()
    )
    FormerAddress.objects.get_or_create(address="/nyheter/zqtina-zqvists-torg/")
    return NewsPage.objects.get()


def stored_with(*words):
    """Each column of the database that holds one of the words, as text, with how often."""
    found = {}
    tables = [model._meta.db_table for model in apps.get_models(include_auto_created=True)]
    with connection.cursor() as cursor:
        for table in set(tables) & set(connection.introspection.table_names(cursor)):
            described = connection.introspection.get_table_description(cursor, table)
            for column in (one.name for one in described):
                for word in words:
                    cursor.execute(
                        f'SELECT COUNT(*) FROM "{table}" '  # noqa: S608 (names of our own tables)
                        f'WHERE LOWER(CAST("{column}" AS TEXT)) LIKE %s',
                        [f"%{word}%"],
                    )
                    if count := cursor.fetchone()[0]:
                        found[f"{table}.{column}"] = count
    return found


def address(page):
    return reverse("blank_words", args=[page.pk])


def blank(client, page, words=NAME, reason=WHY, **more):
    return client.post(address(page), {"words": words, "reason": reason, **more}, follow=True)


def words_of(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


def test_nothing_of_the_words_is_left_in_the_database(client, log_in, article):
    assert len(stored_with(*PARTS)) >= 6
    log_in("Systemförvaltare")
    blank(client, article, confirmed="ja")

    assert stored_with(*PARTS) == {}
    old = article.revisions.order_by("pk").first().as_object()
    assert old.title == "[borttaget] torg"
    assert "Vi talade med <b>[borttaget]</b> på torget." in str(old.body[0].value)


def test_first_it_is_shown_where_the_words_stand_and_that_it_cannot_be_undone(
    client, log_in, article
):
    log_in("Systemförvaltare")
    before = stored_with(*PARTS)
    told = words_of(blank(client, article))

    assert "Det här går inte att ångra." in told
    assert "sparade versioner: 3" in told
    assert "kommentarer: 1" in told
    assert stored_with(*PARTS) == before


def test_a_trace_says_who_and_why_but_not_what(client, log_in, article):
    person = log_in("Systemförvaltare")
    blank(client, article, confirmed="ja")
    trace = PageLogEntry.objects.get(action=copies.LOGGED_AS)
    history = words_of(client.get(reverse("wagtailadmin_pages:history", args=[article.pk])))

    assert trace.user == person
    assert trace.data["reason"] == WHY
    assert f"Ord blankade i historiken. Varför: {WHY}" in history


@pytest.mark.parametrize("role", ["Kommunikatör", "Samordnare", "Granskare"])
def test_other_roles_are_refused(client, log_in, article, role):
    log_in(role)
    before = stored_with(*PARTS)
    blank(client, article, confirmed="ja")

    assert stored_with(*PARTS) == before
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert address(article) not in client.get(edit).text


def test_what_stands_on_the_page_now_is_corrected_first(client, log_in, article):
    log_in("Systemförvaltare")
    before = stored_with("torget")
    told = words_of(blank(client, article, words="Torget", confirmed="ja"))

    assert "Orden står på sidan som den är nu." in told
    assert stored_with("torget") == before


def test_what_stands_in_the_newest_draft_is_taken_away_first(client, log_in, article):
    log_in("Systemförvaltare")
    article.title = f"Hemma hos {NAME}"
    article.save_revision()
    told = words_of(blank(client, article, confirmed="ja"))

    assert "Orden står i ett utkast" in told
    assert stored_with(*PARTS)


def test_a_reason_that_repeats_the_words_is_refused(client, log_in, article):
    log_in("Systemförvaltare")
    told = words_of(blank(client, article, reason=f"Gällde {NAME}.", confirmed="ja"))

    assert "Upprepa inte orden" in told
    assert not PageLogEntry.objects.filter(action=copies.LOGGED_AS).exists()


def test_copies_of_pages_on_the_disk_are_cleared_away(
    client, log_in, article, tmp_path, settings, django_capture_on_commit_callbacks
):
    settings.VAR_DIR = tmp_path
    shelf = Shelf(folder())
    html = [("Content-Type", "text/html")]
    copy = PageCopy.of(NAME.encode(), html, "0", fresh_until=0, query_keys=frozenset())
    shelf.keep(key_of("/nyheter/torget/"), copy)
    assert any(folder().iterdir())
    log_in("Systemförvaltare")
    with django_capture_on_commit_callbacks(execute=True):
        blank(client, article, confirmed="ja")

    assert not any(folder().iterdir())


@pytest.mark.parametrize(
    ("stored", "left"),
    [
        ("Kim Ek bor här", "[borttaget] bor här"),
        ("kim&nbsp;ek", "[borttaget]"),
        ("Kim\nEks hus", "[borttaget] hus"),
        ("Joakim Ekman", "Joakim Ekman"),
        ({"slug": "kim-ek-berattar"}, {"slug": "borttaget-berattar"}),
        ('[{"value": "Kim \\u0045k"}]', '[{"value": "[borttaget]"}]'),
        ({"n": 3, "rows": ["Kim Ek", None]}, {"n": 3, "rows": ["[borttaget]", None]}),
    ],
)
def test_words_are_found_however_they_are_packed(stored, left):
    assert Wording("Kim Ek").blanked(stored) == left


def test_a_personal_number_and_signs_that_html_escapes_are_found():
    assert Wording("19800101-1234").blanked("nr 19800101-1234.") == "nr [borttaget]."
    assert Wording("Ek & Ask").blanked("<p>Ek &amp; Ask</p>") == "<p>[borttaget]</p>"
