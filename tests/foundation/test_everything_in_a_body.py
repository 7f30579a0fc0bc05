"""A page costs the same whatever stands in its body, and however much of it."""

import datetime

import pytest
import wagtail_factories
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from actionplan.models import IndicatorValue
from foundation import pictures
from foundation.contacts import TargetGroup
from foundation.corrections import Correction
from foundation.media import SiteDocument, SiteImage
from foundation.precise_date import PreciseDate
from home.models import StandardPage
from news.models import CampaignActivity, CampaignMaterial, CampaignMessage
from tests.factories import (
    CampaignPageFactory,
    HelpContactFactory,
    IndicatorIndexPageFactory,
    IndicatorPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    StatusUpdatePageFactory,
    SupportPageFactory,
)
from tests.many_measures import add_measures

pytestmark = pytest.mark.django_db

MOST_QUERIES = 8
WORDS = (
    *("till sidan", "12,5\xa0procent (2024)", "Blad<span> (Pdf", "Listad sida", "Listat blad (Pdf"),
    *("Länkat blad (Pdf", 'alt="Torget om kvällen"', "avstår från att gå ut", "020-50 50 50"),
    *("Det blev ljusare.", "In other words", "Rutans rubrik", "Tabellens rubrik"),
)


def picture():
    image = wagtail_factories.ImageFactory(photographer="Eva Exempel")
    return {"image": image.pk, "alt_text": "Torget om kvällen"}


def item(**value):
    return {"type": "item", "id": "1", "value": value}


def value():
    return IndicatorValue(
        value="12.5",
        period_from=PreciseDate.of_year(2024),
        geography="Exempelkommun",
        source_text="Rapporten",
    )


def some_of_everything(area, indicators):
    """One block of every kind, each with things of its own to fetch."""
    linked, listed = add_measures(area, 2)
    told, counted = (IndicatorPageFactory(parent=indicators, values=[value()]) for _ in range(2))
    files = [
        SiteDocument.objects.create(title="Blad", file=ContentFile(b"x", name="blad.pdf"))
        for _ in range(3)
    ]
    contact = HelpContactFactory(phone="020-50 50 50")
    text = (
        f'<p><a linktype="page" id="{linked.pk}">till sidan</a>, '
        f'<a linktype="page" id="{told.pk}">8 procent</a>, '
        f'<a linktype="document" id="{files[0].pk}">Blad</a></p>'
    )
    links = [
        item(label="Listad sida", page=listed.pk),
        item(label="Listat blad", document=files[1].pk),
        item(label="Elsewhere", url="https://www.example.com/"),
    ]
    table = {
        "columns": [{"type": "text", "heading": "Plats"}],
        "rows": [{"values": ["Torget"]}],
        "caption": "Tabellens rubrik",
    }
    return {
        "heading": {"text": "Rubrik", "level": "h2"},
        "paragraph": text,
        "quote": {"text": "Det blev ljusare.", "speaker": "Kim"},
        "foreign_passage": {"language": "en", "text": f"<p>In other words</p>{text}"},
        "picture": {"image": picture(), "caption": "Nya lampor."},
        "key_figure": {"indicator": counted.pk, "explanation": "avstår från att gå ut"},
        "fact_box": {"heading": "Rutans rubrik", "text": text},
        "table": {"cells": table, "first_column_is_heading": True},
        "link_list": {"heading": "Läs mer", "items": links},
        "document": {"document": files[2].pk, "text": "Länkat blad"},
        "help_contacts": {"contacts": [{"type": "item", "id": "1", "value": contact.pk}]},
        "note": "Bara för oss",
    }


def body(count, area, indicators):
    """A body with that many of every kind of block, as the database has it."""
    return [
        {"type": name, "value": value}
        for _ in range(count)
        for name, value in some_of_everything(area, indicators).items()
    ]


def article(count, area, indicators, home):
    page = NewsPageFactory(
        parent=NewsIndexPageFactory(parent=home, slug=f"nyheter-{count}"),
        publisher=OrganisationFactory(),
        picture=[
            {"type": "picture", "value": {"image": picture(), "caption": "Torget."}},
        ],
        body=body(count, area, indicators),
    )
    return about_measures(page, count, area)


