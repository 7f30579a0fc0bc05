"""The answer to a form's first save by itself is lost, and the form comes again."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from actionplan.models import StatusUpdatePage
from news.models import NewsPage
from tests.admin_forms import opened_form
from tests.factories import NewsIndexPageFactory
from tests.people import member_of

pytestmark = pytest.mark.django_db

BY_ITSELF = {"accept": "application/json"}


@pytest.fixture
def address(home):
    index = NewsIndexPageFactory(parent=home)
    return reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])


@pytest.fixture
def form(admin_client, address):
    """News as the browser sends it, which has saved itself already and was not answered."""
    data = opened_form(admin_client, address) | {"title": "Tryggare torg", "slug": "torg"}
    assert admin_client.post(address, data, headers=BY_ITSELF).json()["success"]
    return data


def test_what_saves_itself_again_takes_the_place_of_the_draft(admin_client, address, form):
    form["title"] = "Ett tryggare torg"
    answer = admin_client.post(address, form, headers=BY_ITSELF).json()

    page = NewsPage.objects.get()
    assert (answer["success"], answer["pk"]) == (True, page.pk)
    assert (page.title, page.slug) == ("Ett tryggare torg", "torg")


def test_so_does_what_is_sent_with_a_button(admin_client, address, form):
    assert admin_client.post(address, form).status_code == 302
    assert NewsPage.objects.get().slug == "torg"


def test_so_does_the_third_when_two_answers_are_lost(admin_client, address, form):
    for _ in range(2):
        assert admin_client.post(address, form, headers=BY_ITSELF).json()["success"]
    assert NewsPage.objects.get().slug == "torg"


def test_an_update_gets_no_second_draft_of_the_same_day(admin_client, measure):
    place = ["actionplan", "statusupdatepage", measure.pk]
    address = reverse("wagtailadmin_pages:add", args=place)
    data = opened_form(admin_client, address)
    for _ in range(2):
        assert admin_client.post(address, data, headers=BY_ITSELF).json()["success"]
    assert StatusUpdatePage.objects.count() == 1


def test_the_draft_stays_when_the_form_is_refused(admin_client, address, form):
    draft = NewsPage.objects.get()
    for headers in ({}, BY_ITSELF):
        answer = admin_client.post(address, form | {"title": ""}, headers=headers)
        assert answer.status_code in (200, 400)
        assert NewsPage.objects.get() == draft


def test_a_draft_that_somebody_has_opened_stays(admin_client, address, form):
    draft = NewsPage.objects.get()
    admin_client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk]))
    again = admin_client.post(address, form | {"slug": "torget"}, headers=BY_ITSELF)
    assert again.json()["success"]
    assert NewsPage.objects.filter(pk=draft.pk).exists()
    assert NewsPage.objects.count() == 2


def test_a_draft_that_was_saved_since_or_published_stays(admin_client, address, form):
    draft = NewsPage.objects.get()
    draft.save_revision()
    admin_client.post(address, form | {"slug": "torget"}, headers=BY_ITSELF)
    NewsPage.objects.exclude(pk=draft.pk).update(live=True)
    admin_client.post(address, form | {"slug": "torgen"}, headers=BY_ITSELF)
    assert set(NewsPage.objects.values_list("slug", flat=True)) == {"torg", "torget", "torgen"}


def test_who_goes_back_to_a_form_that_was_sent_makes_a_second_page(admin_client, address, home):
    data = opened_form(admin_client, address) | {"title": "Ett", "slug": "ett"}
    admin_client.post(address, data)
    admin_client.post(address, data | {"title": "Två", "slug": "tva"})
    assert NewsPage.objects.count() == 2


def test_a_form_takes_nothing_from_another_person_or_another_form(
    admin_client, client, address, form
):
    client.force_login(member_of(is_superuser=True, must_change_password=False))
    client.post(address, form | {"slug": "deras"}, headers=BY_ITSELF)
    fresh = opened_form(admin_client, address) | {"title": "Annat", "slug": "annat"}
    admin_client.post(address, fresh, headers=BY_ITSELF)
    assert Page.objects.exact_type(NewsPage).count() == 3
