"""The demonstration: what a visitor meets on a site that has just been started."""

import io
import re

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.management import call_command
from django.utils.html import strip_tags
from wagtail.models import Page, Revision

from actionplan.freshness import Freshness
from actionplan.models import MeasurePage, PlanPage, StatusUpdatePage
from actionplan.status import MeasureStatus, Outcome
from actionplan.timeliness import Timeliness
from foundation.contacts import Contact, HelpContact
from foundation.media import SiteImage
from foundation.pages import BasePage
from home.models import AccessibilityStatementPage
from news.models import CampaignPage, NewsPage, SupportPage
from tests.safe_pages import seen_of, telling, traces_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

BADGE = "Exempeldata"


def pages():
    return Page.objects.filter(depth__gt=1).specific()


def test_every_page_can_be_read_and_says_nothing_empty(client):
    for page in pages().live():
        response = client.get(page.url)

        assert response.status_code == 200, page.url
        assert not re.search(r"\b(None|nan|undefined)\b", response.text), page.url
        assert "<h1" in response.text, page.url


def test_only_the_accessibility_statement_is_a_draft(client):
    assert [type(page) for page in pages().not_live()] == [AccessibilityStatementPage]
    assert client.get("/om-webbplatsen/tillganglighet/").status_code == 404


def test_no_example_is_public_without_its_badge(client):
    examples = [page for page in pages().live() if page.is_example]

    assert len(examples) > 30
    for page in examples:
        text = client.get(page.url).text
        assert BADGE in text, page.url
        assert '<meta name="robots" content="noindex">' in text, page.url


def test_what_the_article_says_is_no_example(client):
    for address in ("/atgardsplan/trygga-platser/tryggare-torg/", "/stod-och-rad/kommunikation/"):
        assert BADGE not in client.get(address).text
    for page in pages():
        assert page.is_example or "xempel" not in page.title


def test_the_site_says_that_it_is_a_demonstration(client):
    assert "Demonstration – inte Hagfors kommuns officiella webbplats" in client.get("/").text


def test_nothing_is_made_up_about_the_measures_of_the_municipality():
    real = MeasurePage.objects.filter(is_example=False)

    assert real.count() == 4
    for measure in real:
        assert measure.status is MeasureStatus.PLANNED
        assert not measure.get_children().exists()
        assert measure.responsible is None
        assert measure.due is None
        assert measure.starts is None
        assert measure.number == ""
        assert measure.prevention_kind == ""
        assert measure.source_url.startswith("https://hagfors.se/")


def test_the_decision_is_known_to_the_month():
    plan = PlanPage.objects.get()

    assert str(plan.decided_on) == "juni 2024"
    assert plan.decided_by == "Kommunstyrelsen"
    assert plan.decision_paragraph == plan.diary_number == ""


def test_the_article_is_retold_without_quotations_on_the_day_of_the_original():
    article = NewsPage.objects.get(is_example=False)

    assert article.published_on.isoformat() == "2024-07-02"
    assert "quote" not in {block.block_type for block in article.body}


def test_the_announced_campaign_has_audiences_but_neither_time_nor_channels(client):
    campaign = CampaignPage.objects.get(is_example=False)

    assert campaign.audience
    assert campaign.internal_audience
    assert campaign.starts_on is campaign.ends_on is None
    assert campaign.internal_channels == ""
    assert "Kommunens personal informeras också" in client.get(campaign.url).text


def test_a_dozen_example_measures_are_in_every_state_there_is():
    measures = list(MeasurePage.objects.filter(is_example=True))
    outcomes = StatusUpdatePage.objects.values_list("outcome", flat=True)

    assert len(measures) >= 12
    assert {measure.status for measure in measures} == set(MeasureStatus)
    assert {measure.timeliness for measure in measures} == set(Timeliness)
    assert {measure.freshness for measure in MeasurePage.objects.all()} == {*Freshness, None}
    assert {outcome for outcome in outcomes if outcome} == set(Outcome)
    assert any(measure.replaced_by for measure in measures)


def test_every_choice_of_the_plan_leads_to_measures_and_some_together_to_none(client):
    plan = BeautifulSoup(client.get("/atgardsplan/").text, "html.parser")
    links = [link["href"] for link in plan.select("ul.filter a")]
    fields = [
        f"?{field['name']}={option['value']}"
        for field in plan.select("form select")
        for option in field.select("option")
        if option["value"]
    ]

    assert {"?tid=utan-slutdatum", "?omrade=trygga-platser"} <= set(fields)
    for choice in [*links, *fields, "?uppdaterad=30"]:
        found = BeautifulSoup(
            client.get(f"/atgardsplan/{choice.rpartition('/')[2]}").text, "html.parser"
        )
        assert found.select("#atgarder ~ section li"), choice
    none = client.get("/atgardsplan/?status=avbruten&tid=forsenad").text
    assert "Inga åtgärder passar allt du har valt." in none


