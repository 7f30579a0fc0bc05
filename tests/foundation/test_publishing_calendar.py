"""The publishing calendar says what happens by itself, when and who said so, to those who may change it."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow, WorkflowPage

from foundation.publishing_calendar import LATE, weeks_for
from home.roles import REVIEW
from tests import noting
from tests.admin_forms import edit_address
from tests.factories import HelpContactFactory, NewsIndexPageFactory, NewsPageFactory
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db

# A Monday at noon, always to come.
MONDAY = datetime.datetime(2090, 1, 2, 12, tzinfo=datetime.UTC)


@pytest.fixture
@noting.once
def news_index(home, area):
    return NewsIndexPageFactory(parent=home)


@pytest.fixture
def person(news_index):
    """Makes somebody who has the role, or none."""
    make_roles()

    return member_of


def schedule(page, user, go_live_at=None, expire_at=None):
    """Publish the page, as its form does when a moment is chosen."""
    page.go_live_at, page.expire_at = go_live_at, expire_at
    page.save_revision(user=user).publish(user=user)
    return page


def told(user):
    """The rows of each week."""
    return {
        week.heading: [(task.title, task.reason) for task in week.tasks] for week in weeks_for(user)
    }


def test_what_is_scheduled_stands_in_its_week_with_moment_and_name(news_index, person):
    writer = person("Kommunikatör")
    draft = NewsPageFactory(parent=news_index, title="Torget", live=False)
    later = NewsPageFactory(parent=news_index, title="Parken", live=False)
    schedule(later, writer, go_live_at=MONDAY + datetime.timedelta(days=8))
    schedule(draft, writer, go_live_at=MONDAY)

    assert told(writer) == {
        "Vecka 1, 2–8 januari 2090": [
            (
                "Torget",
                "Nyhet. Publiceras den 2 januari 2090 klockan 13.00. Schemalagd av Kommunikatör.",
            )
        ],
        "Vecka 2, 9–15 januari 2090": [
            (
                "Parken",
                "Nyhet. Publiceras den 10 januari 2090 klockan 13.00. Schemalagd av Kommunikatör.",
            )
        ],
    }


def test_a_change_of_a_public_page_and_its_end_are_told_apart(news_index, person):
    writer = person("Kommunikatör")
    page = NewsPageFactory(parent=news_index, title="Torget")
    schedule(page, writer, expire_at=MONDAY + datetime.timedelta(days=2))
    page.refresh_from_db()
    page.title = "Torget igen"
    schedule(page, writer, go_live_at=MONDAY, expire_at=page.expire_at)

    (rows,) = told(writer).values()

    assert [(title, reason.split(" den ")[0]) for title, reason in rows] == [
        ("Torget igen", "Nyhet. Ändringen publiceras"),
        ("Torget", "Nyhet. Avpubliceras"),
    ]


def test_both_ends_of_a_draft_are_there(news_index, person):
    writer = person("Kommunikatör")
    draft = NewsPageFactory(parent=news_index, live=False)
    schedule(draft, writer, go_live_at=MONDAY, expire_at=MONDAY + datetime.timedelta(days=30))

    assert [reason.split(" den ")[0] for rows in told(writer).values() for _, reason in rows] == [
        "Nyhet. Publiceras",
        "Nyhet. Avpubliceras",
    ]


def test_a_number_to_call_is_there_for_those_who_may_change_it(person):
    writer = person("Kommunikatör")
    schedule(HelpContactFactory(name="Linjen", live=False), writer, go_live_at=MONDAY)

    ((title, reason),) = next(iter(told(writer).values()))

    assert "Linjen" in title
    assert reason.startswith("Hjälpkontakt. Publiceras den 2 januari 2090")
    assert told(person()) == {}


def test_nobody_reads_of_pages_that_they_may_not_change(home, person):
    home.title = "Ny framsida"
    schedule(home, person("Kommunikatör"), go_live_at=MONDAY)

    assert told(person("Samordnare")) == {}


def test_what_could_not_be_done_in_time_stands_first(news_index, person):
    writer = person("Kommunikatör")
    draft = NewsPageFactory(parent=news_index, live=False)
    schedule(draft, writer, go_live_at=MONDAY)
    draft.latest_revision.approved_go_live_at = timezone.now() - datetime.timedelta(days=1)
    draft.latest_revision.save(update_fields=["approved_go_live_at"])
    schedule(NewsPageFactory(parent=news_index, live=False), writer, go_live_at=MONDAY)

    assert list(told(writer)) == [LATE, "Vecka 1, 2–8 januari 2090"]


def test_what_waits_for_approval_is_said_to_wait(news_index, person):
    writer = person("Kommunikatör")
    draft = NewsPageFactory(parent=news_index, live=False)
    workflow = Workflow.objects.get(name=REVIEW)
    WorkflowPage.objects.create(workflow=workflow, page=draft)
    draft.go_live_at = MONDAY
    draft.save_revision(user=writer)
    workflow.start(draft, writer)

    ((row,),) = told(writer).values()

    assert row[1] == ("Nyhet. Publiceras den 2 januari 2090 klockan 13.00. Väntar på godkännande.")


def test_the_calendar_is_a_report_with_a_way_to_each_form(client, news_index, person):
    writer = person("Kommunikatör")
    draft = NewsPageFactory(parent=news_index, title="Torget", live=False)
    client.force_login(writer)
    address = reverse("publishing_calendar")
    assert "Ingenting är schemalagt." in client.get(address).text

    schedule(draft, writer, go_live_at=MONDAY)
    soup = BeautifulSoup(client.get(address).content, "html.parser")

    assert soup.select_one(".desk li a")["href"] == edit_address(draft)
    assert address in client.get(reverse("wagtailadmin_home")).text


def test_who_edits_nothing_has_no_calendar(client, person):
    client.force_login(person())

    assert client.get(reverse("publishing_calendar")).status_code == 302


def test_many_plans_ask_no_more_of_the_database_than_one(news_index, person):
    writer = person("Kommunikatör")

    def one_more():
        draft = NewsPageFactory(parent=news_index, live=False)
        schedule(draft, writer, go_live_at=MONDAY)
        schedule(HelpContactFactory(), writer, expire_at=MONDAY)

    def queries():
        with CaptureQueriesContext(connection) as asked:
            found = weeks_for(writer)
        return len(asked), sum(len(week.tasks) for week in found)

    one_more()
    queries()
    few, _ = queries()
    for _ in range(5):
        one_more()

    assert queries() == (few, 12)
