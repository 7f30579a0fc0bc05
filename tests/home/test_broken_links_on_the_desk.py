"""The desk says which links lead nowhere, to those who may mend them."""

import datetime
from itertools import chain

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from foundation.attention import matters_for
from foundation.outside_links.finding import note_places
from foundation.outside_links.models import OutsideLink, Problem
from home.digest.sending import send
from tests.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    SupportPageFactory,
)
from tests.people import make_roles

pytestmark = pytest.mark.django_db

HEADING = "Länkar som inte fungerar"
SINCE = datetime.date(2026, 11, 3)


@pytest.fixture
def news_index(home, plan):
    index = NewsIndexPageFactory(parent=home)
    make_roles()
    return index


def person(role):
    user = get_user_model().objects.create_user(role, f"{role}@kommun.example", "ett-langt")
    user.groups.set(Group.objects.filter(name=role))
    return get_user_model().objects.get(pk=user.pk)


def text(address):
    return [("paragraph", f'<p>Läs <a href="{address}">mer</a>.</p>')]


def break_links(problem=Problem.GONE):
    note_places()
    OutsideLink.objects.filter(address__contains=".example").update(
        failed_days=3, failing_since=SINCE, problem=problem
    )


def rows(user):
    return list(chain(*(one.tasks for one in matters_for(user) if one.heading == HEADING)))


def test_a_broken_link_stands_there_with_its_page_and_the_way_to_mend_it(news_index):
    page = NewsPageFactory(parent=news_index, title="Torget", body=text("https://borta.example/x"))
    user = person("Kommunikatör")
    assert rows(user) == []
    break_links()

    (task,) = rows(user)

    assert (task.title, task.button) == ("Torget", "Rätta länken")
    assert task.reason == (
        "Länken https://borta.example/x har inte fungerat sedan den 3 november 2026. "
        "Sidan finns inte kvar."
    )
    assert task.address == f"/redaktion/pages/{page.pk}/edit/"


def test_it_is_gone_as_soon_as_the_page_is_published_anew(news_index):
    page = NewsPageFactory(parent=news_index, body=text("https://borta.example/"))
    user = person("Kommunikatör")
    break_links()

    page.body = text("https://finns.example/")
    page.save_revision(user=user).publish()

    assert rows(user) == []


def test_only_those_are_told_who_may_mend_it_and_only_of_what_is_public(home, news_index):
    NewsPageFactory(parent=news_index, body=text("https://borta.example/"))
    SupportPageFactory(parent=home, source_url="https://borta.example/").unpublish()
    OrganisationFactory(name="Föreningen", website="https://borta.example/")
    break_links()

    assert len(rows(person("Kommunikatör"))) == 2
    assert rows(get_user_model().objects.create_user("utan-roll")) == []


def test_an_entry_of_a_register_is_gone_as_soon_as_it_is_saved(news_index):
    organisation = OrganisationFactory(name="Föreningen", website="https://borta.example/")
    user = person("Samordnare")
    break_links()

    (task,) = rows(user)
    assert (task.title, "organisation/edit" in task.address) == ("Föreningen", True)

    organisation.website = ""
    organisation.save()
    assert rows(user) == []


def test_the_letter_does_not_say_which_link_is_broken_on_a_page_in_safe_mode(home, news_index):
    SupportPageFactory(
        parent=home,
        title="Om någon slår dig",
        slug="rad",
        safe_mode=True,
        safe_title="Stöd och råd",
        source_url="https://skyddatboende.example/",
    )
    person("Kommunikatör")
    break_links()

    send()

    (letter,) = mail.outbox
    assert "- Stöd och råd\n  Rätta länken: http" in letter.body
    assert "skyddatboende" not in letter.body


def test_many_broken_links_ask_no_more_of_the_database_than_one(news_index):
    user = person("Kommunikatör")

    def one_more(number):
        NewsPageFactory(parent=news_index, body=text(f"https://borta{number}.example/"))
        OrganisationFactory(website=f"https://borta{number}.example/")
        break_links()

    def queries():
        with CaptureQueriesContext(connection) as asked:
            found = rows(get_user_model().objects.get(pk=user.pk))
        return len(asked), len(found)

    one_more(0)
    queries()
    few, two = queries()
    for number in range(1, 5):
        one_more(number)

    assert (two, queries()) == (2, (few, 10))
