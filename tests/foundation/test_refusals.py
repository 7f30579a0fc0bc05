"""What may not be public is refused to the editor in words, whichever way it is tried."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask

from home.models import StandardPage
from home.publishing import add_page
from news.models import NewsPage
from tests import noting
from tests.factories import (
    FocusAreaPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    PlanPageFactory,
)

pytestmark = pytest.mark.django_db

NOTHING_CHANGED = "Det gick inte att genomföra. Ingenting har ändrats."


@pytest.fixture
def admin(client):
    user = get_user_model().objects.create_superuser("admin", password="ett-langt-losenord")
    client.force_login(user)
    return client


@pytest.fixture
@noting.once
def news(home):
    return NewsIndexPageFactory(parent=home)


def unfinished(news, **facts):
    """An article without the lead that it needs to be public."""
    return NewsPageFactory(parent=news, live=False, summary="", **facts)


def finished(news):
    page = NewsPageFactory(parent=news, live=False)
    page.save_revision()
    return page


def messages(response):
    return " ".join(str(message) for message in response.context["messages"])


def test_publishing_many_at_once_publishes_all_or_none(admin, news):
    pages = [finished(news), unfinished(news)]
    pages[1].save_revision(clean=False)
    ids = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    back = reverse("wagtailadmin_explore", args=(news.pk,))
    response = admin.post(f"{address}?{ids}&next={back}", {"include_descendants": ""}, follow=True)

    assert response.redirect_chain == [(back, 302)]
    assert NOTHING_CHANGED in messages(response)
    assert "Skriv en ingress" in messages(response)
    assert not NewsPage.objects.live().exists()


@pytest.fixture
def waiting(news):
    """An unfinished article that waits for approval."""
    page = unfinished(news)
    page.save_revision(clean=False)
    workflow = Workflow.objects.create(name="Granskning")
    task = GroupApprovalTask.objects.create(name="Granskning")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    workflow.start(page, get_user_model().objects.create_user("redaktor"))
    return page


def approval(page):
    state = page.current_workflow_task_state
    return reverse("wagtailadmin_pages:workflow_action", args=(page.pk, "approve", state.pk))


def test_an_approval_that_cannot_be_carried_out_leaves_the_page_waiting(admin, waiting):
    response = admin.post(approval(waiting), {"comment": ""}, follow=True)

    assert NOTHING_CHANGED in messages(response)
    page = NewsPage.objects.get()
    assert not page.live
    assert page.workflow_in_progress


def test_the_dialogue_for_approval_goes_where_the_reason_is_shown(admin, waiting):
    response = admin.post(
        approval(waiting), {"comment": ""}, headers={"x-requested-with": "XMLHttpRequest"}
    )

    assert response.status_code == 200
    assert response.json() == {"step": "success", "redirect": reverse("wagtailadmin_home")}
    assert NOTHING_CHANGED in messages(admin.get(response.json()["redirect"]))


def test_a_script_gets_the_reason_as_data(admin, waiting):
    response = admin.post(
        approval(waiting), {"comment": ""}, headers={"accept": "application/json"}
    )

    assert response.status_code == 400
    assert response.json()["success"] is False
    assert response.json()["error_message"].startswith(NOTHING_CHANGED)


@pytest.fixture
@noting.once
def plans(home):
    """Two plans, the second with a measure area whose address the first keeps for itself."""
    return PlanPageFactory(parent=home), PlanPageFactory(parent=home, slug="gammal-plan")


def area_called_lagen(plan):
    area = FocusAreaPageFactory(parent=plan, slug="omrade")
    MeasurePageFactory(parent=area)
    # An import or an older version could have left it so.
    Page.objects.filter(pk=area.pk).update(slug="lagen")
    return Page.objects.get(pk=area.pk)


def test_a_page_is_not_moved_to_where_the_site_uses_its_address(admin, plans):
    new, old = plans
    area = area_called_lagen(old)
    address = reverse("wagtailadmin_pages:move_confirm", args=(area.pk, new.pk))
    response = admin.post(address, follow=True)

    assert "Adressen ”lagen” används av webbplatsen själv." in messages(response)
    assert Page.objects.get(pk=area.pk).get_parent().pk == old.pk


def test_nor_are_several_pages_at_once(admin, plans):
    new, old = plans
    pages = [FocusAreaPageFactory(parent=old), area_called_lagen(old)]
    ids = "&".join(f"id={page.pk}" for page in pages)
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "move"))
    response = admin.post(f"{address}?{ids}", {"chooser": new.pk}, follow=True)

    assert "används av webbplatsen själv" in messages(response)
    assert not new.get_children().exists()


def test_a_copy_does_not_get_an_address_that_the_site_uses(admin, plans):
    new, old = plans
    area = FocusAreaPageFactory(parent=old)
    response = admin.post(
        reverse("wagtailadmin_pages:copy", args=(area.pk,)),
        {"new_title": "Kopia", "new_slug": "lagen", "new_parent_page": new.pk},
    )

    assert "Adressen ”lagen” används av webbplatsen själv." in response.text
    assert not new.get_children().exists()


def test_an_address_elsewhere_is_not_followed_back(admin, waiting):
    response = admin.post(
        f"{approval(waiting)}?next=https://example.com/",
        headers={"referer": "https://example.com/"},
    )

    assert response.headers["location"] == reverse("wagtailadmin_home")


def test_what_is_not_refused_is_done(admin, home):
    page = add_page(home, StandardPage(title="Kontakt", slug="kontakt"), publish=False)
    address = reverse("wagtail_bulk_action", args=("wagtailcore", "page", "publish"))
    admin.post(f"{address}?id={page.pk}", {"include_descendants": ""})

    assert StandardPage.objects.get().live


def test_a_form_cut_short_on_its_way_is_a_bad_request_and_no_fault_of_the_site(admin, news):
    page = finished(news)
    answer = admin.post(reverse("wagtailadmin_pages:edit", args=(page.pk,)), {"title": "Nytt"})

    assert answer.status_code == 400
    page.refresh_from_db()
    assert page.draft_title != "Nytt"


@pytest.mark.parametrize("number", ["9" * 19, "9" * 400])
def test_a_number_too_large_for_the_database_is_a_wrong_question_and_no_error(admin, home, number):
    answer = admin.get(reverse("wagtailusers_users:index"), {"group": number})

    # PostgreSQL finds nobody in such a group; SQLite cannot even be asked.
    assert answer.status_code == (400 if connection.vendor == "sqlite" else 200)
    assert "<h1" in answer.content.decode()


def test_an_error_of_our_own_is_not_blamed_on_the_question(admin, home, monkeypatch):
    def broken(*args, **kwargs):
        raise OverflowError

    monkeypatch.setattr("wagtail.users.views.users.IndexView.get_queryset", broken)
    admin.raise_request_exception = False

    assert admin.get(reverse("wagtailusers_users:index"), {"q": "anna"}).status_code == 500
