"""What there is to see in a chart, in plain Swedish sentences made from the figures alone.

Careful on purpose: figures whose intervals overlap are "ungefär lika", figures before and after a
break are never compared, and no cause is ever given.
"""

from actionplan.charts.series import Comparison, Point, Series, Target
from foundation.swedish.numbers import number

UNSURE = "Hur säkra siffrorna är vet vi inte."


def summary(comparison: Comparison) -> list[str]:
    """Sentences for a reader who cannot see the chart, and for one who would read too much into it."""
    newest = comparison.main.figures[-1]
    sentences = [
        _development(comparison),
        *(_against(comparison, other, newest) for other in comparison.series[1:]),
        *(_reached(comparison, target, newest) for target in comparison.targets),
        _missing(comparison),
        _preliminary(comparison),
        _left_out(comparison),
    ]
    # Said once, however many differences it is about.
    if any(UNSURE in sentence for sentence in sentences):
        sentences = [sentence.replace(UNSURE, "").strip() for sentence in sentences] + [UNSURE]
    return [sentence for sentence in sentences if sentence]


def in_words(items: list[str]) -> str:
    """A list as a sentence has it: "2019, 2020 och 2021"."""
    return " och ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def _development(comparison: Comparison) -> str:
    """How the figure has changed since the series was last broken."""
    figures, newest = comparison.main.figures, comparison.main.figures[-1]
    unbroken = [point for point in figures if not comparison.breaks_between(point, newest)]
    lead = ""
    if len(unbroken) < len(figures):
        when = comparison.breaks_between(figures[0], newest)[-1].when
        lead = f"Siffror före {when} går inte att jämföra med de senare. "
    if len(unbroken) < 2:
        if not lead:
            return ""
        return f"{lead}Därefter finns bara en siffra, så någon utveckling går inte att se."
    first = unbroken[0]
    figures = (
        f"{_capital(one.period)}: {number(one.value)} {comparison.unit}." for one in (first, newest)
    )
    return f"{lead}{' '.join(figures)} {_change(first, newest)}"


def _change(first: Point, newest: Point) -> str:
    even = newest.may_equal(first)
    if newest.value == first.value:
        return "Siffrorna är lika."
    if even:
        return "Siffrorna är ungefär lika: skillnaden ryms i osäkerheten och kan bero på slumpen."
    word = "högre" if newest.value > first.value else "lägre"
    if even is None:
        return f"Den senare siffran är {word}. {UNSURE}"
    return f"Den senare siffran är {word}, och skillnaden är större än osäkerheten."


def _against(comparison: Comparison, other: Series, newest: Point) -> str:
    """How another place stands beside the newest figure, in the same period and no other."""
    same = next((point for point in other.figures if point.period == newest.period), None)
    if same is None:
        return f"För {other.name} finns ingen siffra för {newest.period}."
    figure = f"{_capital(other.name)}, {same.period}: {number(same.value)} {comparison.unit}"
    even = newest.may_equal(same)
    if newest.value == same.value or even:
        return f"{figure}. Det är {'ungefär ' if even else ''}lika med {comparison.main.name}."
    word = "lägre" if newest.value > same.value else "högre"
    doubt = UNSURE if even is None else ""
    return f"{figure}, alltså {word} än {comparison.main.name}. {doubt}".strip()


def _reached(comparison: Comparison, target: Target, newest: Point) -> str:
    """Where the newest figure stands to what is aimed at; not whether that is good."""
    goal = (
        f"Målet är {number(target.value)} {comparison.unit}{f' {target.by}' if target.by else ''}."
    )
    if newest.has_interval and newest.low <= target.value <= newest.high:
        return f"{goal} Målet ligger inom osäkerheten för {newest.period}."
    if newest.value == target.value:
        return f"{goal} Den senaste siffran är densamma."
    return f"{goal} Den senaste siffran är {'högre' if newest.value > target.value else 'lägre'}."


def _missing(comparison: Comparison) -> str:
    periods = [point.period for point in comparison.main.points if point.value is None]
    return f"Uppgift saknas för {in_words(periods)}." if periods else ""


def _preliminary(comparison: Comparison) -> str:
    periods = [point.period for point in comparison.main.figures if point.is_preliminary]
    if not periods:
        return ""
    what = "Siffran" if len(periods) == 1 else "Siffrorna"
    word = "preliminär" if len(periods) == 1 else "preliminära"
    return f"{what} för {in_words(periods)} är {word} och kan ändras."


def _left_out(comparison: Comparison) -> str:
    if not comparison.left_out:
        return ""
    return f"I tabellen finns också {in_words(list(comparison.left_out))}."


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
