"""The pages that a new site begins with."""

import io
import re

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Collection, Page, Site

from actionplan.models import MeasurePage, PlanPage
from delivery import generation
from foundation.frame import current_frame
from home import layout
from home.models import AccessibilityStatementPage, HomePage
from news.models import SupportPage
from tests.factories import HomePageFactory

pytestmark = pytest.mark.django_db

SECTIONS = [
    *("start", "atgardsplan", "indikatorer", "undersokningar", "nyheter", "stod-och-rad"),
    *("din-webblasare", "om-webbplatsen", "tillganglighet", "personuppgifter"),
]


@pytest.fixture
def laid_out():
    call_command("lay_out_site", verbosity=0)


@pytest.mark.usefixtures("laid_out")
@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/atgardsplan/",
        "/atgardsplan/indikatorer/",
        "/atgardsplan/undersokningar/",
        "/nyheter/",
        "/stod-och-rad/",
        "/om-webbplatsen/",
        "/om-webbplatsen/personuppgifter/",
    ],
)
def test_every_section_can_be_read_though_it_is_empty(client, address):
    response = client.get(address)

    assert response.status_code == 200
    assert "None" not in response.text


@pytest.mark.usefixtures("laid_out")
def test_there_are_section_pages_and_roles_and_nothing_else():
    """What may be there by itself: the pages, the roles and how they approve, settings, and Wagtail's own."""
    pages = Page.objects.filter(depth__gt=1).exclude(slug__in=SECTIONS)
    contents = {
        model._meta.label
        for app in ("foundation", "actionplan", "news", "home", "search")
        for model in apps.get_app_config(app).get_models()
        if not issubclass(model, Page) and model._default_manager.exists()
    }

    assert not pages.exists()
    assert contents == {"foundation.ReviewTask", "foundation.SiteSettings"}


@pytest.mark.usefixtures("laid_out")
def test_every_page_of_an_empty_site_is_one_that_the_site_itself_leads_to(client):
    AccessibilityStatementPage.objects.update(live=True)
    generation.advance()
    seen, waiting = set(), ["/"]
    while waiting:
        address = waiting.pop()
        if address not in seen and not address.endswith(".atom"):
            seen.add(address)
            text = client.get(address).text
            waiting += re.findall(r'<a[^>]* href="(/[a-z/-]*)"', text)

    assert {page.url for page in Page.objects.filter(depth__gt=1)} <= seen


@pytest.mark.usefixtures("laid_out")
def test_nothing_is_said_about_any_plan():
    assert not MeasurePage.objects.exists()
    assert PlanPage.objects.get().decided_by == ""


@pytest.mark.usefixtures("laid_out")
def test_no_municipality_is_named_and_every_page_says_so_in_whole_sentences(client):
    for page in Page.objects.filter(depth__gt=1).live():
        assert "Hagfors" not in client.get(page.url).text, page.url
    text = client.get("/om-webbplatsen/").text
    assert "Publicerad av Kommunen." in " ".join(text.split())
    assert "Kommunen svarar för innehållet på den här webbplatsen." in text


@pytest.mark.usefixtures("laid_out")
def test_support_is_in_safe_mode_and_one_click_away(client):
    assert all(page.in_safe_branch for page in SupportPage.objects.all())
    assert client.get("/").text.count('href="/stod-och-rad/"') == 2


@pytest.mark.usefixtures("laid_out")
def test_the_footer_leads_to_the_pages_about_the_website(client):
    footer = client.get("/").text.split("<footer")[1]

    assert "Personuppgifter" in footer
    assert "Tillgänglighet" not in footer
    for address in ("/oppna-data/", "/flode/"):
        assert f'href="{address}"' in footer
        assert client.get(address).status_code == 200

    statement = AccessibilityStatementPage.objects.get()
    AccessibilityStatementPage.objects.filter(pk=statement.pk).update(live=True)
    generation.advance()

    assert "Tillgänglighet" in client.get("/").text.split("<footer")[1]


@pytest.mark.usefixtures("laid_out")
def test_the_menu_leads_to_the_sections():
    titles = [item.title for item in current_frame().menu]

    assert titles == ["Åtgärdsplanen", "Nyheter", "Stöd och råd"]


@pytest.mark.usefixtures("laid_out")
def test_the_accessibility_statement_waits_as_a_draft():
    assert not AccessibilityStatementPage.objects.get().live


@pytest.mark.usefixtures("laid_out")
def test_the_page_of_welcome_is_gone_and_the_roles_have_their_sections():
    assert [page.specific_class for page in Page.objects.filter(depth=2)] == [HomePage]
    assert Site.objects.get().root_page.specific == HomePage.objects.get()
    assert Group.objects.get(name="Samordnare").page_permissions.exists()


@pytest.mark.usefixtures("laid_out")
def test_on_a_site_that_has_pages_it_changes_nothing_and_says_so():
    before = list(Page.objects.values_list("pk", "latest_revision"))
    said = io.StringIO()
    call_command("lay_out_site", stdout=said)

    assert said.getvalue() == "Webbplatsen har redan en startsida. Ingenting har ändrats.\n"
    assert list(Page.objects.values_list("pk", "latest_revision")) == before


def test_pages_that_somebody_has_put_below_the_page_of_welcome_are_not_lost():
    welcome = Page.objects.get(depth=2)
    welcome.add_child(instance=Page(title="Min sida"))
    layout.lay_out()

    assert Page.objects.filter(title="Min sida").exists()


def test_a_site_is_untouched_until_somebody_writes(django_user_model):
    assert not layout.is_untouched()
    layout.lay_out()
    assert layout.is_untouched()
    user = django_user_model.objects.create_user("redaktor")
    PlanPage.objects.get().save_revision(user=user)

    assert not layout.is_untouched()


def test_there_can_be_one_start_page_only(home):
    assert not HomePage.can_create_at(Page.get_first_root_node())
    assert HomePageFactory._meta.model.max_count == 1


@pytest.mark.usefixtures("laid_out")
def test_what_stands_above_all_pages_and_in_the_list_of_sites_has_swedish_names(admin_client):
    sites = admin_client.get(reverse("wagtailsites:index")).content.decode()
    workflow = admin_client.get(reverse("wagtailadmin_workflows:add")).content.decode()

    assert Page.get_first_root_node().title == "Alla sidor"
    assert {"Namn", "Börjar med"} <= set(re.findall(r"[^<>\s][^<>]*[^<>\s]", sites))
    assert not {"Site name", "Root page"} & set(re.findall(r"[^<>\s][^<>]*[^<>\s]", sites))
    assert "Innehåll som granskas" in workflow
    assert "Content types" not in workflow


@pytest.mark.usefixtures("laid_out")
def test_nobody_is_called_none_and_no_collection_root(admin_client):
    report = admin_client.get(reverse("wagtailadmin_reports:aging_pages")).text

    cells = re.findall(r"<td[^>]*>\s*([^<]*?)\s*</td>", report)
    assert "–" in cells
    assert "None" not in re.findall(r"\w+", re.sub(r"<[^>]*>", " ", report))
    Collection.get_first_root_node().add_child(name="Kampanjer")
    upload = admin_client.get(reverse("wagtailimages:add_multiple")).text
    assert "Gemensamt" in upload
    assert "Root" not in upload
