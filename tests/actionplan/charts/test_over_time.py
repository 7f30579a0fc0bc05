"""Where figures over time lie: gaps stay gaps, breaks stay breaks, and no name covers another."""

from itertools import pairwise

import pytest

from actionplan.charts.names import spread
from actionplan.charts.over_time import OverTime
from actionplan.charts.series import Series
from actionplan.charts.time_axis import NARROW, WIDE
from tests.actionplan.charts.making import comparison, point, series


def drawn(figures, *others, **facts):
    return OverTime(comparison(figures, *others, **facts))


def lines(drawing):
    """How many lines connect the figures of the main series."""
    return len(drawing.series[0]["segments"])


@pytest.mark.parametrize(
    ("figures", "breaks", "connected"),
    [
        ({2020: 5, 2021: 6, 2022: 7}, (), 2),
        ({2020: 5, 2021: None, 2022: 7}, (), 0),
        ({2019: 5, 2020: 5, 2022: 7}, (), 1),
        ({2015: 5, 2017: 6, 2019: 7}, (), 2),
        ({2020: 5, 2021: 6, 2022: 7}, (2022,), 1),
        ({2020: 5, 2021: 6, 2022: 7}, (2019,), 2),
        ({"2017–2018": 5, "2019–2020": 6, 2021: 7}, (), 2),
        ({"2019–2020": 5, "2021–2022": 6, 2023: 7}, (2022,), 0),
        ({(2024, 1): 5, (2024, 2): 6, (2024, 4): 7}, (), 1),
        ({2024: 5}, (), 0),
    ],
)
def test_only_neighbours_that_can_be_compared_are_connected(figures, breaks, connected):
    assert lines(drawn(figures, breaks=breaks)) == connected


def test_a_missing_figure_is_marked_at_its_period_and_never_drawn_at_nought():
    drawing = drawn({2020: 5, 2021: None, 2022: 7})

    assert drawing.series[0]["missing"] == ["50%"]
    assert len(drawing.series[0]["marks"]) == 2
    assert drawing.has_missing


def test_nought_is_drawn_as_a_figure():
    drawing = drawn({2020: 0, 2021: 4})

    assert drawing.series[0]["marks"][0]["y"] == drawing.foot
    assert not drawing.has_missing


@pytest.mark.parametrize("count", [1, 2, 13, 60])
def test_every_mark_and_label_lies_within_the_drawing(count):
    drawing = drawn({(1960 + n // 4, n % 4 + 1): n for n in range(count)})
    places = [mark["x"] for mark in drawing.series[0]["marks"]]
    places += [label["x"] for label in drawing.labels]

    assert all(0 <= float(place.rstrip("%")) <= 100 for place in places)
    assert drawing.series[0]["marks"][-1]["x"] == drawing.labels[-1]["x"]


@pytest.mark.parametrize(("width", "only_narrow"), [(NARROW, True), (WIDE, False)])
@pytest.mark.parametrize("count", [1, 9, 25, 60])
def test_names_of_periods_do_not_run_into_each_other(count, width, only_narrow):
    drawing = drawn(dict.fromkeys(range(1960, 1960 + count), 5))
    shown = [label for label in drawing.labels if label["narrow"] or not only_narrow]
    middles = [float(label["x"].rstrip("%")) / 100 * width for label in shown]

    assert shown[-1]["lines"] == (str(1959 + count),)
    assert all(right - left > 4 * 7 for left, right in pairwise(middles))


def test_where_periods_overlap_those_of_the_commonest_length_are_drawn():
    both = Series.of("x", [point(2024, 40), *(point((2024, n), 10) for n in (1, 2, 3, 4))])

    assert both.points[0].period == "kvartal 1 2024"
    assert len(both.points) == 4


def test_pooled_years_beside_single_years_all_stay():
    assert len(series({"2017–2018": 5, "2019–2020": 6, 2021: 7}).points) == 3


def test_counted_things_alone_are_bars_from_nought_and_the_preliminary_is_open():
    drawing = drawn({2023: 90, 2024: 100}, counts_things=True)

    assert drawing.is_bars
    assert drawing.scale.ticks[0] == 0
    assert drawing.bars[1]["height"] == f"{90 - 8:g}%"
    below = drawn({2023: -5, 2024: 5}, counts_things=True).bars
    assert below[0]["height"] == below[1]["height"]
    assert below[0]["y"] != below[1]["y"]


@pytest.mark.parametrize(
    ("figures", "others"),
    [({2023: 90, 2024: 100}, [{"Riket": {2024: 5}}]), ({2023: (90, 80, 99), 2024: 100}, [])],
)
def test_counted_things_that_are_compared_or_unsure_are_lines(figures, others):
    assert not drawn(figures, *others, counts_things=True).is_bars


def test_each_series_has_a_shape_of_its_own_and_its_name_beside_its_end():
    drawing = drawn({2024: 5}, {"Riket": {2024: 5}}, {"Länet": {2023: 1, 2024: 5}})
    names = [name["lines"][0]["text"] for name in drawing.names]
    places = [float(name["mark_y"].rstrip("%")) for name in drawing.names]

    assert names == ["Exempelkommun", "Riket", "Länet"]
    assert len({one["shape"] for one in drawing.series}) == 3
    assert min(abs(a - b) for a in places for b in places if a != b) >= 6
    assert len(set(places)) == 3


def test_a_target_is_named_beside_its_line():
    drawing = drawn({2023: 5, 2024: 6}, targets=[(15, "senast 2028")])

    assert drawing.names[0]["lines"][0]["text"] == "Mål 15 senast 2028"
    assert drawing.targets[0]["y"] == drawing.grid[-1]["y"]


@pytest.mark.parametrize("wanted", [[50, 50, 50], [99, 98, 97], [1, 2], [10], []])
def test_names_give_way_to_each_other_within_the_drawing(wanted):
    places = sorted(spread([(middle, 10) for middle in wanted], 0, 100))

    assert all(5 <= place <= 95 for place in places)
    assert all(after - before >= 10 for before, after in pairwise(places))


@pytest.mark.parametrize("target", [5, 5.5, 6, 6.2, 6.8, 7, 9])
@pytest.mark.parametrize("country", [3, 9])
def test_the_newest_figure_is_not_written_over_a_target(target, country):
    drawing = drawn({2023: 0, 2024: 6}, {"Riket": {2024: country}}, targets=[(target, "")])
    edge, line = (float(place["y"].rstrip("%")) for place in (drawing.newest, drawing.targets[0]))
    is_over = drawing.newest["dy"].startswith("-")

    # The figure takes some 18 of the 336 pixels, a few away from the edge.
    top, bottom = (edge - 8, edge - 0.5) if is_over else (edge + 0.5, edge + 8)
    assert not top < line < bottom


def test_the_newest_figure_is_written_where_the_others_are_not():
    over = drawn({2023: 5, 2024: 6}, {"Riket": {2024: 3}})
    under = drawn({2023: 5, 2024: 6}, {"Riket": {2024: 9}})

    assert over.newest["dy"].startswith("-")
    assert not under.newest["dy"].startswith("-")
    assert over.newest["label"] == "6"
