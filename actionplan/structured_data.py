"""The pages of the plan in the words of schema.org."""

import re

from wagtail.rich_text import get_text_for_indexing

from actionplan.models import (
    FocusAreaPage,
    IndicatorPage,
    MeasurePage,
    PlanPage,
    StatusUpdatePage,
    SurveyPage,
)
from actionplan.status import MeasureStatus
from foundation.precise_date import PreciseDate
from foundation.precise_date.dates import Precision
from foundation.structured_data import Node, Shown, described_by, organisation, reference

_NUMBER_OF_LAW = re.compile(r"\((\d{4}:\d+)\)")
# What programs that know data sets ask of a description, in characters.
SHORTEST, LONGEST = 50, 5_000

# A pause is a promise to go on; what goes on in another measure is told there.
_ACTION_STATUS = {
    MeasureStatus.PLANNED: "PotentialActionStatus",
    MeasureStatus.ONGOING: "ActiveActionStatus",
    MeasureStatus.PAUSED: "ActiveActionStatus",
    MeasureStatus.DONE: "CompletedActionStatus",
    MeasureStatus.CANCELLED: "FailedActionStatus",
}


def register() -> None:
    """Tell of every page type of the plan that is more than a page."""
    described_by(PlanPage, _plan)
    described_by(FocusAreaPage, _focus_area)
    described_by(MeasurePage, _measure)
    described_by(StatusUpdatePage, _status_update)
    described_by(IndicatorPage, _indicator)
    described_by(SurveyPage, _survey)


def _plan(shown: Shown) -> Node:
    """The plan. Its parts are the focus areas: each tells of its own measures."""
    page = shown.page
    law = _NUMBER_OF_LAW.search(page.legal_basis)
    return {
        "@type": "DigitalDocument",
        "alternateName": page.official_name,
        "spatialCoverage": {
            "@type": "AdministrativeArea",
            "name": shown.request.frame.settings.municipality,
        },
        "isBasedOn": law
        and {
            "@type": "Legislation",
            "name": page.legal_basis,
            "legislationIdentifier": f"SFS {law[1]}",
            "url": page.legal_basis_url or None,
        },
        "hasPart": reference(shown, (area for area in page.areas if not area.is_example)),
    }


def _focus_area(shown: Shown) -> Node:
    measures = (measure for measure in shown.page.measures if not measure.is_example)
    return {"@type": "CollectionPage", "hasPart": reference(shown, measures)}


def _measure(shown: Shown) -> Node:
    """The page about a measure; an action has no dates of its own but those of the work."""
    page = shown.page
    if page.replaced_by_id or page.status not in _ACTION_STATUS:
        return {}
    action = {
        "@type": "Action",
        "name": page.title,
        "description": page.summary,
        "actionStatus": f"https://schema.org/{_ACTION_STATUS[page.status]}",
        "agent": organisation(page.responsible),
        "participant": [told for one in shown.context["partners"] if (told := organisation(one))],
        "location": page.place and {"@type": "Place", "name": page.place},
        "startTime": _day(page.starts),
        "endTime": None if page.is_continuous else _day(page.due),
    }
    return {"mainEntity": {name: value for name, value in action.items() if value}}


def _status_update(shown: Shown) -> Node:
    measure = MeasurePage.objects.filter(pk=shown.page.breadcrumb[-1].pk, is_example=False)
    return {
        "@type": "Article",
        "headline": shown.page.title,
        "author": shown.publisher,
        "about": reference(shown, measure.only("path", "title", "url_path", "content_type")),
    }


def _indicator(shown: Shown) -> Node:
    """The figures as a data set, if enough is said of them to be one."""
    page = shown.page
    texts = [page.summary, *map(get_text_for_indexing, (page.definition, page.caution))]
    description = " ".join(" ".join(text.split()) for text in texts if text)[:LONGEST]
    if len(description) < SHORTEST or not page.values_as_written:
        return {}
    return {
        "@type": "Dataset",
        "description": description,
        "isAccessibleForFree": True,
        "license": shown.request.frame.settings.licence_url,
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": page.title,
            "unitText": page.unit,
        },
        "temporalCoverage": _time_covered(page),
        "spatialCoverage": page.main_place and {"@type": "Place", "name": page.main_place},
        "creator": shown.publisher,
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": f"{shown.address}varden.csv",
        },
        "citation": reference(
            shown, [one for one in [shown.context.get("survey")] if one and not one.is_example]
        ),
    }


def _survey(shown: Shown) -> Node:
    page = shown.page
    if not page.website:
        return {}
    site = {
        "@type": "WebPage",
        "name": page.website_label,
        "url": page.website,
        "publisher": organisation(page.organiser),
    }
    return {"isBasedOn": {name: value for name, value in site.items() if value}}


def _time_covered(page: IndicatorPage) -> str:
    """From the first period to the last, as years or days; nothing where no period is known."""
    values = [value for value in page.values_as_written if value.period_from]
    if not values:
        return ""
    first = min(value.period_from.first_day for value in values)
    last = max((value.period_to or value.period_from).last_day for value in values)
    return f"{first.isoformat()}/{last.isoformat()}"


def _day(date: PreciseDate | None) -> str | None:
    """A date as exact as programs can take it: they know no quarters."""
    return None if date is None or date.precision is Precision.QUARTER else date.iso
