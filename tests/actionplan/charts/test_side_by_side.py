"""Figures of one period side by side: lengths that can be compared by eye."""

from actionplan.charts.side_by_side import SideBySide
from tests.actionplan.charts.making import comparison


def test_twice_the_figure_is_twice_the_length():
    bars = SideBySide(comparison({2024: 10}, {"Riket": {2024: 20}})).bars

    assert [bar["name"] for bar in bars] == ["Exempelkommun", "Riket"]
    assert [bar["width"] for bar in bars] == ["50.0%", "100.0%"]


def test_less_than_nothing_goes_the_other_way():
    drawing = SideBySide(comparison({2024: -10}, {"Riket": {2024: 10}}))

    assert drawing.nought == "50.0%"
    assert [bar["x"] for bar in drawing.bars] == ["0.0%", "50.0%"]


def test_a_figure_tells_how_sure_it_is_where_that_is_known():
    drawing = SideBySide(comparison({2024: (10, 5, 20)}, {"Riket": {2024: 20}}))

    assert (drawing.bars[0]["low"], drawing.bars[0]["high"]) == ("25.0%", "100.0%")
    assert "low" not in drawing.bars[1]
    assert drawing.has_intervals
