"""With four eyes on, somebody else than the one who wrote last approves, and that publishes."""

import datetime
import json

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, TaskState, Workflow, WorkflowPage, WorkflowTask

from foundation.four_eyes.review import review_workflow
from foundation.four_eyes.rule import KEPT, NOT_YOUR_OWN
from foundation.settings import SiteSettings
from home.roles import REVIEW, make_roles
from tests.admin_forms import edit_address, opened_form
from tests.foundation.four_eyes.conftest import SUPERUSER

pytestmark = pytest.mark.django_db

APPROVE = {"action-workflow-action": "true", "workflow-action-name": "approve"}


def send_back(comment):
    extra = json.dumps({"comment": comment})
    return APPROVE | {"workflow-action-name": "reject", "workflow-action-extra-data": extra}


def messages(response):
    return " ".join(str(message) for message in response.context["messages"])


@pytest.fixture
def press(logged_in):
    """Opens the form of something as a person, writes in it and presses a button."""

    def button(user, thing, pressed, **fields):
        client = logged_in(user)
        address = (
            edit_address(thing)
            if not hasattr(thing, "snippet_viewset")
            else reverse(thing.snippet_viewset.get_url_name("edit"), args=[thing.pk])
        )
        data = opened_form(client, address) | fields | pressed
        response = client.post(address, data, follow=True)
        thing.refresh_from_db()
        return response

    return button


@pytest.fixture
def sent(person, press, four_eyes, measure):
    """A new title of the measure, sent for approval by the coordinator who wrote it."""
    press(person("Samordnare"), measure, {"action-submit": "1"}, title="Ett ljusare torg")
    assert measure.title == "Ett tryggare torg"
    assert measure.workflow_in_progress
    return measure


def test_a_reviewer_approves_with_one_button_and_it_is_public(sent, person, press):
    press(person("Granskare"), sent, APPROVE)

    assert sent.title == "Ett ljusare torg"
    assert not sent.workflow_in_progress


def test_what_is_approved_before_its_moment_waits_for_it(person, press, four_eyes, measure):
    next_week = timezone.now() + datetime.timedelta(days=7)
    # The browser sends it from a dialogue outside the form.
    moment = {"go_live_at": f"{timezone.localtime(next_week):%Y-%m-%d %H:%M}"}
    send = {"action-submit": "1", "title": "Ett ljusare torg"}
    press(person("Samordnare"), measure, send, **moment)

    press(person("Granskare"), measure, APPROVE, **moment)

    assert measure.title == "Ett tryggare torg"
    assert measure.revisions.exclude(approved_go_live_at=None).count() == 1


def test_a_reviewer_sends_back_with_a_comment_and_the_writer_sends_it_again(sent, person, press):
    writer = sent.get_latest_revision().user

    press(person("Granskare"), sent, send_back("Skriv när det byggs."))
    came_back = sent.current_workflow_state
    assert came_back.status == came_back.STATUS_NEEDS_CHANGES
    assert came_back.current_task_state.comment == "Skriv när det byggs."
    press(writer, sent, {"action-submit": "1"}, title="Ett ljusare torg 2027")

    assert sent.workflow_in_progress
    assert sent.title == "Ett tryggare torg"


def test_a_text_does_not_come_back_without_a_word(sent, person, logged_in):
    state = sent.current_workflow_task_state
    action = ("wagtailadmin_pages:collect_workflow_action_data", [sent.pk, "reject", state.pk])
    client = logged_in(person("Granskare"))

    answer = client.post(
        reverse(action[0], args=action[1]),
        {"comment": " "},
        headers={"x-requested-with": "XMLHttpRequest"},
    )

    assert "Vad ska ändras?" in answer.json()["html"]


def test_what_the_reviewer_has_just_written_is_kept_and_not_approved(sent, person, press):
    response = press(person("Granskare"), sent, APPROVE, title="Granskarens torg")

    assert sent.title == "Ett tryggare torg"
    assert sent.get_latest_revision_as_object().title == "Granskarens torg"
    assert sent.workflow_in_progress
    assert KEPT in messages(response)


def test_who_is_both_writer_and_reviewer_does_not_approve_their_own(
    person, press, four_eyes, measure
):
    both = person("Samordnare", "Granskare")
    press(both, measure, {"action-submit": "1"}, title="Ett ljusare torg")

    response = press(both, measure, APPROVE)

    assert measure.title == "Ett tryggare torg"
    assert KEPT in messages(response)
    press(person("Granskare"), measure, APPROVE)
    assert measure.title == "Ett ljusare torg"


def test_neither_does_a_superuser(person, press, four_eyes, measure):
    boss = person(SUPERUSER)
    press(boss, measure, {"action-submit": "1"}, title="Ett ljusare torg")

    press(boss, measure, APPROVE)

    assert measure.title == "Ett tryggare torg"


def test_their_own_text_is_not_among_what_waits_for_them(person, press, four_eyes, measure):
    both, other = person("Samordnare", "Granskare"), person("Granskare")
    press(both, measure, {"action-submit": "1"}, title="Ett ljusare torg")

    assert not TaskState.objects.reviewable_by(both).exists()
    assert TaskState.objects.reviewable_by(other).count() == 1


def test_no_other_workflow_lets_anybody_approve_their_own(person, press, four_eyes, measure):
    both = person("Samordnare", "Granskare")
    workflow = Workflow.objects.create(name="Eget")
    task = GroupApprovalTask.objects.create(name="Eget")
    task.groups.set(both.groups.all())
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=measure)
    press(both, measure, {"action-submit": "1"}, title="Ett ljusare torg")

    response = press(both, measure, APPROVE)

    assert measure.title == "Ett tryggare torg"
    assert NOT_YOUR_OWN in messages(response)
    with pytest.raises(ValidationError):
        measure.current_workflow_task_state.approve(user=both)


def test_a_number_to_call_is_approved_by_another(person, press, four_eyes, contact):
    press(person("Kommunikatör"), contact, {"action-submit": "1"}, name="Nya linjen")
    reviewer = person("Granskare")

    press(reviewer, contact, APPROVE, phone="112")
    assert contact.name == "Linjen"
    press(person("Granskare", "Samordnare"), contact, APPROVE)

    assert (contact.name, contact.phone) == ("Nya linjen", "112")


def test_an_untouched_number_to_call_is_approved_with_one_button(person, press, four_eyes, contact):
    press(person("Kommunikatör"), contact, {"action-submit": "1"}, name="Nya linjen")

    press(person("Granskare"), contact, APPROVE)

    assert contact.name == "Nya linjen"


def test_four_eyes_are_refused_where_nobody_could_approve(person):
    person("Samordnare")
    settings = SiteSettings.load()
    assert settings.four_eyes is False
    settings.four_eyes = True

    with pytest.raises(ValidationError) as refused:
        settings.full_clean()
    assert "Granskare" in refused.value.message_dict["four_eyes"][0]

    person("Granskare")
    settings.clean()


def test_a_workflow_that_was_made_before_is_given_the_review(measure):
    old = Workflow.objects.create(name=REVIEW)
    task = GroupApprovalTask.objects.create(name=REVIEW)
    WorkflowTask.objects.create(workflow=old, task=task)
    WorkflowPage.objects.create(workflow=old, page=measure)

    make_roles()

    (step,) = old.workflow_tasks.all()
    assert [group.name for group in step.task.specific.groups.all()] == ["Granskare"]
    assert measure.get_workflow() == review_workflow() == old
    assert make_roles() == []
