"""A published page that was wrong is corrected in the open, by whoever may publish it."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.template.loader import get_template
from django.urls import reverse
from wagtail.models import GroupPagePermission, get_page_models
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from actionplan.models import StatusUpdatePage
from foundation.pages import BasePage
from foundation.settings import SiteSettings
from tests import noting
from tests.admin_forms import edit_address
from tests.factories import StatusUpdatePageFactory
from tests.leaks.exits import Question, ask
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db

OLD, NEW = "zqgammal", "zqrattat"
TEXT = f'<p data-block-key="a1b2c">Tolv {OLD} stolpar.</p>'
WHAT, WHY = "Det var elva stolpar, inte tolv.", "Vi räknade en stolpe två gånger."
PUBLIC = [
    "/flode/allt.atom",
    "/flode/rattelser.atom",
    "/flode/atgardsplan.atom",
    "/oppna-data/lagesrapporter.json",
    "/api/v1/lagesrapporter",
    "/sok/?q=stolpar",
    "/atgardsplan/vad-har-hant/?sedan=2020",
]


@pytest.fixture
def log_in(client, measure):
    make_roles()

    def as_member_of(role, name="redaktör"):
        user = member_of(role, name=name)
        client.force_login(user)
        return user

    return as_member_of


@pytest.fixture
@noting.once
def update(measure):
    """A published update whose text is wrong."""
    return StatusUpdatePageFactory(parent=measure, text=TEXT)


def address(page):
    return reverse("correct_page", args=[page.pk])


def correction(page, **fields):
    """The form as it is sent, with the text put right."""
    whole = {
        "loaded_revision_id": str(page.latest_revision_id),
        "correction_what": WHAT,
        "correction_why": WHY,
        "reason": "",
        "fact_on": "2025-05-03",
        "status": "ongoing",
        "merged_into": "",
        "text": rich_text(f"<p>Elva {NEW} stolpar.</p>"),
        "picture": streamfield([]),
        "outcome": "",
        "outcome_reason": "",
        **fields,
    }
    return nested_form_data(whole)


def messages_of(answer):
    soup = BeautifulSoup(answer.content, "html.parser")
    return " ".join(soup.select_one(".messages").get_text(" ").split())


def test_a_correction_is_told_with_the_text_and_the_old_wording_is_nowhere_public(
    client, log_in, update
):
    log_in("Samordnare")
    answer = client.post(address(update), correction(update), follow=True)
    client.logout()

    assert "Rättelsen är publicerad." in messages_of(answer)
    page = client.get(update.url).text
    assert all(words in page for words in (NEW, WHAT, WHY))
    assert WHAT in client.get("/flode/rattelser.atom").text
    for exit in [*PUBLIC, update.url, f"{update.url}index.md", update.get_parent().url]:
        told = ask(client, Question("", exit))
        assert told.status == 200, exit
        assert OLD.encode() not in told.body, exit


def test_the_old_wording_stays_in_the_history_for_editors(client, log_in, update):
    log_in("Samordnare")
    old = update.latest_revision
    client.post(address(update), correction(update))

    old.refresh_from_db()
    assert OLD in old.as_object().text
    assert client.get(reverse("wagtailadmin_pages:history", args=[update.pk])).status_code == 200


def test_a_correction_moves_the_date_even_where_the_text_is_already_right(client, log_in, update):
    log_in("Samordnare")
    unchanged = correction(update, text=rich_text(TEXT))
    client.post(address(update), unchanged)

    now = StatusUpdatePage.objects.get()
    assert now.changed_at > now.first_published_at
    assert [row.what_changed for row in now.corrections.all()] == [WHAT]


def test_a_correction_says_what_and_why(client, log_in, update):
    log_in("Samordnare")
    answer = client.post(
        address(update), correction(update, correction_what="", correction_why=" ")
    )

    assert set(answer.context["form"].errors) == {"correction_what", "correction_why"}
    assert OLD in StatusUpdatePage.objects.get().text


def test_the_form_holds_the_text_to_what_may_be_public(client, log_in, update):
    log_in("Samordnare")
    answer = client.post(address(update), correction(update, status="paused"))

    assert (
        set(answer.context["form"].errors) == {"reason"}
        or "status" not in answer.context["form"].errors
    )


def test_somebody_elses_unpublished_changes_do_not_follow_along(client, log_in, update):
    other = get_user_model().objects.create_user("annan", first_name="Kim", last_name="Ek")
    draft = StatusUpdatePage.objects.get()
    draft.text = "<p>Inte klart än</p>"
    draft.save_revision(user=other)
    log_in("Samordnare")
    answer = client.get(address(update), follow=True)

    assert answer.redirect_chain[0][0] == edit_address(update)
    assert "Kim Ek sparade dem" in messages_of(answer)
    client.post(address(update), correction(StatusUpdatePage.objects.get()))
    assert OLD in StatusUpdatePage.objects.get().text


def test_what_somebody_else_published_meanwhile_is_not_overwritten(client, log_in, update):
    log_in("Samordnare")
    sent = correction(update)
    draft = StatusUpdatePage.objects.get()
    draft.text = "<p>Tretton stolpar</p>"
    draft.save_revision().publish()
    answer = client.post(address(update), sent)

    assert "har ändrat sidan medan du skrev" in messages_of(answer)
    assert NEW in answer.text
    assert StatusUpdatePage.objects.get().text == "<p>Tretton stolpar</p>"


@pytest.mark.parametrize("role", ["Kommunikatör", "Samordnare", "Granskare"])
def test_who_may_publish_meets_the_button(role, client, log_in, update):
    log_in(role)

    assert address(update) in client.get(edit_address(update)).text


def test_who_may_only_write_is_refused_where_nobody_approves(client, log_in, update):
    user = log_in("Samordnare")
    GroupPagePermission.objects.filter(
        group__in=user.groups.all(), permission__codename="publish_page"
    ).delete()

    assert address(update) not in client.get(edit_address(update)).text
    client.post(address(update), correction(update))
    assert OLD in StatusUpdatePage.objects.get().text


def test_with_four_eyes_a_correction_waits_for_approval(client, log_in, update):
    SiteSettings.objects.update(four_eyes=True)
    log_in("Samordnare")
    answer = client.post(address(update), correction(update), follow=True)

    assert "skickad för godkännande" in messages_of(answer)
    now = StatusUpdatePage.objects.get()
    assert now.workflow_in_progress
    assert OLD in now.text
    assert not now.corrections.exists()


def test_a_draft_has_nothing_to_correct(client, log_in, measure):
    draft = StatusUpdatePageFactory(parent=measure, live=False)
    log_in("Samordnare")

    assert client.get(address(draft)).status_code == 404


# Who does not correct, but edits


def edited(page, **fields):
    """The ordinary form of the page, published."""
    whole = {
        "source_text": "",
        "corrections": inline_formset([]),
        "action-publish": "action-publish",
        **fields,
    }
    return correction(page, **whole)


def test_who_edits_a_published_update_is_told_how_to_correct(client, log_in, update):
    log_in("Samordnare")
    told = messages_of(client.post(edit_address(update), edited(update), follow=True))

    assert "Liten rättelse" in told
    assert "Skriv en rättelse" in told


@pytest.mark.parametrize(
    "fields",
    [
        {"minor_edit": "on"},
        {"text": rich_text(TEXT)},
        {
            "corrections": inline_formset(
                [{"corrected_on": "2025-05-04", "what_changed": WHAT, "reason": WHY}]
            )
        },
    ],
)
def test_nothing_is_asked_of_who_has_said_it_or_changed_nothing(client, log_in, update, fields):
    log_in("Samordnare")
    told = messages_of(client.post(edit_address(update), edited(update, **fields), follow=True))

    assert "publicerad" in told
    assert "Skriv en rättelse" not in told


def test_a_page_says_that_it_shows_corrections_exactly_if_its_template_does():
    shows = {
        model.__name__
        for model in get_page_models()
        if issubclass(model, BasePage)
        and "components/corrections.html" in get_template(model.template).template.source
    }
    says = {
        model.__name__
        for model in get_page_models()
        if issubclass(model, BasePage) and model.shows_corrections
    }

    assert says == shows
