"""Writing news, support pages and campaigns in the admin, as the communicator who does it."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from news.models import CampaignActivity, CampaignPage, NewsPage, SupportPage
from tests.factories import CampaignPageFactory, MeasurePageFactory
from tests.people import make_roles

pytestmark = pytest.mark.django_db

FIRST, LAST = "2025-11-24", "2025-11-30"
EMPTY_FORMSETS = {
    NewsPage: ["measure_links", "corrections"],
    SupportPage: ["corrections"],
    CampaignPage: [
        "measure_links",
        "corrections",
        "messages",
        "activities",
        "materials",
        "internal_messages",
        "internal_activities",
        "internal_materials",
    ],
}
FILLED_IN = {
    NewsPage: {
        "title": "Nytt ljus på torget",
        "slug": "nytt-ljus",
        "summary": "Torget har fått ny belysning.",
        "body": streamfield([("paragraph", rich_text("<p>Nu är det klart.</p>"))]),
        "picture": streamfield([]),
    },
    SupportPage: {
        "title": "Så döljer du ditt besök",
        "slug": "ditt-besok",
        "safe_title": "Stöd och råd",
        "summary": "Så tar du bort spåren.",
        "language": "sv",
        "body": streamfield([]),
    },
    CampaignPage: {
        "title": "Orange vecka",
        "slug": "orange-vecka",
        "safe_title": "Stöd och råd",
        "summary": "En vecka om trygghet.",
        "purpose": "Fler ska veta var det finns hjälp.",
        "starts_on": FIRST,
        "ends_on": LAST,
        "body": streamfield([]),
        "result": rich_text(""),
    },
}
HALF_EMPTY = {
    NewsPage: {"body": streamfield([]), "picture": streamfield([])},
    SupportPage: {"body": streamfield([]), "language": "sv"},
    CampaignPage: {"body": streamfield([]), "result": rich_text("")},
}
MODELS = list(FILLED_IN)


@pytest.fixture
def communicator(client, news, support):
    """Somebody who may write and publish, and nothing more, logged in."""
    make_roles()
    user = get_user_model().objects.create_user("kommunikator", password="ett långt lösenord")
    user.groups.add(Group.objects.get(name="Kommunikatör"))
    client.force_login(user)
    return client


@pytest.fixture
def parents(news, support):
    """Where pages of each type are made."""
    return {NewsPage: news, SupportPage: support, CampaignPage: support}


def form(model, values, **formsets):
    """What the browser sends for a page of the type."""
    empty = {name: inline_formset([]) for name in EMPTY_FORMSETS[model]}
    return nested_form_data({**empty, **values, **formsets})


def address(model, parent, view="add"):
    """The admin's address for making a page of the type."""
    return reverse(f"wagtailadmin_pages:{view}", args=["news", model._meta.model_name, parent.pk])


def errors(response):
    """What the form refuses: the names of fields, and of rows with something wrong."""
    refused = response.context["form"]
    rows = [
        name
        for name, formset in refused.formsets.items()
        if any(formset.errors) or formset.non_form_errors()
    ]
    return {*refused.errors, *rows}


@pytest.mark.parametrize("model", MODELS)
def test_a_filled_in_page_is_published_at_once(communicator, parents, model):
    data = form(model, {**FILLED_IN[model], "action-publish": "1"})
    response = communicator.post(address(model, parents[model]), data)

    assert response.status_code == 302
    page = model.objects.get(slug=FILLED_IN[model]["slug"])
    assert page.live
    assert communicator.get(page.url).status_code == 200


@pytest.mark.parametrize(
    ("model", "refused"),
    [
        (NewsPage, {"summary", "body"}),
        (SupportPage, {"summary"}),
        (CampaignPage, {"summary", "purpose"}),
    ],
)
def test_a_half_empty_page_is_refused_where_something_is_missing(
    communicator, parents, model, refused
):
    values = {**HALF_EMPTY[model], "title": "Något", "slug": "nagot", "action-publish": "1"}
    response = communicator.post(address(model, parents[model]), form(model, values))

    assert response.status_code == 200
    assert errors(response) == refused
    assert "Skriv" in response.text


