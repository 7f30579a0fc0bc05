"""The states of every component. A test fails when a component has none here."""

import datetime

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone

from actionplan.freshness import Freshness
from actionplan.status import MeasureStatus, Outcome
from actionplan.timeliness import Timeliness
from foundation.contacts import HelpContact, Organisation
from foundation.corrections import Correction
from foundation.languages import Language
from foundation.navigation import MenuItem
from foundation.precise_date import PreciseDate, parse
from home.models import StandardPage
from home.showcase.figures import chart_samples, live_figure_samples
from home.showcase.frame import column_samples, link_samples
from home.showcase.sample import LONG, Sample, Shown, page_at

DAY = datetime.date(2026, 5, 3)
MOMENT = datetime.datetime(2026, 5, 3, 9, tzinfo=datetime.UTC)


def standing_page(**facts) -> StandardPage:
    """A page with everything that the parts around a page's text tell of it."""
    return page_at(
        "#",
        StandardPage,
        **{
            "title": "Trygga platser",
            "publisher": Organisation(name="Exempelenheten"),
            "first_published_at": MOMENT,
            "changed_at": MOMENT,
            "reviewed_on": DAY,
            **facts,
        },
    )


def measure(**facts):
    """A measure as a row tells of it."""
    return page_at(
        "#",
        **{
            "title": "Ett tryggare torg",
            "status": MeasureStatus.ONGOING,
            "timeliness": Timeliness.ON_TIME,
            "responsible": "Exempelenheten",
            "updated_at": MOMENT,
            "is_example": False,
            **facts,
        },
    )


def contact(**facts) -> HelpContact:
    """A number to call, which nobody has."""
    return HelpContact(**{"name": "Exempellinjen", "phone": "0000-00 00 00", "live": True, **facts})


def old_page(**facts):
    """A page that nobody has looked through for more than a year."""
    return page_at(
        "#",
        **{"is_old": True, "when_old": "", "reviewed_on": DAY, "looked_through_on": DAY, **facts},
    )


def counts(*numbers: int) -> list[dict]:
    """How many measures there are in each status, in order."""
    return [
        {"status": status, "count": number}
        for status, number in zip(MeasureStatus, numbers, strict=False)
    ]


def of_measures(number: int, examples: int = 0) -> dict:
    """A plan or an area with so many measures."""
    return {"measures": range(number), "number_of_examples": examples}


def event(title: str, status: MeasureStatus | None = None, **facts) -> dict:
    """Something that happened."""
    return {"when": DAY, "title": title, "url": "#", "status": status, **facts}


AXES = {
    "Genomförande": MeasureStatus,
    "Tid": Timeliness,
    "Uppföljning": Freshness,
    "Resultat": Outcome,
}
TEN, CONTACT_FACTS = (
    Paginator(range(30), 10),
    {"description": "exempel på vad numret är till för", "hours": "exempel på tider"},
)


