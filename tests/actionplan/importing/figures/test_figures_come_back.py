"""The figures that the site gives away as open data come back the same, letter by letter."""

import json
from decimal import Decimal

import pytest
from django.core.management import call_command

from actionplan.importing.figures.indicators import check
from actionplan.importing.figures.planning import Choices
from actionplan.models import IndicatorPage, IndicatorValue
from foundation.precise_date import PreciseDate
from tests.factories import IndicatorPageFactory

pytestmark = pytest.mark.django_db

# The page that tells of the figures has another address and another key, when it is another page.
OF_THE_PAGE = {"url", "indicator_key"}
Status = IndicatorValue.Status
ODD = ["=1+1", "-", "'=1", "@x", '+4,5; "citat", å', "Kvinnor  16–24 år", "Unga, 13–16 år", "alla"]
YEAR = PreciseDate.of_year

FIGURES = [
    {"period_from": None, "value": Decimal("12"), "note": "Perioden är inte känd."},
    {"period_from": YEAR(2024), "value": Decimal("0.0001"), "base": 0},
    {
        "period_from": YEAR(2023),
        "value": Decimal("1.234"),
        "low": Decimal("-1"),
        "high": Decimal(2),
    },
    {"period_from": PreciseDate.of_quarter(2024, 3), "value": Decimal("9999999999.9999")},
    {"period_from": PreciseDate.of_month(2024, 2), "value": Decimal("-1234.5")},
    {"period_from": YEAR(2019), "period_to": YEAR(2020), "value": Decimal("100")},
    {"period_from": YEAR(2022), "value": Decimal(0), "status": Status.PRELIMINARY},
    {"period_from": YEAR(2021), "status": Status.MISSING, "source_text": "Brå, NTU 2021"},
    {"period_from": YEAR(2099), "status": Status.MISSING},
    {"period_from": YEAR(2020), "status": Status.SUPPRESSED, "note": "=Under fem svar"},
    *(
        {"period_from": YEAR(2018), "value": Decimal(place), "group": word, "note": word}
        for place, word in enumerate(ODD)
    ),
    *(
        {"period_from": YEAR(2017), "value": Decimal(place), "geography": f"{place} Ort, {word}"}
        for place, word in enumerate(ODD)
    ),
    {"period_from": YEAR(2016), "value": Decimal(7), "source_text": "Enkäten"},
    {
        "period_from": YEAR(2016),
        "value": Decimal(8),
        "source_text": "Kolada",
        "source_url": "https://www.example.com/n?a=1&b=2",
    },
]


@pytest.fixture
def indicators(indicator):
    """One with every kind of figure, and another whose figures stand in the same file."""
    other = IndicatorPageFactory(parent=indicator.get_parent(), title="Andra frågan", slug="andra")
    fill(indicator, FIGURES)
    fill(other, [{"period_from": YEAR(2024), "value": Decimal("3.5")}])
    return [indicator, other]


def fill(page, figures):
    page.values = [IndicatorValue(**{"geography": "Exempelkommun", **one}) for one in figures]
    page.save_revision().publish()


def told(client, address):
    response = client.get(address)
    return b"".join(response) if response.streaming else response.content


def rows(client):
    return [
        {key: value for key, value in row.items() if key not in OF_THE_PAGE}
        for row in json.loads(told(client, "/oppna-data/indikatorvarden.json"))["rows"]
    ]


def made_anew(indicators):
    """The same questions on a site that has no figures of them."""
    above = indicators[0].get_parent()
    asked = [(page.title, page.slug, page.unit) for page in indicators]
    for page in indicators:
        IndicatorPage.objects.get(pk=page.pk).delete()
    assert not IndicatorValue.objects.exists()
    for title, slug, unit in asked:
        above = type(above).objects.get(pk=above.pk)
        IndicatorPageFactory(parent=above, title=title, slug=slug, unit=unit)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_site_without_figures_gets_the_same(client, indicators, tmp_path, form):
    file = tmp_path / f"indikatorvarden.{form}"
    file.write_bytes(told(client, f"/oppna-data/indikatorvarden.{form}"))
    before = rows(client)
    assert len(before) == len(FIGURES) + 1
    made_anew(indicators)
    assert rows(client) == []

    for slug in ("otrygga", "andra"):
        call_command("import_indicator", file, "--indicator", slug, "--publish", verbosity=0)

    assert rows(client) == before
    again = check(file.read_bytes(), file.name, Choices(IndicatorPage.objects.get(slug="andra")))
    assert not again["does_something"]


@pytest.mark.parametrize("name", ["varden.csv", "varden-excel.csv"])
def test_the_file_of_one_indicator_gives_it_the_same(client, indicators, tmp_path, name):
    file = tmp_path / name
    file.write_bytes(told(client, f"{indicators[0].url}{name}"))
    before = [row for row in rows(client) if row["indicator"] == indicators[0].title]
    made_anew(indicators)

    call_command("import_indicator", file, "--indicator", "otrygga", "--publish", verbosity=0)

    assert rows(client) == before


@pytest.mark.parametrize("form", ["csv", "json"])
def test_the_same_site_finds_nothing_to_change(client, indicators, form):
    content = told(client, f"/oppna-data/indikatorvarden.{form}")

    report = check(content, f"indikatorvarden.{form}", Choices(indicators[0], publish=True))

    assert not report["does_something"]
    kinds = [row["kind"] for row in report["rows"]]
    # Two sources that say different things of one year: which of them is meant nobody can tell.
    assert (kinds.count("same"), kinds.count("left_out")) == (len(FIGURES) - 2, 2)


def test_what_the_file_no_longer_says_is_taken_away(client, indicators):
    """The file is the whole truth of a figure; a table of somebody else's is silent of much."""
    indicator = indicators[1]
    content = told(client, f"{indicator.url}varden.csv")
    fill(indicator, [{"period_from": YEAR(2024), "value": Decimal("3.5"), "note": "Borta sedan"}])

    report = check(content, "varden.csv", Choices(indicator))

    assert report["rows"][0]["changes"] == [
        {"field": "Anmärkning", "old": "Borta sedan", "new": "(tomt)"}
    ]
