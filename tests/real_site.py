"""A site like one in use: nothing on it is example data, and its plan has more than 100 measures.

Search engines may show such pages, so what is promised of pages is measured on them. The words
are those of the demonstration; here they stand for a municipality's own.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.core.management import call_command
from wagtail.models import Page

from actionplan.models import (
    FocusAreaPage,
    IndicatorIndexPage,
    IndicatorPage,
    MeasurePage,
    PlanPage,
    StatusUpdatePage,
    SurveyIndexPage,
    SurveyPage,
)
from actionplan.status import MeasureStatus
from delivery import generation
from foundation.contacts import Contact, Organisation
from foundation.former_addresses import FormerAddress
from foundation.precise_date import PreciseDate
from home.models import AccessibilityStatementPage, StandardPage
from home.publishing import add_page, save_page
from news.models import CampaignPage, NewsIndexPage, NewsPage, SupportPage
from tests.many_measures import add_measures

AREAS = [
    ("Trygga hem", "Inbrott och bedrägerier ska bli färre, och grannar ska veta vad de kan göra."),
    ("Fritid för alla", "Barn och unga ska ha någonstans att vara där vuxna finns till hands."),
    ("Handel utan brott", "Den som driver butik eller krog ska få stöd mot stöld och hot."),
    ("Vägen ut", "Den som vill lämna en kriminell miljö ska få hjälp att göra det."),
]
MEASURES_IN_EACH = 26

WORK = [
    ("Grannsamverkan", "Boende håller ögonen öppna och hör av sig till varandra."),
    ("Rådgivning om lås och larm", "Räddningstjänsten går igenom bostaden tillsammans med ägaren."),
    ("Utbildning mot bedrägerier", "Äldre får öva på att avsluta samtal som inte känns rätt."),
    ("Föräldravandring", "Vuxna går en runda när ungdomsgården stänger."),
    ("Sommarjobb", "Unga som saknar arbete får tre veckor i kommunens verksamheter."),
    ("Medling vid brott", "Den som begått ett brott möter den som blev drabbad, om båda vill."),
    ("Klottersanering inom ett dygn", "Driftenheten tar bort klotter dagen efter anmälan."),
    ("Ansvarsfull alkoholservering", "Personal lär sig att säga nej innan det blir bråk."),
    ("Läsfrämjande kvällar", "Bibliotekarien läser högt och bjuder på saft."),
    ("Fältarbete", "Två socialsekreterare finns där unga är, också på helgen."),
    ("Skolsociala team", "Kurator, lärare och fritidsledare träffar eleven samma vecka."),
    ("Översyn av busskurer", "Glas byts, belysning lagas och sikten förbättras."),
]
PLACES = ["i centrum", "vid stationen", "på Norra sidan", "i Bruksparken", "längs älven"]
STATUSES = [MeasureStatus.ONGOING, MeasureStatus.DONE, MeasureStatus.PLANNED, MeasureStatus.PAUSED]


@dataclass(frozen=True)
class Kind:
    """A type of public page in one of its states, and where it can be seen.

    `is_indexable`: search engines may show it. `has_pictures`: it has other things to fetch than
    a text page.
    """

    name: str
    where: str | Callable[[], str]
    status: int = 200
    is_indexable: bool = True
    has_pictures: bool = False
    method: str = "GET"

    @property
    def address(self) -> str:
        """Its address on the site, which must have been built."""
        return self.where if isinstance(self.where, str) else self.where()


def build() -> None:
    """Build it on an empty database."""
    call_command("demo", verbosity=0)
    make_real()


def make_real() -> None:
    """Let a demonstration look like a site in use."""
    _take_the_marks_of_examples_away()
    _make_the_plan_long()
    _publish_the_statement()
    FormerAddress.objects.create(address=FORMER)
    call_command("make_pictures", verbosity=0)
    generation.advance()


def _take_the_marks_of_examples_away() -> None:
    for model in apps.get_models():
        if any(field.name == "is_example" for field in model._meta.local_fields):
            model.objects.filter(is_example=True).update(is_example=False)


def _make_the_plan_long() -> None:
    plan = PlanPage.objects.get()
    units = list(Organisation.objects.all())
    for place, (title, summary) in enumerate(AREAS):
        area = add_page(plan, FocusAreaPage(title=title, summary=summary))

        def content(number: int, shift: int = place * MEASURES_IN_EACH) -> dict:
            number += shift
            name, what = WORK[number % len(WORK)]
            where = PLACES[number // len(WORK) % len(PLACES)]
            year = "" if number < len(WORK) * len(PLACES) else ", andra omgången"
            return {
                "title": f"{name} {where}{year}",
                "summary": what,
                "responsible": units[number % len(units)],
                "due": PreciseDate.of_month(2026 + number % 3, 1 + number % 12),
            }

        measures = add_measures(area, MEASURES_IN_EACH, updates_each=1, content=content)
        for number, measure in enumerate(measures):
            StatusUpdatePage.objects.child_of(measure).update(
                status=STATUSES[number % len(STATUSES)],
                fact_on=datetime.date(2025, 1 + number % 12, 1 + number),
            )


def _publish_the_statement() -> None:
    page = AccessibilityStatementPage.objects.get()
    page.operator = page.service = "Exempelkommun"
    page.conformity = "partial"
    page.shortcomings = "<p>Äldre dokument kan inte läsas upp.</p>"
    page.disproportionate_burden = "<p>Ingenting undantas.</p>"
    page.outside_the_law = "<p>Allt innehåll omfattas.</p>"
    page.contact = Contact.objects.create(name="Servicecenter", email="service@example.com")
    page.answer_time = "inom två arbetsdagar"
    page.method = "self"
    page.assessed_on = datetime.date(2026, 5, 3)
    page.statement_updated_on = datetime.date(2026, 5, 4)
    save_page(page)


def _page(model: type[Page], slug: str) -> Callable[[], str]:
    return lambda: model.objects.get(slug=slug).url


def _area_without_measures() -> str:
    return FocusAreaPage.objects.live().filter(numchild=0).first().url


def _newest_update() -> str:
    measure = MeasurePage.objects.get(slug="belysning-exempelbacken")
    return StatusUpdatePage.objects.child_of(measure).order_by("-fact_on").first().url


PLAN = "/atgardsplan/"
FORMER = "/nyheter/det-har-har-varit-en-nyhet/"
# Every type of public page, in the states that differ most.
KINDS = [
    Kind("start", "/", has_pictures=True),
    Kind("plan", PLAN),
    Kind("plan-alla", f"{PLAN}?visa=alla", is_indexable=False),
    Kind("plan-val", f"{PLAN}?status=pagar&omrade=trygga-platser", is_indexable=False),
    Kind(
        "plan-utan-traff",
        f"{PLAN}?status=avbruten&tid=forsenad&x=1&ansvarig=nej",
        is_indexable=False,
    ),
    Kind("plan-sedan", f"{PLAN}vad-har-hant/?sedan=2020", is_indexable=False),
    Kind("plan-sedan-fel", f"{PLAN}vad-har-hant/?sedan=31+juni+2026", is_indexable=False),
    Kind("omrade", _page(FocusAreaPage, "trygga-platser")),
    Kind("omrade-skyddat", _page(FocusAreaPage, "trygga-relationer")),
    Kind("atgard", _page(MeasurePage, "belysning-exempelbacken")),
    Kind("lagesrapport", _newest_update, has_pictures=True),
    Kind("indikatorer", _page(IndicatorIndexPage, "indikatorer")),
    Kind("indikator", _page(IndicatorPage, "otrygga-sent-i-exempelkommun")),
    Kind("undersokningar", _page(SurveyIndexPage, "undersokningar")),
    Kind("undersokning", _page(SurveyPage, "nationella-trygghetsundersokningen")),
    Kind("nyheter", _page(NewsIndexPage, "nyheter")),
    Kind("nyhet", _page(NewsPage, "sa-ska-brottsligheten-minska"), has_pictures=True),
    Kind("nyhet-text", _page(NewsPage, "allt-fler-far-laxhjalp")),
    Kind("stod", _page(SupportPage, "stod-och-rad")),
    Kind("stod-spar", _page(SupportPage, "din-webblasare")),
    Kind("stod-engelska", _page(SupportPage, "english")),
    Kind("stod-lattlast", _page(SupportPage, "lattlast")),
    Kind("kampanj", _page(CampaignPage, "en-vecka")),
    Kind("standard", _page(StandardPage, "personuppgifter")),
    Kind("redogorelse", _page(AccessibilityStatementPage, "tillganglighet")),
    Kind("oppna-data", "/oppna-data/"),
    Kind("prenumerera", "/flode/"),
    Kind("sok", "/sok/", is_indexable=False),
    Kind("sok-traff", "/sok/?q=belysning", is_indexable=False),
    Kind("sok-utan-traff", "/sok/?q=xyzzy", is_indexable=False),
    Kind("404", "/finns-inte/", status=404, is_indexable=False),
    Kind("403", "/", status=403, method="POST", is_indexable=False),
]
# The same types in their other states. Only `make pages` visits them: tests have no time for more.
OTHER_STATES = [
    Kind("omrade-tomt", _area_without_measures),
    Kind("atgard-planerad", _page(MeasurePage, "betyg-till-gymnasiet")),
    Kind("atgard-genomford", _page(MeasurePage, "narvaroteam")),
    Kind("atgard-pausad", _page(MeasurePage, "foraldramoten")),
    Kind("atgard-avbruten", _page(MeasurePage, "kameror-exempeltorget")),
    Kind("atgard-ingar", _page(MeasurePage, "fler-vuxna-ute")),
    Kind("atgard-skyddad", _page(MeasurePage, "starkare-arbete")),
    Kind("indikator-en-siffra", _page(IndicatorPage, "avstar-fran-att-ga-ut")),
    Kind("indikator-antal", _page(IndicatorPage, "trasig-belysning-i-exempelkommun")),
    Kind("kampanj-pagar", _page(CampaignPage, "ring-nagon"), has_pictures=True),
    Kind("kampanj-kommer", _page(CampaignPage, "kommunikation")),
    Kind("om", _page(StandardPage, "om-webbplatsen")),
    Kind("plan-sok", f"{PLAN}?ansvarig=exempelforvaltningen&uppdaterad=30", is_indexable=False),
    Kind("sok-rattad", "/sok/?q=belysnign", is_indexable=False),
    Kind("404-skyddad", "/stod-och-rad/finns-inte/", status=404, is_indexable=False),
    Kind("403-skyddad", "/stod-och-rad/", status=403, method="POST", is_indexable=False),
    Kind("410", FORMER, status=410, is_indexable=False),
]
