"""A communicator writes a status update in the editors' own form."""

import datetime
import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from actionplan.models import StatusUpdatePage
from actionplan.status import MeasureStatus
from tests.factories import StatusUpdatePageFactory

AS_AUTOSAVE = {"Accept": "application/json"}


@pytest.fixture
def communicator(home):
    """Somebody who may write and publish below the start page, and nothing else."""
    group = Group.objects.create(name="De som skriver i testerna")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for name in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=name)
        GroupPagePermission.objects.create(group=group, page=home, permission=permission)
    user = get_user_model().objects.create_user("kim", "kim@example.se", "ett-langt-losenord")
    user.groups.add(group)
    return user


@pytest.fixture
def admin(client, communicator):
    """The browser of the communicator."""
    client.force_login(communicator)
    return client


def filled_in(**fields):
    """What the form sends: nothing filled in but these fields."""
    empty = {
        "fact_on": "",
        "status": "",
        "reason": "",
        "merged_into": "",
        "text": rich_text(""),
        "picture": streamfield([]),
        "outcome": "",
        "outcome_reason": "",
        "source_text": "",
        "corrections": inline_formset([]),
    }
    return nested_form_data({**empty, **fields})


def complete(**fields):
    """A form that may be published."""
    return filled_in(
        **{
            "fact_on": "2025-05-03",
            "status": "ongoing",
            "text": rich_text("<p>Belysningen är på plats.</p>"),
            **fields,
        }
    )


def add_url(measure):
    """Where an update of the measure is written."""
    return reverse("wagtailadmin_pages:add", args=["actionplan", "statusupdatepage", measure.pk])