@pytest.mark.parametrize("model", MODELS)
def test_a_half_empty_draft_is_kept_also_when_it_saves_itself(communicator, parents, model):
    values = {**HALF_EMPTY[model], "title": "Något", "slug": "nagot"}
    response = communicator.post(
        address(model, parents[model]),
        form(model, values),
        headers={"accept": "application/json"},
    )

    assert response.status_code == 200
    assert response.json()["success"]
    draft = model.objects.get(slug="nagot")
    again = communicator.post(
        reverse("wagtailadmin_pages:edit", args=[draft.pk]),
        form(model, {**values, "title": "Något annat"}),
        headers={"accept": "application/json"},
    )
    assert again.json()["success"]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("values", [HALF_EMPTY, FILLED_IN], ids=["half empty", "filled in"])
def test_a_page_that_was_never_saved_can_be_previewed(communicator, parents, model, values):
    preview = address(model, parents[model], "preview_on_add")
    data = form(model, {"title": "Något", "slug": "nagot", **values[model]})

    assert communicator.post(preview, data).json()["is_valid"]
    response = communicator.get(preview)
    assert response.status_code == 200
    assert values[model].get("title", "Något") in response.text


def test_the_editor_says_which_measures_an_article_is_about(communicator, news, focus_area):
    measure = MeasurePageFactory(parent=focus_area, title="Ett tryggare torg")
    values = {**FILLED_IN[NewsPage], "action-publish": "1"}
    link = {"measure": measure.pk}
    communicator.post(
        address(NewsPage, news), form(NewsPage, values, measure_links=inline_formset([link]))
    )

    article = NewsPage.objects.get(slug="nytt-ljus")
    assert [link.measure for link in article.measure_links.all()] == [measure]
    assert article.published_on == timezone.localdate()


def test_a_day_in_the_future_needs_a_schedule(communicator, news):
    moment = timezone.localtime() + datetime.timedelta(days=3)
    values = {
        **FILLED_IN[NewsPage],
        "published_on": moment.strftime("%Y-%m-%d"),
        "action-publish": "1",
    }

    refused = communicator.post(address(NewsPage, news), form(NewsPage, values))
    assert errors(refused) == {"published_on"}
    assert "Dagen ligger i framtiden." in refused.text

    values["go_live_at"] = moment.strftime("%Y-%m-%d %H:%M")
    assert communicator.post(address(NewsPage, news), form(NewsPage, values)).status_code == 302
    article = NewsPage.objects.get(slug="nytt-ljus")
    assert not article.live
    assert article.scheduled_revision


@pytest.mark.parametrize("model", [SupportPage, CampaignPage])
def test_an_address_that_gives_the_reader_away_is_refused(communicator, support, model):
    values = {**FILLED_IN[model], "slug": "fri-fran-vald", "action-publish": "1"}
    response = communicator.post(address(model, support), form(model, values))

    assert errors(response) == {"slug"}
    assert "Välj en neutral adress." in response.text


def test_an_activity_outside_the_campaign_is_refused_in_its_row(communicator, support):
    activity = {"day": "2025-12-24", "time": "", "what": "Öppet hus", "place": ""}
    values = {**FILLED_IN[CampaignPage], "action-publish": "1"}
    data = form(CampaignPage, values, activities=inline_formset([activity]))
    response = communicator.post(address(CampaignPage, support), data)

    assert errors(response) == {"activities"}
    assert "ligger utanför kampanjens tid, 24–30 november 2025." in response.text


def test_moving_the_campaign_away_from_its_activities_is_refused_too(communicator, support):
    campaign = CampaignPageFactory(parent=support, slug="orange-vecka")
    campaign.activities.add(CampaignActivity(day=datetime.date(2025, 11, 25), what="Öppet hus"))
    campaign.save_revision().publish()
    activity = CampaignActivity.objects.get()
    row = {"id": activity.pk, "day": "2025-11-25", "time": "", "what": "Öppet hus", "place": ""}
    values = {
        **FILLED_IN[CampaignPage],
        "starts_on": "2025-11-27",
        "action-publish": "1",
    }
    data = form(CampaignPage, values, activities=inline_formset([row], initial=1))
    response = communicator.post(reverse("wagtailadmin_pages:edit", args=[campaign.pk]), data)

    assert errors(response) == {"activities"}


def test_what_is_internal_stands_on_a_tab_of_its_own(communicator, support):
    text = communicator.get(address(CampaignPage, support)).text

    internal = text[text.index('id="tab-internt"') :]
    assert 'id="tab-label-internt"' in text
    for name in CampaignPage.internal_fields:
        assert f'name="{name}' in internal


def test_safe_mode_is_nothing_the_editor_can_switch(communicator, support):
    assert 'name="safe_mode"' not in communicator.get(address(SupportPage, support)).text
    assert 'name="safe_mode"' not in communicator.get(address(CampaignPage, support)).text