def about_measures(page, count, area):
    for measure in add_measures(area, count):
        page.measure_links.add(type(page).measure_links.rel.related_model(measure=measure))
    return page


def measure(count, area, indicators, home):
    page = MeasurePageFactory(
        parent=area, responsible=OrganisationFactory(), body=body(count, area, indicators)
    )
    for number in range(count):
        page.partners.add(OrganisationFactory())
        page.target_groups.add(TargetGroup.objects.create(name=f"Grupp {count}-{number}"))
        page.indicators.add(IndicatorPageFactory(parent=indicators))
        StatusUpdatePageFactory(parent=page)
    news = NewsPageFactory(parent=NewsIndexPageFactory(parent=home, slug=f"nyheter-{count}"))
    news.measure_links.add(type(news).measure_links.rel.related_model(measure=page))
    news.save_revision().publish()
    return page


def campaign(count, area, indicators, home):
    page = CampaignPageFactory(
        parent=SupportPageFactory(parent=home, slug=f"stod-{count}"),
        body=body(count, area, indicators),
    )
    for _ in range(count):
        document = wagtail_factories.DocumentFactory()
        poster = wagtail_factories.ImageFactory(description="En affisch")
        page.materials.add(CampaignMaterial(title="Affisch", document=document))
        page.materials.add(CampaignMaterial(title="Bild", picture=poster))
        page.messages.add(CampaignMessage(text="Du är inte ensam."))
        page.activities.add(CampaignActivity(day=datetime.date(2025, 11, 24), what="Öppet hus"))
    return about_measures(page, count, area)


def support(count, area, indicators, home):
    page = SupportPageFactory(
        parent=SupportPageFactory(parent=home, slug=f"stod-{count}"),
        body=body(count, area, indicators),
    )
    for number in range(count):
        CampaignPageFactory(parent=page, slug=f"vecka-{number}")
        SupportPageFactory(parent=page, slug=f"stod-{number}")
    return page


def standard(count, area, indicators, home):
    page = home.add_child(
        instance=StandardPage(title="Om webbplatsen", body=body(count, area, indicators))
    )
    for number in range(count):
        page.add_child(instance=StandardPage(title=f"Sida {number}"))
    return page


@pytest.mark.parametrize("make", [article, measure, campaign, support, standard])
def test_a_page_with_everything_costs_as_many_queries_with_much_of_it(client, plan, area, make):
    indicators = IndicatorIndexPageFactory(parent=plan)
    costs = []
    for count in (1, 3):
        page = make(count, area, indicators, plan.get_parent())
        for day in range(1, count + 1):
            correction = Correction(
                corrected_on=datetime.date(2025, 1, day),
                what_changed="Antalet",
                reason="Fel i underlaget",
            )
            page.corrections.add(correction)
        page.save_revision().publish()
        # As after a publication that is committed.
        pictures.make(SiteImage.objects.all())
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            text = client.get(page.url).text
        assert [words for words in WORDS if text.count(words) < count] == []
        assert text.count("Antalet") == count
        costs.append(len(captured))
        page.delete()

    assert costs[0] == costs[1] <= MOST_QUERIES


def test_what_readers_may_not_see_is_no_link_wherever_it_is_chosen(client, plan, area):
    indicators = IndicatorIndexPageFactory(parent=plan)
    page = article(1, area, indicators, plan.get_parent())
    page.save_revision().publish()
    for hidden in Page.objects.descendant_of(area) | Page.objects.descendant_of(indicators):
        PageViewRestriction.objects.create(page=hidden, restriction_type="login")

    text = client.get(page.url).text

    assert "<a>till sidan</a>" in text
    assert "<a>8 procent</a>" in text
    for words in ("Listad sida", "12,5", "avstår från att gå ut", "Åtgärder som nyheten"):
        assert words not in text
    assert "Listat blad" in text


def test_a_picture_shown_twice_is_described_as_each_place_describes_it(client, plan):
    image = wagtail_factories.ImageFactory().pk
    shown = [
        {"type": "picture", "value": {"image": {"image": image, "alt_text": words}}}
        for words in ("Torget om dagen", "Torget om natten")
    ]
    page = plan.get_parent().add_child(instance=StandardPage(title="Torget", body=shown))

    text = client.get(page.url).text

    assert 'alt="Torget om dagen"' in text
    assert 'alt="Torget om natten"' in text
