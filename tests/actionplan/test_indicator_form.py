"""An editor fills in figures in the editors' own form."""

import re
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from actionplan.models import IndicatorPage, IndicatorValue
from foundation.precise_date import PreciseDate
from tests import noting
from tests.admin_forms import edit_address, errors_in, opened_form
from tests.factories import IndicatorIndexPageFactory, IndicatorPageFactory

pytestmark = pytest.mark.django_db
AS_AUTOSAVE = {"Accept": "application/json"}
PUBLISH = {"action-publish": "action-publish"}
EMPTY_ROWS = {
    "values": {
        "period_from": "",
        "period_to": "",
        "value": "",
        "status": "final",
        "low": "",
        "high": "",
        "geography": "",
        "group": "",
        "source_text": "",
        "source_url": "",
        "note": "",
    },
    "targets": {"value": "", "by": "", "geography": "", "source_text": ""},
    "breaks": {"at": "", "explanation": ""},
}


@pytest.fixture
@noting.once
def indicator(plan):
    """An indicator without figures."""
    return IndicatorPageFactory(parent=IndicatorIndexPageFactory(parent=plan), title="Hur många?")


def with_rows(form, **rows):
    """The form with one row more of each kind, with these fields filled in."""
    filled = dict(form)
    for kind, fields in rows.items():
        place = int(form[f"{kind}-TOTAL_FORMS"])
        filled[f"{kind}-TOTAL_FORMS"] = str(place + 1)
        row = {"id": "", "ORDER": "", "DELETE": "", **EMPTY_ROWS[kind], **fields}
        filled |= {f"{kind}-{place}-{name}": text for name, text in row.items()}
    return filled


@pytest.fixture
def send(admin_client, indicator):
    """Open the form, add rows and send it."""

    def sent(way=PUBLISH, headers=None, **rows):
        form = opened_form(admin_client, edit_address(indicator))
        data = {**with_rows(form, **rows), **way}
        return admin_client.post(edit_address(indicator), data, headers=headers)

    return sent


@pytest.mark.parametrize("written", ["12,5", "12.5", " 12,50 "])
def test_a_figure_is_written_kept_and_read_with_its_decimal_comma(
    client, admin_client, indicator, send, written
):
    answer = send(values={"value": written, "geography": "Hagfors", "period_from": "juni 2024"})

    assert answer.status_code == 302
    value = IndicatorValue.objects.get()
    assert value.value == Decimal("12.5")
    assert value.period_from == PreciseDate.of_month(2024, 6)
    form = opened_form(admin_client, edit_address(indicator))
    assert form["values-0-value"] == "12,5"
    assert "<strong>12,5 procent</strong>" in client.get(indicator.url).text


@pytest.mark.parametrize(
    ("written", "kept"), [("1 234,5", "1234.5"), ("1\u00a0234", "1234"), ("−3", "-3"), ("0", "0")]
)
def test_figures_are_read_as_people_write_them(send, written, kept):
    send(values={"value": written, "geography": "Hagfors"})

    assert IndicatorValue.objects.get().value == Decimal(kept)


@pytest.mark.parametrize("written", ["12,x", "tolv", "1,2,3"])
def test_what_is_no_number_is_refused_in_swedish_at_its_field(send, written):
    answer = send(values={"value": written, "geography": "Hagfors"})

    assert errors_in(answer) == {"values-0-value": ["Fyll i ett tal."]}
    assert not IndicatorValue.objects.exists()


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({}, "value", "Skriv ett värde, eller välj statusen Uppgift saknas."),
        (
            {"value": "5", "status": "missing"},
            "value",
            "Ta bort värdet och osäkerheten, eller välj en annan status.",
        ),
        (
            {"value": "5", "low": "6", "high": "7"},
            "low",
            "Värdet ska ligga mellan det lägsta och det högsta.",
        ),
        (
            {"value": "5", "low": "4"},
            "low",
            "Skriv både lägsta och högsta värdet, eller inget av dem.",
        ),
        ({"value": "5", "period_to": "2024"}, "period_from", "Skriv också när perioden börjar."),
    ],
)
def test_what_contradicts_itself_is_said_at_the_field_of_its_row(send, fields, field, message):
    answer = send(values={"geography": "Hagfors", **fields})

    assert errors_in(answer) == {f"values-0-{field}": [message]}
    assert not IndicatorValue.objects.exists()


def test_a_missing_figure_is_kept_as_missing(client, indicator, send):
    send(values={"geography": "Hagfors", "status": "missing"})

    assert IndicatorValue.objects.get().value is None
    assert "Uppgift saknas." in client.get(indicator.url).text


@pytest.mark.parametrize(
    "rows",
    [
        {"values": {}},
        {"values": {"value": "12"}},
        {"values": {"value": "5", "low": "9", "high": "7", "geography": "Hagfors"}},
        {"values": {"period_from": "2024", "status": ""}},
        {"targets": {}, "breaks": {}},
        {"targets": {"geography": "Hagfors"}, "breaks": {"explanation": "Ny fråga."}},
        {"targets": {"value": "5"}, "breaks": {"at": "2024"}},
    ],
)
def test_a_half_filled_row_is_saved_by_itself_and_can_be_opened_and_previewed_but_not_published(
    admin_client, indicator, send, rows
):
    answer = send(way={}, headers=AS_AUTOSAVE, **rows)
    assert answer.json()["success"] is True

    draft = IndicatorPage.objects.get().get_latest_revision_as_object()
    assert draft.make_preview_request().status_code == 200
    form = opened_form(admin_client, edit_address(indicator))
    again = admin_client.post(edit_address(indicator), {**form, **PUBLISH})
    assert again.status_code in (200, 302)
    assert IndicatorPage.objects.get().live


def test_a_public_indicator_is_left_as_it_was_by_a_half_filled_row(client, indicator, send):
    send(values={"value": "12", "geography": "Hagfors"})
    send(way={}, headers=AS_AUTOSAVE, values={"value": "13"})

    assert IndicatorValue.objects.get().value == 12
    assert "<strong>12 procent</strong>" in client.get(indicator.url).text


def test_a_draft_with_half_a_target_is_refused_in_words_also_where_no_form_is(indicator, send):
    send(way={}, headers=AS_AUTOSAVE, targets={"geography": "Hagfors"}, breaks={"at": "2024"})
    draft = IndicatorPage.objects.get().get_latest_revision()
    assert draft.as_object().targets.count() == 1
    with pytest.raises(ValidationError, match="Skriv målet som en siffra"):
        draft.publish()


def test_the_newest_figure_stands_last_nearest_to_the_button_for_a_new_one(admin_client, indicator):
    for year in (2024, 2025, 2023):
        indicator.values.add(
            IndicatorValue(value=1, geography="Hagfors", period_from=PreciseDate.of_year(year))
        )
    indicator.save_revision().publish()

    form = admin_client.get(edit_address(indicator)).text

    assert re.findall(r'id="inline_child_values-(\d)"', form) == ["2", "0", "1"]
