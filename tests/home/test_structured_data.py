"""What pages tell programs: what they tell readers, in the words of schema.org, and nothing else."""

import datetime
import json
import re
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction

from actionplan.models import IndicatorValue
from foundation.contacts import Organisation
from foundation.precise_date import PreciseDate
from foundation.swedish.dates import long_date
from tests import noting
from tests.factories import (
    CampaignPageFactory,
    IndicatorIndexPageFactory,
    IndicatorPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    StatusUpdatePageFactory,
    SupportPageFactory,
    SurveyIndexPageFactory,
    SurveyPageFactory,
)

pytestmark = pytest.mark.django_db

# What stands for a thing rather than being read: addresses and the vocabulary's own words.
NOT_READ = {
    "@type",
    "@context",
    "url",
    "item",
    "image",
    "license",
    "contentUrl",
    "encodingFormat",
    "inLanguage",
    "actionStatus",
    "position",
    "isAccessibleForFree",
}
DATES = {"datePublished", "dateModified"}
PERIODS = {"startTime", "endTime", "temporalCoverage"}
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def told(client, address):
    """The nodes that the page tells, by type; and what its readers see."""
    answer = client.get(address)
    scripts = SCRIPT.findall(answer.text)
    nodes = json.loads(scripts[0])["@graph"] if scripts else []
    soup = BeautifulSoup(answer.text, "html.parser")
    for part in soup(["script", "head"]):
        part.decompose()
    text = " ".join(soup.get_text(" ").replace("\u00ad", "").split())
    return {node["@type"]: node for node in nodes}, text