def test_an_area_can_be_seen_that_has_no_measures_yet(client):
    assert "Inga åtgärder är publicerade här än." in client.get("/atgardsplan/trygga-aldre/").text


def test_a_figure_can_be_seen_that_is_held_back(client):
    text = client.get("/atgardsplan/indikatorer/otrygga-sent-i-exempelkommun/").text

    assert "Visas inte, för få svar" in text


def test_a_file_can_be_fetched_whose_link_says_what_it_is(client):
    article = client.get("/nyheter/trygghetsvandring-i-exempelparken/").text
    link = BeautifulSoup(article, "html.parser").select_one('a[href^="/dokument/"]')
    answer = client.get(link["href"])
    file = b"".join(answer)

    assert (answer["ETag"] != '""', answer["X-Robots-Tag"]) == (True, "noindex")
    assert link.text == f"Listan från trygghetsvandringen (CSV, {len(file)}\u00a0byte)"
    rows = file.decode("utf-8-sig").splitlines()
    assert rows[0].endswith(";Exempeldata")
    # As many as the article and the status update say.
    assert len(rows) - 1 == 11


def test_only_help_lines_with_a_source_are_published_and_unchecked_hours_are_not_shown(client):
    live = HelpContact.objects.filter(live=True)

    assert [contact.phone for contact in live] == ["112", "114 14", "020-50 50 50"]
    for draft in HelpContact.objects.filter(live=False):
        assert draft.note == "Kontrollera före publicering."
    text = client.get("/stod-och-rad/").text
    assert "020-50 50 50" in text
    assert "ygnet runt" not in text
    assert "020-80 80 80" not in text


def test_made_up_contacts_can_reach_nobody():
    for contact in Contact.objects.filter(is_example=True):
        assert contact.email.endswith("@example.se")
        assert contact.phone.startswith("08-465 004 ")


def test_every_picture_has_a_description_and_says_who_made_it():
    for image in SiteImage.objects.all():
        assert image.description
        assert image.photographer
        assert image.file_size is None or image.file_size < 60_000


def test_no_page_in_safe_mode_gives_its_reader_away(client):
    safe = [page for page in pages().live() if page.in_safe_branch]

    assert len(safe) >= 8
    for page in safe:
        response = client.get(page.url)
        for text in [page.url, *seen_of(response.text)]:
            assert not telling(text), (page.url, text)
        assert not traces_of(response.text), page.url
        assert response["Cache-Control"] == "no-store"
        assert response["Referrer-Policy"] == "no-referrer"
        assert not response.cookies


def test_built_twice_it_changes_nothing():
    before = Page.objects.count(), Revision.objects.count(), HelpContact.objects.count()
    said = io.StringIO()
    call_command("demo", stdout=said)

    assert said.getvalue() == "Demonstrationen finns redan. Ingenting har ändrats.\n"
    assert before == (
        Page.objects.count(),
        Revision.objects.count(),
        HelpContact.objects.count(),
    )


def test_pages_look_as_if_they_had_been_written_over_two_years():
    moments = [page.first_published_at for page in MeasurePage.objects.filter(is_example=True)]

    assert (max(moments) - min(moments)).days > 600
    for model in apps.get_models():
        if issubclass(model, BasePage):
            for page in model.objects.live().exclude(changed_at=None):
                assert page.first_published_at <= page.changed_at <= page.last_published_at


def test_the_start_page_costs_at_most_ten_queries(client, django_assert_max_num_queries):
    client.get("/")
    with django_assert_max_num_queries(10):
        client.get("/")


def test_support_is_there_in_english_and_easy_to_read(client):
    english = client.get("/stod-och-rad/english/").text
    easy = SupportPage.objects.get(slug="lattlast")

    for page in ("/stod-och-rad/", "/stod-och-rad/lattlast/"):
        assert ">English</a>" in client.get(page).text
    for words in (
        "Call 112 if someone is in danger.",
        "Emergency services.",
        'href="tel:020505050"',
    ):
        assert words in english
    assert "around the clock" not in english.lower()
    assert lix(f"{easy.summary} {strip_tags(str(easy.body))}") < 30


def lix(text):
    """Words per sentence, and how many of a hundred have more than six letters."""
    words = re.findall(r"\w+", text)
    sentences = len(re.findall(r"[.!?]", text))
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)
