"""A row that an editor has only begun stops neither the draft that saves itself nor its preview."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import get_page_models

from foundation.contacts import HelpContact
from foundation.pages import BasePage
from home.models import AccessibilityStatementPage, HomePage, StandardPage
from home.publishing import add_page
from news.models import CampaignPage, NewsPage
from tests.admin_forms import edit_address, errors_in, opened_form
from tests.factories import (
    CampaignPageFactory,
    HelpContactFactory,
    IndicatorIndexPageFactory,
    IndicatorPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    StatusUpdatePageFactory,
    SupportPageFactory,
    SurveyIndexPageFactory,
    SurveyPageFactory,
)

pytestmark = pytest.mark.django_db

WRITTEN = "Ord som inte får gå förlorade"


@pytest.fixture
def page_of(home, plan, area, measure):
    """Makes a page of the type, below the ones that it needs."""
    made = {type(page).__name__: page for page in (home, plan, area, measure)}
    makers = {
        "StatusUpdatePage": (StatusUpdatePageFactory, "MeasurePage"),
        "IndicatorIndexPage": (IndicatorIndexPageFactory, "PlanPage"),
        "IndicatorPage": (IndicatorPageFactory, "IndicatorIndexPage"),
        "SurveyIndexPage": (SurveyIndexPageFactory, "PlanPage"),
        "SurveyPage": (SurveyPageFactory, "SurveyIndexPage"),
        "NewsIndexPage": (NewsIndexPageFactory, "HomePage"),
        "NewsPage": (NewsPageFactory, "NewsIndexPage"),
        "SupportPage": (SupportPageFactory, "HomePage"),
        "CampaignPage": (CampaignPageFactory, "SupportPage"),
    }

    def make(name):
        if name not in made:
            if name == "StandardPage":
                made[name] = add_page(home, StandardPage(title="Om", slug="om"))
            elif name == "AccessibilityStatementPage":
                statement = AccessibilityStatementPage(title="Redogörelse", slug="redogorelse")
                made[name] = add_page(make("StandardPage"), statement, publish=False)
            else:
                factory, above = makers[name]
                made[name] = factory(parent=make(above))
        return made[name]

    return lambda model: make(model.__name__)


def relations_of(page):
    """The rows that the page's form takes, by the name of their relation."""
    formsets = page.get_edit_handler().get_form_class().formsets
    return {name: formset for name, formset in formsets.items() if name != "comments"}


def begun_rows(page, *, written):
    """A row in each relation: untouched since the editor added it, or with its first text."""
    rows = {}
    for name, formset in relations_of(page).items():
        fields = formset.form.base_fields
        empty = dict.fromkeys(fields, "")
        texts = [field for field in fields if type(fields[field]).__name__ == "CharField"]
        if written and texts:
            empty[texts[-1]] = "Påbörjat"
        row = {**empty, "id": "", "ORDER": "1", "DELETE": ""}
        rows |= {f"{name}-0-{field}": value for field, value in row.items()}
        rows[f"{name}-TOTAL_FORMS"] = "1"
    return rows


OUR_TYPES = [model for model in get_page_models() if issubclass(model, BasePage)]
each_type = pytest.mark.parametrize("model", OUR_TYPES, ids=lambda model: model.__name__)


@pytest.mark.parametrize("written", [False, True], ids=["untouched", "begun"])
@each_type
def test_the_rest_of_the_draft_is_kept_and_can_be_looked_at(admin_client, page_of, model, written):
    page = page_of(model)
    address = edit_address(page)
    data = opened_form(admin_client, address) | begun_rows(page, written=written)
    data["seo_title"] = data["source_text"] = WRITTEN

    saved = admin_client.post(address, data, headers={"accept": "application/json"})
    assert saved.json()["success"], saved.json()
    kept = model.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert kept.source_text == WRITTEN
    for name in relations_of(page) if written else ():
        assert getattr(kept, name).count() == 1, name

    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert admin_client.post(preview, data).json()["is_valid"]
    assert admin_client.get(preview).status_code == 200
    assert admin_client.get(address).status_code == 200
    draft = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    assert admin_client.get(draft).status_code == 200