def words(node, path=""):
    """Everything in a node that is to be read, with where it stands."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from words(value, f"{path}.{name}")
    elif isinstance(node, list):
        for value in node:
            yield from words(value, path)
    else:
        yield path, node


def unread(nodes, text):
    """What is told to programs and does not stand on the page."""
    missing = []
    for path, value in words(list(nodes.values())):
        name = path.rpartition(".")[2]
        if name in DATES:
            moment = datetime.datetime.fromisoformat(value)
            assert moment.tzinfo, value
            value = long_date(timezone.localdate(moment))
        elif name in PERIODS:
            value = value[:4]
        elif name == "legislationIdentifier":
            value = value.removeprefix("SFS ")
        elif name in NOT_READ:
            continue
        if " ".join(str(value).split()) not in text:
            missing.append((path, value))
    return missing


@pytest.fixture
@noting.once
def site(home, plan, area):
    """A page of every type, each saying all that it can."""
    # The small site made them one below the other; each must know what lies below it.
    home, plan = (type(page).objects.get(pk=page.pk) for page in (home, plan))
    plan.official_name = "Handlingsplan för trygghet"
    plan.save_revision().publish()
    unit = OrganisationFactory(name="Tekniska enheten", kind=Organisation.Kind.MUNICIPAL)
    others = [
        OrganisationFactory(name="Villaägarna", kind=Organisation.Kind.ASSOCIATION),
        OrganisationFactory(name="Kommunpolisen", kind=Organisation.Kind.AUTHORITY),
        OrganisationFactory(name="En påhittad butik", is_example=True),
    ]
    measure = MeasurePageFactory(
        parent=area,
        partners=others,
        title="Ett tryggare torg",
        summary="Torget får ny belysning.",
        responsible=unit,
        publisher=unit,
        place="Torget",
        starts=PreciseDate.of_month(2025, 3),
        due=PreciseDate.of_quarter(2026, 3),
    )
    update = StatusUpdatePageFactory(parent=measure)
    news = NewsIndexPageFactory(parent=home, slug="nyheter")
    article = NewsPageFactory(parent=news, title="Nu lyser det", publisher=unit)
    surveys = SurveyIndexPageFactory(parent=plan)
    survey = SurveyPageFactory(
        parent=surveys, website="https://bra.se/ntu", website_label="NTU hos Brå"
    )
    indicator = IndicatorPageFactory(
        parent=IndicatorIndexPageFactory(parent=plan),
        title="Hur många går inte ut?",
        summary="Andelen som någon gång under året har avstått från att gå ut.",
        survey=survey,
    )
    IndicatorValue.objects.create(
        indicator=indicator,
        value=Decimal(12),
        period_from=PreciseDate.of_year(2024),
        geography="Exempelkommun",
    )
    return {
        "WebPage": home,
        "DigitalDocument": plan,
        "CollectionPage": area,
        "Action": measure,
        "Article": update,
        "NewsArticle": article,
        "Dataset": indicator,
        "survey": survey,
    }


def test_every_page_tells_what_it_is_in_words_that_stand_on_it(client, site, subtests):
    sitemap = client.get("/sitemap.xml").text
    for kind, page in site.items():
        with subtests.test(kind):
            nodes, text = told(client, page.url)
            main = nodes[kind] if kind in nodes else nodes["WebPage"]
            assert unread(nodes, text) == []
            assert main["url"] == page.full_url
            # The same moment as in the list of all pages.
            entry = f"<loc>{page.full_url}</loc><lastmod>{main['dateModified']}</lastmod>"
            assert entry in sitemap
            trail = [step.text for step in _breadcrumb(client, page)]
            told_trail = nodes.get("BreadcrumbList", {}).get("itemListElement", [])
            assert [step["name"] for step in told_trail] == trail
            assert [step["position"] for step in told_trail] == list(range(1, len(trail) + 1))


def _breadcrumb(client, page):
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    return soup.select(".breadcrumbs li")


def test_each_type_is_the_one_that_programs_know(client, site):
    def node(kind):
        return (
            told(client, site[kind].url)[0].get(kind) or told(client, site[kind].url)[0]["WebPage"]
        )

    plan = node("DigitalDocument")
    assert plan["isBasedOn"]["legislationIdentifier"] == "SFS 2023:196"
    assert [part["name"] for part in plan["hasPart"]] == ["Trygga platser"]
    assert node("CollectionPage")["hasPart"][0]["url"] == site["Action"].full_url
    action = node("Action")["mainEntity"]
    assert action["actionStatus"] == "https://schema.org/ActiveActionStatus"
    assert action["agent"] == {"@type": "GovernmentOrganization", "name": "Tekniska enheten"}
    assert action["participant"] == [
        {"@type": "GovernmentOrganization", "name": "Kommunpolisen"},
        {"@type": "Organization", "name": "Villaägarna"},
    ]
    assert action["startTime"] == "2025-03"
    assert "endTime" not in action  # programs know no quarters
    assert node("Article")["about"][0]["url"] == site["Action"].full_url
    assert node("NewsArticle")["datePublished"].startswith("2026-05-03T00:00:00+02:00")
    data = node("Dataset")
    assert data["temporalCoverage"] == "2024-01-01/2024-12-31"
    assert data["distribution"]["contentUrl"] == f"{site['Dataset'].full_url}varden.csv"
    assert client.get(data["distribution"]["contentUrl"]).status_code == 200
    assert node("WebPage")["publisher"]["name"] == "Hagfors kommun"
    survey = told(client, site["survey"].url)[0]["WebPage"]
    assert survey["isBasedOn"]["url"] == "https://bra.se/ntu"


def test_example_data_hidden_and_safe_pages_tell_nothing_and_nobody_tells_of_them(
    client, home, area, subtests
):
    real = MeasurePageFactory(parent=area, title="Den riktiga")
    example = MeasurePageFactory(parent=area, title="Den påhittade", is_example=True)
    hidden = MeasurePageFactory(parent=area, title="Den gömda", hide_from_search_engines=True)
    private = MeasurePageFactory(parent=area, title="Den privata")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    MeasurePageFactory(parent=area, title="Utkastet", live=False)
    support = SupportPageFactory(parent=home)
    campaign = CampaignPageFactory(parent=support)

    for address in (example.url, hidden.url, support.url, campaign.url, "/finns-inte/", "/sok/"):
        with subtests.test(address):
            assert told(client, address)[0] == {}
    safe = MeasurePageFactory(
        parent=area, title="Den skyddade", slug="stod", safe_mode=True, safe_title="Stöd"
    )
    assert told(client, safe.url)[0] == {}
    parts = told(client, area.url)[0]["CollectionPage"]["hasPart"]
    assert [part["name"] for part in parts] == ["Den riktiga", "Den gömda"]
    # The municipality does not answer for a demonstration.
    for address in ("/", real.url, area.url):
        nodes, text = told(client, address)
        assert "publisher" not in str(nodes)
        assert unread(nodes, text) == []


def test_another_view_of_a_page_is_not_the_page(client, plan, measure):
    assert "DigitalDocument" in told(client, f"{plan.url}?utm_source=brev&fbclid=x")[0]
    for address in ("?status=planerad", "vad-har-hant/"):
        assert told(client, f"{plan.url}{address}")[0] == {}


def test_nothing_an_editor_writes_breaks_out_of_the_script(client, area):
    title = 'Torg</script><script>alert(1)</script> & "citat" <!--'
    measure = MeasurePageFactory(parent=area, title=title, slug="torg", summary=title)

    answer = client.get(measure.url)

    scripts = BeautifulSoup(answer.text, "html.parser").find_all("script")
    assert [script.get("src") is not None for script in scripts].count(False) == 1
    assert told(client, measure.url)[0]["WebPage"]["name"] == title
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


# How a link is shown elsewhere


def social(client, page):
    """What the page says for that, by name."""
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    return {meta["property"]: meta["content"] for meta in soup.select("meta[property^='og:']")}


def test_a_link_is_shown_with_the_words_of_the_page_and_a_picture_that_is_there(client, measure):
    shown = social(client, measure)

    assert shown["og:title"] == measure.title
    assert shown["og:url"] == measure.full_url
    assert shown["og:image"].endswith("/static/share/share.png")
    assert (shown["og:image:width"], shown["og:image:height"]) == ("1200", "630")
    robots = '<meta name="robots" content="max-image-preview:large">'
    assert robots in client.get(measure.url).text


def test_a_link_to_a_status_update_says_which_measure_it_is_about(client, measure):
    update = StatusUpdatePageFactory(parent=measure)

    assert social(client, update)["og:title"] == f"{update.title}: {measure.title}"


def test_in_safe_mode_a_link_tells_nothing(client, home):
    support = SupportPageFactory(parent=home, title="Våld hemma", slug="stod", safe_title="Stöd")

    shown = social(client, support)

    assert shown["og:title"] == "Stöd"
    assert shown["og:description"] == "Information från Hagfors kommun."
    assert shown["og:image"].endswith("/static/share/share.png")
    assert not re.search("våld|brott", str(shown), re.IGNORECASE)
