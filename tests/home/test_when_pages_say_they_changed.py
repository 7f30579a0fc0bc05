"""Every way to change the plan, and every place that tells of it: they agree.

Editors work in their own forms, readers and search engines ask for addresses. All pages were
last changed in July 2024 when something happens.
"""

import datetime
import re

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from actionplan.changes import page_types
from actionplan.models import MeasurePage, StatusUpdatePage
from foundation.scheduled_publishing import publish_due
from foundation.swedish.dates import long_date
from home.models import HomePage
from tests import noting
from tests.admin_forms import edit_address, opened_form
from tests.factories import StatusUpdatePageFactory

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.datetime(2024, 7, 2, 8, 0, tzinfo=datetime.UTC)
PUBLISH = {"action-publish": "action-publish"}


@pytest.fixture
@noting.once
def update(measure):
    """An update of the measure; like all other pages it has been there for long."""
    page = StatusUpdatePageFactory(parent=measure, fact_on=datetime.date(2024, 6, 1))
    for model in (*page_types(), HomePage):
        model.objects.update(
            first_published_at=LONG_AGO, last_published_at=LONG_AGO, changed_at=LONG_AGO
        )
    return type(page).objects.get()


# What is done


def send(admin, page, way=PUBLISH, **fields):
    """Open the page's form, change these fields and send it."""
    form = opened_form(admin, edit_address(page))
    answer = admin.post(edit_address(page), {**form, **fields, **way})
    assert answer.status_code == 302, answer.context["form"].errors


def nothing(admin, measure, update):
    """Readers come and go."""


def publish_an_update(admin, measure, update, **fields):
    """The next status update."""
    address = reverse("wagtailadmin_pages:add", args=["actionplan", "statusupdatepage", measure.pk])
    form = opened_form(admin, address)
    text = '{"blocks": [{"text": "Klart.", "type": "unstyled"}], "entityMap": {}}'
    answer = admin.post(address, {**form, "status": "done", "text": text, **fields, **PUBLISH})
    assert answer.status_code == 302, answer.context["form"].errors


def edit_the_measure(admin, measure, update):
    """Something that readers see."""
    send(admin, measure, goal="Fler vågar gå ut.")


def edit_the_update(admin, measure, update):
    """Something that readers of the update see."""
    text = '{"blocks": [{"text": "Stolparna är bytta.", "type": "unstyled"}], "entityMap": {}}'
    send(admin, update, text=text)


def correct_the_measure(admin, measure, update):
    """A mistake, said in the open."""
    row = {"id": "", "ORDER": "1", "DELETE": "", "what_changed": "Elva.", "reason": "Fel räknat."}
    row["corrected_on"] = timezone.localdate().isoformat()
    fields = {f"corrections-0-{name}": text for name, text in row.items()}
    send(admin, measure, **{"corrections-TOTAL_FORMS": "1", **fields})


def unpublish_the_update(admin, measure, update):
    """What was said is said no more."""
    admin.post(reverse("wagtailadmin_pages:unpublish", args=[update.pk]))


def delete_the_update(admin, measure, update):
    """The same, for ever."""
    admin.post(reverse("wagtailadmin_pages:delete", args=[update.pk]))
    assert not StatusUpdatePage.objects.exists()


def correct_a_typo(admin, measure, update):
    """Something that readers see, marked as a small correction."""
    send(admin, measure, goal="Fler vågar gå ut.", minor_edit="on")
    assert MeasurePage.objects.get().goal == "Fler vågar gå ut."


def save_a_draft(admin, measure, update):
    """Something that readers do not see yet."""
    send(admin, measure, way={}, goal="Fler vågar gå ut.")
    assert MeasurePage.objects.get().has_unpublished_changes


def publish_the_same_again(admin, measure, update):
    """Something that readers cannot see."""
    send(admin, measure)
    assert MeasurePage.objects.get().last_published_at > LONG_AGO


def review_the_measure(admin, measure, update):
    """Somebody has read it and seen that it is right."""
    send(admin, measure, reviewed_on=timezone.localdate().isoformat())


def schedule_an_update(admin, measure, update):
    """What will be said tomorrow."""
    tomorrow = timezone.localtime() + datetime.timedelta(days=1)
    publish_an_update(admin, measure, update, go_live_at=f"{tomorrow:%Y-%m-%d %H:%M}")
    assert StatusUpdatePage.objects.filter(live=False).exists()


def let_the_update_expire(admin, measure, update):
    """The clock takes it down."""
    Page.objects.filter(pk=update.pk).update(expire_at=timezone.now())
    publish_due()
    assert not StatusUpdatePage.objects.get().live


