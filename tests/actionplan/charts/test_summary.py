"""What is said of a chart: never more than the figures carry."""

import pytest

from actionplan.charts.summary import UNSURE, in_words, summary
from tests.actionplan.charts.making import comparison, point


def said(figures, *others, **facts):
    return " ".join(summary(comparison(figures, *others, **facts)))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((24, 20, 28), (19, 16, 22), "Siffrorna är ungefär lika"),
        ((24, 22, 26), (19, 17, 21), "Den senare siffran är lägre, och skillnaden är större än"),
        ((17, 15, 19), (24, 22, 26), "Den senare siffran är högre, och skillnaden är större än"),
        ((24, 22, 26), 25, "Siffrorna är ungefär lika"),
        ((24, 22, 26), (20, 18, 22), "Siffrorna är ungefär lika"),
        (24, 19, f"Den senare siffran är lägre. {UNSURE}"),
        (24, 24, "Siffrorna är lika."),
    ],
)
def test_a_difference_is_only_called_one_when_chance_does_not_explain_it(first, last, words):
    assert words in said({2020: first, 2024: last})


def test_figures_on_either_side_of_a_break_are_never_compared():
    text = said({2020: 90, 2021: 80, 2022: 10, 2023: 11}, breaks=[2022])

    assert "Siffror före 2022 går inte att jämföra med de senare." in text
    assert "2022: 10 procent. 2023: 11 procent." in text
    assert "90" not in text
    assert "80" not in text


def test_one_figure_after_a_break_shows_no_development():
    text = said({2020: 90, 2021: 80, 2022: 10}, breaks=[2022])

    assert "finns bara en siffra, så någon utveckling går inte att se" in text
    assert "lägre" not in text


def test_a_period_that_a_break_lies_in_is_compared_with_none():
    assert "lägre" not in said({2020: 90, "2021–2022": 50}, breaks=[2022])


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ((25, 24, 26), "Riket, 2024: 25 procent, alltså högre än Exempelkommun."),
        ((12, 11, 13), "Riket, 2024: 12 procent, alltså lägre än Exempelkommun."),
        ((21, 20, 22), "Riket, 2024: 21 procent. Det är ungefär lika med Exempelkommun."),
        (17, "Riket, 2024: 17 procent. Det är ungefär lika med Exempelkommun."),
    ],
)
def test_another_place_is_compared_within_the_same_period(other, words):
    assert words in said({2024: (19, 16, 22)}, {"Riket": {2024: other, 2023: 90}})


def test_another_place_without_a_figure_of_that_period_is_not_compared():
    text = said({2023: 1, 2024: 19}, {"Riket": {2023: 30}})

    assert "För Riket finns ingen siffra för 2024." in text
    assert "30" not in text


@pytest.mark.parametrize(
    ("newest", "words"),
    [
        ((19, 16, 22), "Målet är 15 procent senast 2028. Den senaste siffran är högre."),
        ((16, 14, 18), "Målet är 15 procent senast 2028. Målet ligger inom osäkerheten för 2024."),
        (15, "Målet är 15 procent senast 2028. Den senaste siffran är densamma."),
        (9, "Målet är 15 procent senast 2028. Den senaste siffran är lägre."),
    ],
)
def test_a_target_is_said_with_where_the_newest_figure_stands(newest, words):
    assert words in said({2024: newest}, targets=[(15, "senast 2028")])


def test_what_is_missing_and_what_may_change_is_said():
    figures = {2020: 1, 2021: None, 2022: None, 2023: 4}

    assert "Uppgift saknas för 2021 och 2022." in said(figures)
    whole = comparison({2023: 1})
    unsure = point(2024, 2, is_preliminary=True)
    main = type(whole.main)("x", (*whole.main.points, unsure))
    text = " ".join(summary(type(whole)(unit="procent", series=(main,))))
    assert "Siffran för 2024 är preliminär och kan ändras." in text


def test_that_nobody_knows_how_sure_the_figures_are_is_said_once():
    text = said({2023: 1, 2024: 2}, {"Riket": {2024: 5}}, {"Länet": {2024: 6}})

    assert text.count(UNSURE) == 1
    assert text.endswith(UNSURE)


def test_lists_are_written_as_in_a_sentence():
    assert in_words(["a"]) == "a"
    assert in_words(["a", "b"]) == "a och b"
    assert in_words(["a", "b", "c"]) == "a, b och c"
