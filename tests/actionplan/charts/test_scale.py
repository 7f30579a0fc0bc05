"""The axis of values says round numbers, holds every figure, and cuts nothing off that misleads."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actionplan.charts.scale import Scale

FIGURES = st.decimals(min_value=-(10**10), max_value=10**10, places=4)


def labels(lowest, highest, **facts):
    scale = Scale.over(Decimal(lowest), Decimal(highest), **{"from_nought": False, **facts})
    return [label.replace("\u00a0", " ") for label in scale.labels]


@pytest.mark.parametrize(
    ("lowest", "highest", "expected"),
    [
        ("0", "0", ["0", "0,2", "0,4", "0,6", "0,8", "1"]),
        ("12", "12", ["0", "5", "10", "15"]),
        ("-4", "-4", ["−4", "−3", "−2", "−1", "0"]),
        ("-3.5", "3.5", ["−4", "−2", "0", "2", "4"]),
        ("17", "25.8", ["0", "10", "20", "30"]),
        ("81.2", "84", ["81", "82", "83", "84"]),
        ("0.0003", "0.0009", ["0", "0,0002", "0,0004", "0,0006", "0,0008", "0,001"]),
        ("1200", "4711", ["0", "1 000", "2 000", "3 000", "4 000", "5 000"]),
        ("200000", "9000000", ["0", "2 milj.", "4 milj.", "6 milj.", "8 milj.", "10 milj."]),
    ],
)
def test_the_lines_stand_at_round_numbers_written_in_swedish(lowest, highest, expected):
    assert labels(lowest, highest) == expected


def test_bars_start_at_nought_however_alike_they_are():
    assert labels("81", "84", from_nought=True)[0] == "0"
    assert labels("-84", "-81", from_nought=True)[-1] == "0"


def test_a_share_has_no_line_over_a_hundred_percent():
    assert labels("2", "97", at_most=Decimal(100))[-1] == "100"
    assert labels("60", "100", at_most=Decimal(100))[-1] == "100"


@given(FIGURES, FIGURES, st.booleans())
def test_every_figure_lies_on_the_axis_between_few_lines(one, other, from_nought):
    lowest, highest = sorted((one, other))
    scale = Scale.over(lowest, highest, from_nought=from_nought)

    assert 0 <= scale.share(lowest) <= scale.share(highest) <= 1
    assert 2 <= len(scale.ticks) <= 8
    assert len(set(scale.labels)) == len(scale.ticks)
    if from_nought:
        assert scale.starts_at_nought