# What each place tells

EVERYWHERE = {
    "sitemap: /",
    "sitemap: /atgardsplan/",
    "sitemap: /atgardsplan/trygga-platser/",
    "sitemap: /atgardsplan/trygga-platser/ett-tryggare-torg/",
    "Uppdaterad: the measure",
    "Uppdaterad: the focus area",
    "Uppdaterad: the plan",
    "dateModified: the measure",
    "dateModified: the focus area",
    "dateModified: the plan",
    "dateModified: the start page",
    "Uppdaterad: the row in the plan",
    "Senast uppdaterad: the start page",
    "timeline of the start page",
}


def moved(client, measure):
    """The places that tell that something has changed since July 2024."""
    area, plan = measure.get_parent(), measure.get_parent().get_parent()
    today = f"Uppdaterad <time[^>]*>{long_date(timezone.localdate())}</time>"
    places = set()
    sitemap = client.get("/sitemap.xml").text
    for address, moment in re.findall(r"<loc>(.*?)</loc><lastmod>(.*?)</lastmod>", sitemap):
        is_update = f"{measure.url}2" in address
        if not is_update and datetime.datetime.fromisoformat(moment) > LONG_AGO:
            places.add(f"sitemap: {re.sub('^https?://[^/]*', '', address)}")
    for name, page in (("the measure", measure), ("the focus area", area), ("the plan", plan)):
        text = client.get(page.url).text
        if re.search(f'<p class="page-facts.*?{today}', text, re.DOTALL):
            places.add(f"Uppdaterad: {name}")
        if has_moved(text):
            places.add(f"dateModified: {name}")
    if re.search(f'<p class="quiet">{today}', client.get(plan.url).text):
        places.add("Uppdaterad: the row in the plan")
    start = client.get("/").text
    if re.search(f"Senast u{today[1:]}", start):
        places.add("Senast uppdaterad: the start page")
    if has_moved(start):
        places.add("dateModified: the start page")
    if timeline_of(start) != OLD:
        places.add("timeline of the start page")
    return places


def has_moved(text):
    """Whether the page tells programs that it has changed since July 2024."""
    moment = re.search(r'"dateModified":"(.*?)"', text)[1]
    return datetime.datetime.fromisoformat(moment) > LONG_AGO


def timeline_of(start):
    """What the timeline of the start page tells, without markup."""
    timeline = start[start.index('<ol class="timeline">') : start.index("</ol>")]
    return " ".join(re.sub("<[^>]+>", " ", timeline).split())


OLD = (
    "1 juni 2024 Ett tryggare torg Pågår Stolparna byts under våren. "
    "2 juli 2024 Ett tryggare torg Ny åtgärd i planen. "
    "2 juli 2024 Trygga platser Nytt fokusområde i planen. "
    "2 juli 2024 Åtgärdsplanen Ny åtgärdsplan."
)


@pytest.mark.parametrize(
    "happening",
    [
        publish_an_update,
        edit_the_measure,
        edit_the_update,
        correct_the_measure,
        unpublish_the_update,
        delete_the_update,
        let_the_update_expire,
    ],
)
def test_all_places_tell_of_what_readers_can_see(client, admin_client, measure, update, happening):
    happening(admin_client, measure, update)
    client.logout()

    assert moved(client, measure) == EVERYWHERE


@pytest.mark.parametrize(
    "happening",
    [
        nothing,
        correct_a_typo,
        save_a_draft,
        publish_the_same_again,
        review_the_measure,
        schedule_an_update,
    ],
)
def test_no_place_tells_of_what_readers_cannot_see_or_need_not_know(
    client, admin_client, measure, update, happening
):
    happening(admin_client, measure, update)
    client.logout()

    assert moved(client, measure) == set()


def test_what_became_private_leaves_the_timeline_and_moves_no_date(client, measure, update):
    PageViewRestriction.objects.create(page=update, restriction_type=PageViewRestriction.LOGIN)

    assert moved(client, measure) == {"timeline of the start page"}
    assert "Stolparna" not in client.get("/").text
    assert "tagits bort" not in client.get("/").text


def test_a_scheduled_update_is_told_everywhere_once_its_moment_has_come(
    client, admin_client, measure, update
):
    schedule_an_update(admin_client, measure, update)
    scheduled = StatusUpdatePage.objects.get(live=False)
    revision = scheduled.get_latest_revision()
    revision.content["go_live_at"] = LONG_AGO.isoformat()
    revision.approved_go_live_at = LONG_AGO
    revision.save()
    publish_due()
    client.logout()

    assert moved(client, measure) == EVERYWHERE
    assert scheduled.url in client.get("/").text