def components() -> dict[str, tuple[str, list[Sample]]]:
    """By the name of its template, what each component is called, and its states."""
    above = [page_at("#", title=title) for title in ("Start", "Åtgärdsplanen")]
    versions = [
        page_at("#", pk=number, written_in=language)
        for number, language in enumerate((Language.SWEDISH, Language.ENGLISH, Language.ARABIC), 1)
    ]
    return {
        "status_tag": (
            "Status",
            [
                Sample(f"{axis}: {status.label}", {"status": status})
                for axis, words in AXES.items()
                for status in words
            ],
        ),
        "example_badge": ("Märket för exempeldata", [Sample("Alltid likadant")]),
        "state_of_plan": (
            "Läget i planen",
            [
                Sample("Alla statusar", {"counts": counts(5, 4, 2, 1, 1, 1)}),
                Sample("En enda status", {"counts": counts(3)}),
                Sample("Mycket olika stora delar", {"counts": counts(998, 1, 1)}),
                Sample("Inga åtgärder: ingenting visas", {"counts": []}),
            ],
        ),
        "number_of_measures": (
            "Antalet åtgärder",
            [
                Sample("Utan exempeldata", {"whose": "Planen", "page": of_measures(16)}),
                Sample("Med exempeldata", {"whose": "Området", "page": of_measures(6, 5)}),
                Sample("En enda", {"whose": "Området", "page": of_measures(1)}),
            ],
        ),
        "timeline": (
            "Tidslinje",
            [
                Sample(
                    "Flera händelser",
                    {
                        "items": [
                            *(
                                event(status.label, status, text="Vad som hände.")
                                for status in MeasureStatus
                            ),
                            event("Rättelse", text="Elva, inte tolv.", is_example=True),
                            {"when": parse("juni 2024"), "title": "En händelse utan sida"},
                        ]
                    },
                ),
                Sample("En enda händelse med lång rubrik", {"items": [event(LONG)]}),
            ],
        ),
        "measure_row": (
            "Åtgärd i en lista",
            [
                Sample("Vanlig", {"measure": measure()}, "rows"),
                Sample(
                    "Försenad exempelåtgärd",
                    {"measure": measure(timeliness=Timeliness.LATE, is_example=True)},
                    "rows",
                ),
                Sample("Lång titel", {"measure": measure(title=LONG)}, "rows"),
                Sample(
                    "Utan ansvarig och datum",
                    {"measure": measure(responsible="", updated_at=None)},
                    "rows",
                ),
            ],
        ),
        "facts": (
            "Fakta",
            [
                Sample(
                    "Med text och länk",
                    {
                        "facts": [
                            {"label": "Ansvarig", "value": "Exempelenheten"},
                            {
                                "label": "Källa",
                                "value": "Källans namn",
                                "url": "https://www.example.com/",
                            },
                            {"label": "Okänt", "value": ""},
                        ]
                    },
                )
            ],
        ),
        "breadcrumbs": (
            "Sökväg",
            [Sample("Med lång titel", {"page": standing_page(title=LONG, _above=above)})],
        ),
        "page_facts": (
            "Vem som svarar för sidan",
            [
                Sample("Allt känt", {"page": standing_page()}),
                Sample(
                    "Bara publicerad",
                    {"page": standing_page(publisher=None, changed_at=None, reviewed_on=None)},
                ),
            ],
        ),
        "source": (
            "Källa",
            [
                Sample(
                    "Med länk och datum",
                    {
                        "page": standing_page(
                            source_text="Källans namn",
                            source_url="https://www.example.com/",
                            source_on=DAY,
                        )
                    },
                ),
                Sample("Bara text", {"page": standing_page(source_text="Källans namn")}),
                Sample("Ingen källa: ingenting visas", {"page": standing_page()}),
            ],
        ),
        "corrections": (
            "Rättelser",
            [
                Sample(
                    "Två rättelser",
                    {
                        "page": standing_page(
                            corrections=[
                                Correction(
                                    corrected_on=DAY, what_changed="Antalet är elva.", reason=""
                                ),
                                Correction(
                                    corrected_on=DAY,
                                    what_changed="Namnet är rätt nu.",
                                    reason="Vi hade stavat fel.",
                                ),
                            ]
                        )
                    },
                ),
                Sample("Inga: ingenting visas", {"page": standing_page()}),
            ],
        ),
        "pagination": (
            "Bläddring",
            [
                Sample("Första sidan", {"page_obj": TEN.page(1), "label": "Sidor, första"}),
                Sample("I mitten", {"page_obj": TEN.page(2), "label": "Sidor, mitten"}),
                Sample("Sista sidan", {"page_obj": TEN.page(3), "label": "Sidor, sista"}),
                Sample("En enda sida: ingenting visas", {"page_obj": Paginator([], 10).page(1)}),
            ],
        ),
        "frame_link": ("Länk i menyn eller sidfoten", link_samples()),
        "footer_column": ("Länkar i sidfoten", column_samples()),
        "help_contact": (
            "Nummer att ringa",
            [
                Sample("Bara numret", {"contact": contact()}, "phone"),
                Sample(
                    "Nyligen kontrollerat",
                    {
                        "contact": contact(
                            **CONTACT_FACTS,
                            is_free=True,
                            phone_bill="hidden",
                            languages="svenska, engelska",
                            website="https://www.example.com/",
                            verified_on=PreciseDate.of_day(timezone.localdate()),
                        )
                    },
                    "phone",
                ),
                Sample(
                    "Kontrollerat för länge sedan: utan tider",
                    {"contact": contact(**CONTACT_FACTS, verified_on=PreciseDate.of_year(2020))},
                    "phone",
                ),
            ],
        ),
        "old_page": (
            "En gammal sida",
            [
                Sample("Granskad för länge sedan", {"page": old_page(reviewed_on=DAY)}),
                Sample("Aldrig granskad", {"page": old_page(reviewed_on=None)}),
                Sample("Med egna ord", {"page": old_page(when_old="Sidan skrevs en annan tid.")}),
                Sample("Nyligen granskad: ingenting visas", {"page": old_page(is_old=False)}),
            ],
        ),
        "language_switch": (
            "Samma sida på andra språk",
            [Sample("Tre språk", {"page": versions[0], "versions": versions})],
        ),
        "page_above": (
            "Till föregående sida",
            [
                Sample("Till startsidan", {"page": page_at("#", title="Start", depth=2)}),
                Sample("Till en sida med lång titel", {"page": page_at("#", title=LONG, depth=3)}),
            ],
        ),
        "ways_on": (
            "Vägar vidare från en sida som inte kan visas",
            [
                Sample("Med en sida ovanför", {"above": page_at("#", title=LONG)}),
                Sample("Utan den"),
            ],
        ),
        "traces": (
            "Vad knappen inte gör",
            [
                Sample("Med sidan om spår", {"page": MenuItem("Så döljer du ditt besök", "#")}),
                Sample("Utan den", {"page": None}),
            ],
        ),
        "chart": ("Diagram", chart_samples()),
        "live_figure": ("Siffra ur en indikator", live_figure_samples()),
        "leave": (
            "Lämna sidan snabbt",
            [Sample("Alltid likadan", {"url": "https://www.example.com/"})],
        ),
    }


def all_components(request: HttpRequest) -> list[Shown]:
    """Every component with its states, in order."""
    return [
        Shown(title, name, [(sample.state, sample.render(name, request)) for sample in samples])
        for name, (title, samples) in components().items()
    ]
