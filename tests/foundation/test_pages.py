"""What may not be public is refused whichever way it comes; a draft is never in the way."""

import datetime
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Task, Workflow, WorkflowTask

from foundation.pages import BasePage
from home.models import StandardPage
from tests.admin_forms import edit_address, errors_in, opened_form

pytestmark = pytest.mark.django_db

REFUSAL = "Den neutrala rubriken avslöjar vad sidan handlar om. Välj andra ord."


@pytest.fixture
def telltale(home):
    """A draft that must not be published: it would give its reader away."""
    page = home.add_child(
        instance=StandardPage(
            title="Stöd", slug="stod", safe_mode=True, safe_title="Mot våld", live=False
        )
    )
    page.save_revision()
    return page


def is_live(page):
    return StandardPage.objects.get(pk=page.pk).live


def test_from_the_shell(telltale):
    with pytest.raises(ValidationError) as refusal:
        telltale.latest_revision.publish()

    assert refusal.value.message_dict == {"safe_title": [REFUSAL]}
    assert not is_live(telltale)


def test_by_the_form_where_the_message_stands_at_its_field(admin_client, telltale):
    data = opened_form(admin_client, edit_address(telltale))

    answer = admin_client.post(edit_address(telltale), data | {"action-publish": "1"})

    assert errors_in(answer) == {"safe_title": [REFUSAL]}
    assert not is_live(telltale)


def test_a_draft_is_kept_as_it_is(admin_client, telltale):
    data = opened_form(admin_client, edit_address(telltale)) | {"summary": "Inte klart än."}

    answer = admin_client.post(edit_address(telltale), data)

    assert answer.status_code == 302
    assert StandardPage.objects.get(pk=telltale.pk).get_latest_revision_as_object().summary == (
        "Inte klart än."
    )


def test_a_draft_can_be_looked_at(admin_client, telltale):
    data = opened_form(admin_client, edit_address(telltale)) | {"title": "Utan allt annat"}
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[telltale.pk])

    assert admin_client.post(preview, data).json() == {"is_valid": True, "is_available": True}
    assert "Utan allt annat" in admin_client.get(preview).content.decode()


def test_by_approval(admin_user, rf, telltale):
    workflow = Workflow.objects.create(name="Granskning")
    WorkflowTask.objects.create(
        workflow=workflow, task=Task.objects.create(name="Läs"), sort_order=0
    )
    state = workflow.start(telltale, admin_user)

    with pytest.raises(ValidationError):
        state.current_task_state.approve(user=admin_user)

    assert not is_live(telltale)


def test_by_schedule_also_when_the_moment_has_come(telltale):
    telltale.go_live_at = timezone.now() - datetime.timedelta(minutes=1)
    revision = telltale.save_revision()
    revision.approved_go_live_at = telltale.go_live_at
    revision.save()

    call_command("publish_scheduled", stdout=StringIO())

    assert not is_live(telltale)


def test_scheduling_it_is_refused_too(telltale):
    telltale.go_live_at = timezone.now() + datetime.timedelta(days=1)

    with pytest.raises(ValidationError):
        telltale.save_revision().publish()


def test_many_at_once(admin_client, telltale):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    answer = admin_client.post(f"{address}?id={telltale.pk}&next=/redaktion/", follow=True)

    assert answer.status_code == 200
    assert REFUSAL in answer.content.decode()
    assert not is_live(telltale)


@pytest.mark.parametrize("slug", ["indikatorer", "undersokningar", "lagen"])
def test_an_address_that_the_plan_uses_itself_is_refused_to_other_pages(area, plan, slug):
    area.slug = slug

    with pytest.raises(ValidationError) as refusal:
        area.save()

    assert refusal.value.message_dict == {
        "slug": [f"Adressen ”{slug}” används av webbplatsen själv. Välj en annan."]
    }


def test_so_is_an_address_that_a_view_of_the_site_answers_at(home):
    for slug in ("sok", "redaktion", "media", "dokument", "halsa", "static"):
        with pytest.raises(ValidationError):
            home.add_child(instance=StandardPage(title="Sida", slug=slug))


def test_further_down_the_same_word_is_free(area):
    area.get_parent().specific.full_clean()
    area.slug = "sok"

    area.save()

    assert area.url == "/atgardsplan/sok/"


def test_a_page_that_has_no_place_yet_can_be_asked_everything():
    page = StandardPage(title="Ny")

    assert page.breadcrumb == []
    assert page.updated_at is None
    assert page.publication_errors() == {}


def test_search_engines_may_show_what_is_neither_an_example_nor_hidden(home):
    assert home.is_indexable
    assert not StandardPage(is_example=True).is_indexable
    assert not StandardPage(hide_from_search_engines=True).is_indexable


def test_a_page_answers_reading_only(client, home):
    assert client.get("/").status_code == 200
    assert client.head("/").status_code == 200
    for method in (client.post, client.put, client.delete, client.patch):
        assert method("/").status_code == 405
    assert issubclass(type(home), BasePage)
