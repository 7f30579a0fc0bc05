"""The guard for small numbers: which figures an editor is warned of, and that it stops none for good."""

from decimal import Decimal

import pytest
from django.urls import reverse

from actionplan.counted import Counted, counted_in, per_how_many
from actionplan.indicator_form import ASK
from actionplan.models import IndicatorPage, IndicatorValue
from actionplan.small_numbers import warnings
from foundation.precise_date import PreciseDate
from tests.admin_forms import edit_address, errors_in, opened_form
from tests.factories import IndicatorIndexPageFactory, IndicatorPageFactory

COUNTS, SHARES, RATES = "anmälda brott", "procent", "anmälda brott per 100 000 invånare"


def value(number, base=None, **facts):
    return IndicatorValue(
        value=None if number is None else Decimal(str(number)),
        base=base,
        **{"geography": "Exempelkommun", "period_from": PreciseDate.of_year(2024), **facts},
    )


def warned(unit, *values):
    return warnings(values, counted_in(unit), unit)


@pytest.mark.parametrize(
    ("unit", "number", "base", "words"),
    [
        (COUNTS, 0, None, None),
        (COUNTS, 1, None, "så få kan peka ut"),
        (COUNTS, 4, None, "så få kan peka ut"),
        (COUNTS, 5, None, None),
        (COUNTS, None, None, None),
        (COUNTS, 40, 8, "gruppen är bara 8"),
        (SHARES, 3, None, None),
        (SHARES, 3, 100, "motsvarar ungefär 3"),
        (SHARES, 3, 1000, None),
        (SHARES, 97, 100, "alla utom ungefär 3"),
        (SHARES, 100, 100, None),
        (SHARES, 0, 100, None),
        (SHARES, 50, 9, "motsvarar ungefär 4"),
        (SHARES, 100, 9, "gruppen är bara 9"),
        (SHARES, 50, 10, None),
        (RATES, 30, None, None),
        (RATES, 30, 11_000, "motsvarar ungefär 3"),
        (RATES, 3000, 11_000, None),
        ("kronor", 2, 3, None),
        ("procentenheter", 2, 3, None),
    ],
)
def test_a_figure_that_few_stand_behind_is_warned_of(unit, number, base, words):
    found = warned(unit, value(number, base))

    assert bool(found) == bool(words)
    assert not words or words in found[0]


def test_the_sentence_says_which_figure_it_is():
    found = warned(COUNTS, value(3, group="kvinnor"))

    assert found == [
        "2024, Exempelkommun, kvinnor, 3: så få kan peka ut enskilda personer.",
    ]


@pytest.mark.parametrize(
    ("rows", "given_away"),
    [
        ([(40, ""), (30, "kvinnor"), (None, "män")], True),
        ([(40, ""), (None, "kvinnor"), (None, "män")], False),
        ([(None, ""), (30, "kvinnor"), (None, "män")], False),
        ([(40, ""), (30, "kvinnor"), (10, "män")], False),
    ],
)
def test_a_hidden_figure_that_the_others_give_away_is_warned_of(rows, given_away):
    found = warned(
        COUNTS,
        *(
            value(number, group=group, status="suppressed" if number is None else "final")
            for number, group in rows
        ),
    )

    assert any("går att räkna ut" in sentence for sentence in found) == given_away


@pytest.mark.parametrize(
    ("unit", "counted"),
    [
        ("procent", Counted.SHARE),
        ("%", Counted.SHARE),
        ("procentenheter", Counted.OTHER),
        ("anmälda brott", Counted.COUNT),
        ("antal elever", Counted.COUNT),
        ("personer", Counted.COUNT),
        ("anmälda brott per 1 000 invånare", Counted.RATE),
        ("kronor", Counted.OTHER),
        ("", Counted.OTHER),
    ],
)
def test_the_unit_tells_what_is_counted(unit, counted):
    assert counted_in(unit) is counted


def test_a_rate_tells_per_how_many():
    assert per_how_many("anmälda brott per 100\u00a0000 invånare") == 100_000
    assert per_how_many("procent") is None


@pytest.mark.django_db
def test_what_the_editor_says_is_counted_goes_before_the_unit():
    assert IndicatorPage(unit="fall", counted="other").what_is_counted is Counted.OTHER
    assert IndicatorPage(unit="fall").what_is_counted is Counted.COUNT


@pytest.fixture
def publish(admin_client, plan):
    """Write a figure in the form of an indicator that has one of 3, and press a button; public or not."""

    def do(number, button="publish", live=True, **fields):
        indicator = IndicatorPageFactory(
            parent=IndicatorIndexPageFactory(parent=plan), unit=COUNTS, live=live
        )
        IndicatorValue.objects.create(indicator=indicator, value=3, geography="Exempelkommun")
        form = opened_form(admin_client, edit_address(indicator)) | fields
        form["values-0-value"] = str(number)
        return admin_client.post(
            edit_address(indicator), {**form, f"action-{button}": "1"}, follow=True
        )

    return do


def asked(answer):
    return errors_in(answer) == {"small_numbers_may_show": [ASK]}


@pytest.mark.django_db
@pytest.mark.parametrize("button", ["publish", "submit"])
def test_the_editor_is_asked_before_a_small_figure_becomes_public_and_loses_nothing(
    publish, button
):
    answer = publish(2, button)

    assert asked(answer)
    assert "Exempelkommun, 2: så få kan peka ut enskilda personer" in answer.text
    assert answer.text.count('name="small_numbers_may_show"') == 1
    assert IndicatorValue.objects.get().value == 3


@pytest.mark.django_db
def test_who_has_thought_of_it_publishes_and_is_told_of_what(publish):
    answer = publish(2, small_numbers_may_show="on")

    assert IndicatorValue.objects.get().value == 2
    assert any(str(one).startswith("Små tal.") for one in answer.context["messages"])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("number", "facts", "stops"),
    [
        (3, {}, False),  # Public already.
        (3, {"live": False}, True),
        (30, {"live": False}, False),
        (2, {"button": "x"}, False),  # A draft.
        (2, {"unit": "kronor"}, False),
        (2, {"values-0-DELETE": "on"}, False),
    ],
)
def test_what_is_public_what_is_a_draft_and_what_points_at_nobody_is_not_asked_about(
    publish, number, facts, stops
):
    answer = publish(number, **facts)

    assert (asked(answer) if "form" in answer.context else False) == stops


@pytest.mark.django_db
def test_who_corrects_an_indicator_is_asked_the_same(admin_client, plan):
    indicator = IndicatorPageFactory(parent=IndicatorIndexPageFactory(parent=plan), unit=COUNTS)
    IndicatorValue.objects.create(indicator=indicator, value=3, geography="Exempelkommun")

    page = admin_client.get(reverse("correct_page", args=[indicator.pk])).text

    assert "så få kan peka ut enskilda personer" in page
    assert page.count('name="small_numbers_may_show"') == 1
    IndicatorValue.objects.update(value=30)
    assert "small_numbers_may_show" not in admin_client.get(edit_address(indicator)).text