@pytest.mark.parametrize("written", [False, True], ids=["untouched", "begun"])
@pytest.mark.parametrize(
    "model",
    [model for model in OUR_TYPES if model is not HomePage],
    ids=lambda model: model.__name__,
)
def test_so_is_the_first_draft_of_a_new_page(admin_client, page_of, model, written):
    earlier = page_of(model)
    above = earlier.get_parent()
    place = [model._meta.app_label, model._meta.model_name, above.pk]
    rows = begun_rows(earlier, written=written)
    # Of some types there can be only one.
    earlier.delete()
    address = reverse("wagtailadmin_pages:add", args=place)
    data = opened_form(admin_client, address) | {"title": "Något nytt", "slug": "nagot-nytt"} | rows
    data["source_text"] = WRITTEN

    preview = reverse("wagtailadmin_pages:preview_on_add", args=place)
    assert admin_client.post(preview, data).json()["is_valid"]
    assert admin_client.get(preview).status_code == 200

    saved = admin_client.post(address, data, headers={"accept": "application/json"})
    assert saved.json()["success"], saved.json()
    page = model.objects.child_of(above).get()
    assert not page.live
    kept = page.get_latest_revision_as_object()
    assert kept.source_text == WRITTEN
    for name in relations_of(page) if written else ():
        assert getattr(kept, name).count() == 1, name
    assert admin_client.get(edit_address(page)).status_code == 200


@pytest.mark.parametrize(
    ("model", "live"),
    [*((model, True) for model in OUR_TYPES), (CampaignPage, False), (NewsPage, False)],
    ids=lambda value: getattr(value, "__name__", "public" if value else "not public"),
)
def test_it_is_refused_where_it_stands_when_it_is_to_be_public(admin_client, page_of, model, live):
    page = page_of(model)
    if not live:
        page.unpublish()
    address = edit_address(page)
    data = opened_form(admin_client, address) | begun_rows(page, written=True)
    admin_client.post(address, data, headers={"accept": "application/json"})

    # What was saved has got its key; the other ways ask no form.
    kept = model.objects.get(pk=page.pk)
    with pytest.raises(ValidationError) as refused:
        kept.latest_revision.publish()
    assert set(relations_of(page)) <= {*refused.value.message_dict, *ENOUGH}
    assert admin_client.get(address).status_code == 200

    said = errors_in(admin_client.post(address, data | {"action-publish": "1"}))
    for name in set(relations_of(page)) - ENOUGH:
        row = [message for field, (message, *_) in said.items() if field.startswith(f"{name}-0-")]
        assert row, name


# A row of these says enough with its one text.
ENOUGH = {"messages"}


def test_a_number_that_is_only_begun_is_kept_and_never_published(admin_client):
    contact = HelpContactFactory()
    address = reverse(contact.snippet_viewset.get_url_name("edit"), args=[contact.pk])
    data = opened_form(admin_client, address) | {"phone": "", "note": WRITTEN}

    saved = admin_client.post(address, data, headers={"accept": "application/json"})

    assert saved.json()["success"]
    revision = HelpContact.objects.get(pk=contact.pk).latest_revision
    assert revision.as_object().note == WRITTEN
    with pytest.raises(ValidationError, match="Fyll i ”Telefonnummer”"):
        revision.publish()


def test_a_title_is_kept_before_the_browser_has_made_an_address_of_it(admin_client, home):
    index = NewsIndexPageFactory(parent=home)
    address = reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])
    data = opened_form(admin_client, address) | {"title": "Höstens vandring", "slug": ""}
    for _ in range(2):
        saved = admin_client.post(address, data, headers={"accept": "application/json"}).json()
        assert saved["success"]
        # As the browser does with what it is told.
        address = saved.get("url", address)
    news = NewsPage.objects.get()
    assert (news.title, news.slug) == ("Höstens vandring", "hostens-vandring")
    assert news.get_latest_revision_as_object().slug == "hostens-vandring"

    said = errors_in(admin_client.post(address, data | {"action-publish": "1"}))
    assert said["slug"] == ["Det här fältet är obligatoriskt"]
