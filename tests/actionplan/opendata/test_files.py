"""The files hold what is published, all of it and nothing else, and harm no program."""

import csv
import io
import json
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from actionplan.models import IndicatorValue
from actionplan.opendata.columns import Kind
from actionplan.opendata.datasets import DATASETS
from actionplan.status import MeasureStatus
from foundation.precise_date import PreciseDate
from foundation.swedish.numbers import file_size
from foundation.tables.formulas import defused, restored
from tests.factories import (
    FocusAreaPageFactory,
    IndicatorIndexPageFactory,
    IndicatorPageFactory,
    MeasurePageFactory,
    OrganisationFactory,
    StatusUpdatePageFactory,
)
from tests.many_measures import add_measures

NAMES = [dataset.name for dataset in DATASETS]


@pytest.fixture
def read(client):
    """The rows of a data set, as its files say them: the same in both."""

    def read(name):
        answers = {form: client.get(f"/oppna-data/{name}.{form}") for form in ("csv", "json")}
        for answer in answers.values():
            assert answer.status_code == 200
            assert answer.streaming
            assert answer["Access-Control-Allow-Origin"] == "*"
            assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
        table = list(csv.DictReader(io.StringIO(answers["csv"].getvalue().decode(), newline="")))
        rows = json.loads(answers["json"].getvalue())["rows"]
        columns = next(one for one in DATASETS if one.name == name).columns
        assert len(table) == len(rows)
        for line, row in zip(table, rows, strict=True):
            assert list(line) == list(row) == [column.key for column in columns]
            assert {c.key: as_json(c, line[c.key]) for c in columns} == row
        return rows

    return read


def as_json(column, cell):
    """What the cell of the table means."""
    text = restored(cell)
    match column.kind:
        case Kind.TEXT:
            return text
        case Kind.LIST:
            return text.split("\n") if text else []
        case Kind.YES_NO:
            return cell == "true"
        case Kind.WHOLE | Kind.FIGURE if cell:
            return float(cell)
    return text or None


@pytest.mark.django_db
def test_a_measure_is_told_with_all_that_its_page_says(read, area):
    responsible = OrganisationFactory(name="Kommunledningen")
    other = MeasurePageFactory(parent=area, title="Ett ljusare torg")
    measure = MeasurePageFactory(
        parent=area,
        title="=1+1",
        responsible=responsible,
        due=PreciseDate.of_quarter(2090, 3),
        partners=[OrganisationFactory(name="Polisen"), OrganisationFactory(name="Ålens vänner")],
        body=[("paragraph", "<p>Lampor &amp; <b>ljus</b>.</p><p>Mer.</p>")],
    )
    StatusUpdatePageFactory(
        parent=measure, status=MeasureStatus.MERGED, reason="Samma sak.", merged_into=other
    )

    told = {row["key"]: row for row in read("atgarder")}[str(measure.translation_key)]

    assert told["title"] == "=1+1"
    assert told["url"] == f"http://localhost{measure.url}"
    assert (told["focus_area"], told["plan"]) == ("Trygga platser", "Åtgärdsplanen")
    assert (told["responsible"], told["due"]) == ("Kommunledningen", "2090-Q3")
    assert told["partners"] == ["Polisen", "Ålens vänner"]
    assert told["what_is_done"] == "Lampor & ljus.\nMer."
    assert (told["status"], told["status_on"]) == ("merged", "2025-05-03")
    assert told["merged_into_key"] == str(other.translation_key)
    [update] = read("lagesrapporter")
    assert (update["measure_key"], update["reason"]) == (told["key"], "Samma sak.")
    assert update["text"] == "Stolparna byts under våren."


@pytest.mark.django_db
def test_figures_are_told_with_what_is_missing_as_missing(read, plan):
    page = IndicatorPageFactory(parent=IndicatorIndexPageFactory(parent=plan), title="Hur många?")
    for value in (
        IndicatorValue(value=Decimal("12.5"), period_from=PreciseDate.of_year(2024)),
        IndicatorValue(status="missing", period_from=PreciseDate.of_year(2023), group="-x"),
    ):
        value.indicator, value.geography = page, "Exempelkommun"
        value.save()

    newest, missing = read("indikatorvarden")

    assert (newest["value"], newest["period_from"]) == (12.5, "2024")
    assert (missing["value"], missing["status"], missing["group"]) == (None, "missing", "-x")
    assert newest["indicator_key"] == str(page.translation_key)