def edit_url(page):
    """Where the page is edited."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def only_update():
    """The one update that there is."""
    return StatusUpdatePage.objects.get()


@pytest.mark.django_db
def test_a_new_form_knows_today_and_how_the_measure_stands(admin, measure):
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.ONGOING)
    form = admin.get(add_url(measure)).context["form"]

    assert form["fact_on"].value() == timezone.localdate()
    assert form["status"].value() == MeasureStatus.ONGOING


@pytest.mark.django_db
def test_nobody_is_asked_for_a_title_or_an_address(admin, measure):
    form = admin.get(add_url(measure)).context["form"]

    assert not {"title", "slug", "summary"} & set(form.fields)


@pytest.mark.django_db
def test_reason_and_other_measure_are_shown_only_for_the_statuses_that_need_them(admin, measure):
    page = admin.get(add_url(measure)).text

    assert "change-&gt;w-rules#resolve" in page or "change->w-rules#resolve" in page
    assert (
        "&quot;status&quot;: [&quot;paused&quot;, &quot;cancelled&quot;, &quot;merged&quot;]"
        in page
    )
    assert "&quot;status&quot;: [&quot;merged&quot;]" in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"fact_on": "2025-05-03"},
        {"status": "paused"},
        {"status": "merged"},
        {"outcome": "partly"},
    ],
)
def test_a_half_empty_form_is_saved_by_itself(admin, measure, fields):
    answer = admin.post(add_url(measure), filled_in(**fields), headers=AS_AUTOSAVE)

    assert answer.json()["success"] is True
    assert only_update().live is False
    again = admin.post(answer.json()["url"], filled_in(status="paused"), headers=AS_AUTOSAVE)
    assert again.json()["success"] is True


@pytest.mark.django_db
def test_a_public_update_can_be_left_half_changed(admin, measure):
    update = StatusUpdatePageFactory(parent=measure)
    answer = admin.post(edit_url(update), filled_in(), headers=AS_AUTOSAVE)

    assert answer.json()["success"] is True
    assert only_update().fact_on == datetime.date(2025, 5, 3)
    assert only_update().has_unpublished_changes


@pytest.mark.django_db
def test_the_address_of_a_saved_draft_follows_its_day(admin, measure):
    first = admin.post(add_url(measure), filled_in(), headers=AS_AUTOSAVE).json()
    admin.post(first["url"], complete(**{"action-publish": "action-publish"}))

    assert (only_update().slug, only_update().title) == ("2025-05-03", "Lägesrapport 3 maj 2025")


@pytest.mark.django_db
def test_what_is_missing_is_said_in_swedish_at_the_field_only_when_publishing(admin, measure):
    data = complete(status="paused", **{"action-publish": "action-publish"})
    form = admin.post(add_url(measure), data).context["form"]

    assert form.errors == {"reason": ["Förklara varför, så att invånarna förstår."]}
    assert not StatusUpdatePage.objects.exists()


@pytest.mark.django_db
def test_every_field_that_is_missing_is_told_once(admin, measure):
    data = filled_in(**{"action-publish": "action-publish"})
    form = admin.post(add_url(measure), data).context["form"]

    assert {field: len(messages) for field, messages in form.errors.items()} == {
        "fact_on": 1,
        "status": 1,
        "text": 1,
    }


@pytest.mark.django_db
def test_a_future_day_is_refused_with_the_latest_day_allowed(admin, measure):
    data = complete(fact_on="2099-01-01", **{"action-publish": "action-publish"})
    form = admin.post(add_url(measure), data).context["form"]

    assert list(form.errors) == ["fact_on"]
    assert "Dagen får inte vara senare än" in form.errors["fact_on"][0]


@pytest.mark.django_db
def test_a_published_update_is_seen_at_once_on_the_measure(admin, client, measure):
    answer = admin.post(add_url(measure), complete(**{"action-publish": "action-publish"}))

    assert answer.status_code == 302
    page = client.get(measure.url).text
    assert "Lägesrapport 3 maj 2025" in page
    assert "Belysningen är på plats." in page


@pytest.mark.django_db
def test_a_scheduled_update_waits_for_its_moment(admin, client, measure):
    moment = timezone.localtime() + datetime.timedelta(days=3)
    data = complete(
        fact_on=f"{moment:%Y-%m-%d}",
        go_live_at=f"{moment:%Y-%m-%d %H:%M}",
        **{"action-publish": "action-publish"},
    )
    answer = admin.post(add_url(measure), data)

    assert answer.status_code == 302
    assert only_update().live is False
    assert only_update().scheduled_revision.approved_go_live_at
    assert "Lägesrapport" in (page := client.get(measure.url).text)
    assert only_update().title not in page


# Looking at a draft


def preview(admin, url, data, mode="measure"):
    """What the preview beside the form shows."""
    told = json.loads(admin.post(url, data).content)
    assert told == {"is_valid": True, "is_available": True}
    answer = admin.get(f"{url}?mode={mode}")
    assert answer.status_code == 200
    return answer.text


@pytest.mark.django_db
@pytest.mark.parametrize("mode", ["measure", ""])
@pytest.mark.parametrize("data", [filled_in(), filled_in(status="merged"), complete()])
def test_an_unsaved_update_can_be_seen_whatever_is_missing(admin, measure, data, mode):
    kind = ["actionplan", "statusupdatepage", measure.pk]
    page = preview(admin, reverse("wagtailadmin_pages:preview_on_add", args=kind), data, mode)

    assert "Ett tryggare torg" in page
    assert "Lägesrapport" in page


@pytest.mark.django_db
def test_the_preview_shows_the_draft_among_the_others_and_what_it_does_to_the_status(
    admin, measure
):
    StatusUpdatePageFactory(
        parent=measure, fact_on=datetime.date(2024, 9, 1), text="<p>Vi har mätt ljuset.</p>"
    )
    newest = StatusUpdatePageFactory(parent=measure, fact_on=datetime.date(2025, 5, 3))
    data = complete(status="done", text=rich_text("<p>Nu är det klart.</p>"))
    page = preview(admin, reverse("wagtailadmin_pages:preview_on_edit", args=[newest.pk]), data)

    assert page.index("Genomförd") < page.index("<h1>Ett tryggare torg</h1>")
    assert page.index("Nu är det klart.") < page.index("Lägesrapport 1 september 2024")
    assert "Stolparna" not in page
    assert page.count("Lägesrapport 3 maj 2025") == 1


# What stands above the form


@pytest.mark.django_db
def test_a_new_form_says_which_measure_it_is_about_and_how_that_stands(admin, measure):
    page = admin.get(add_url(measure)).text

    assert "Ett tryggare torg" in page
    assert "Planerad. Ingen lägesrapport är publicerad än." in page
    assert "Skriv en ny lägesrapport" not in page


@pytest.mark.django_db
def test_a_published_update_leads_to_a_new_one_instead_of_a_change_of_status(admin, measure):
    page = admin.get(edit_url(StatusUpdatePageFactory(parent=measure))).text

    assert f'<a href="{add_url(measure)}">Skriv en ny lägesrapport</a>' in page
    assert "kryssa i Liten rättelse" in page


@pytest.mark.django_db
def test_who_may_not_write_updates_is_not_led_to_a_new_one(admin, communicator, measure):
    update = StatusUpdatePageFactory(parent=measure)
    GroupPagePermission.objects.filter(permission__codename="add_page").delete()

    assert add_url(measure) not in admin.get(edit_url(update)).text