@pytest.mark.django_db
def test_what_is_not_published_or_not_true_is_left_out(client, plan, area, measure):
    indicators = IndicatorIndexPageFactory(parent=plan)
    example = IndicatorPageFactory(parent=indicators, title="HEMLIG indikator", is_example=True)
    IndicatorValue.objects.create(indicator=example, value=1, geography="HEMLIG plats")
    private = FocusAreaPageFactory(parent=plan, title="HEMLIG privat")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    gone = FocusAreaPageFactory(parent=plan, title="HEMLIG borta")
    marked = FocusAreaPageFactory(parent=plan, title="HEMLIG exempel", is_example=True)
    for place in (private, gone, marked):
        StatusUpdatePageFactory(
            parent=MeasurePageFactory(parent=place, title=f"HEMLIG under {place.title}"),
            text="<p>HEMLIG</p>",
        )
    MeasurePageFactory(parent=area, title="HEMLIG utkast", live=False)
    StatusUpdatePageFactory(parent=measure, text="<p>HEMLIG</p>", is_example=True)
    StatusUpdatePageFactory(parent=measure, text="<p>HEMLIG</p>", live=False)
    measure = type(measure).objects.get(pk=measure.pk)
    measure.replaced_by = MeasurePageFactory(parent=gone, title="HEMLIG ersättare")
    measure.save()
    gone.unpublish()
    measure.title = "HEMLIG nästa"
    measure.save_revision()

    for name in NAMES:
        for address in (f"/oppna-data/{name}.csv", f"/oppna-data/{name}.json", f"/api/v1/{name}"):
            answer = client.get(address)
            content = answer.getvalue() if answer.streaming else answer.content
            assert "HEMLIG" not in content.decode(), address
    [told] = client.get("/api/v1/atgarder").json()["rows"]
    assert (told["status"], told["replaced_by_key"]) == ("planned", None)


@pytest.mark.django_db
def test_the_files_cost_the_same_with_few_and_with_many(client, plan, measure):
    def queries(address):
        with CaptureQueriesContext(connection) as captured:
            b"".join(client.get(address))
        return len(captured)

    StatusUpdatePageFactory(parent=measure)
    addresses = [f"/oppna-data/{name}.csv" for name in NAMES]
    client.get("/")
    few = {address: queries(address) for address in addresses}
    other = FocusAreaPageFactory(parent=plan, title="Trygga hem")
    add_measures(other, 60, updates_each=2)
    client.get("/")

    assert {address: queries(address) for address in addresses} == few
    assert max(few.values()) <= 15


@pytest.mark.django_db
def test_the_page_explains_every_column_in_two_languages(client, plan):
    html = client.get("/oppna-data/").text

    for dataset in DATASETS:
        for address, kind in ((dataset.csv, "CSV"), (dataset.json, "JSON")):
            size = file_size(len(b"".join(client.get(address))))
            assert f'href="{address}">{dataset.swedish} ({kind}, {size})</a>' in html
        for column in dataset.columns:
            assert column.key in html
            assert column.swedish in html
            assert column.english in html
    assert "CC0 1.0" in html
    assert '<section lang="en"' in html
    assert client.get("/oppna-data/annat.csv").status_code == 404


def test_names_of_columns_are_their_own():
    for dataset in DATASETS:
        keys = [column.key for column in dataset.columns]
        assert len(set(keys)) == len(keys)
        assert all(
            column.kind is not Kind.WORD or column.words or column.key == "status"
            for column in dataset.columns
        )


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "\n", "\0", " =", "＝", "'="])
def test_what_a_program_for_tables_would_run_is_text_and_comes_back(first):
    assert defused(f"{first}1+1").startswith("'")
    assert restored(defused(f"{first}1+1")) == f"{first}1+1"


def test_ordinary_text_is_left_alone():
    for text in ("Hagfors – 2024", "", "'citat'", "1-2"):
        assert defused(text) == text


@given(st.text(alphabet=st.sampled_from("'=+-@ \t\r\n\0ab\u00a0"), max_size=8) | st.text())
def test_any_text_comes_back(text):
    assert restored(defused(text)) == text
