"""Reading a date as people write it in Swedish.

What can be written is a table of forms. A form that is recognised but cannot be right
("31 juni 2024", "kvartal 5") says what is wrong with it.
"""

import datetime
import re
import unicodedata
from collections.abc import Callable

from foundation.precise_date.dates import FIRST_YEAR, LAST_YEAR, YEAR_OUT_OF_RANGE, PreciseDate
from foundation.precise_date.months import last_day_of_month
from foundation.swedish.dates import MONTHS, long_date, month_and_year

EXAMPLES = "13 juni 2024, juni 2024, kvartal 3 2024 eller 2024"
UNREADABLE = f"Skriv datumet så här: {EXAMPLES}."

_SHORT_MONTHS = {
    **{name: number for number, name in enumerate(MONTHS, start=1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, start=1)},
    "sept": 9,
}
_ORDINALS = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}

_YEAR = r"(?P<year>[0-9]{4})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_DAY = r"(?P<day>[0-9]{1,2})"
_QUARTER = r"(?P<quarter>[0-9])"
_WORD = r"(?P<word>[a-zåäö]+)\.?"
_WEEK = r"[vw](?:ecka|\.)? ?(?P<week>[0-9]{1,2})"


def parse(text: str) -> PreciseDate:
    """The date that `text` says, or a ValueError with one sentence on how to write it."""
    text = _tidy(text)
    for form, read in _FORMS.items():
        if found := form.fullmatch(text):
            return read(found)
    raise ValueError(UNREADABLE)


def _tidy(text: str) -> str:
    """`text` in small letters, without what people write but that says nothing."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub("[‐‑–—]", "-", text).replace(",", " ")
    text = " ".join(text.split()).rstrip(" .")
    return text.removeprefix("den ").removeprefix("år ")


def _year(found: re.Match[str]) -> int:
    year = int(found["year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(YEAR_OUT_OF_RANGE)
    return year


def _month(found: re.Match[str]) -> PreciseDate:
    word = found.groupdict().get("word")
    month = int(found["month"]) if word is None else _SHORT_MONTHS.get(word, 0)
    if word is not None and not month:
        raise ValueError(UNREADABLE)
    if not 1 <= month <= 12:
        raise ValueError(
            f"Det finns ingen månad {month}: skriv ett tal från 1 till 12 eller månadens namn."
        )
    return PreciseDate.of_month(_year(found), month)


def _day(found: re.Match[str]) -> PreciseDate:
    month, day = _month(found).first_day, int(found["day"])
    last = last_day_of_month(month)
    if not 1 <= day <= last.day:
        raise ValueError(f"{day} {month_and_year(month)} finns inte: månaden har {last.day} dagar.")
    return PreciseDate.of_day(month.replace(day=day))


def _quarter(found: re.Match[str]) -> PreciseDate:
    word = found.groupdict().get("ordinal")
    quarter = int(found["quarter"]) if word is None else _ORDINALS[word]
    if not 1 <= quarter <= 4:
        raise ValueError(f"Det finns inget kvartal {quarter}: skriv ett tal från 1 till 4.")
    return PreciseDate.of_quarter(_year(found), quarter)


def _whole_year(found: re.Match[str]) -> PreciseDate:
    return PreciseDate.of_year(_year(found))


def _refuse_yearless(found: re.Match[str]) -> PreciseDate:
    if found["word"] not in _SHORT_MONTHS:
        raise ValueError(UNREADABLE)
    raise ValueError("Skriv också året med fyra siffror, till exempel 13 juni 2024.")


def _refuse_week(found: re.Match[str]) -> PreciseDate:
    try:
        example = datetime.date.fromisocalendar(int(found["year"] or 0), int(found["week"]), 1)
    except ValueError:
        example = datetime.date(2024, 6, 13)
    raise ValueError(
        f"En vecka går inte att ange: skriv en dag i veckan, till exempel {long_date(example)}."
    )


_FORMS: dict[re.Pattern[str], Callable[[re.Match[str]], PreciseDate]] = {
    re.compile(form): read
    for form, read in {
        # 13 juni 2024, 13:e juni 2024, 13 jun. 2024, 13/6 2024, 13/6-2024, 13.6.2024
        rf"{_DAY}(?::e|:a)? ?{_WORD} ?{_YEAR}": _day,
        rf"{_DAY}[-/.] ?{_MONTH}[-/. ] ?{_YEAR}": _day,
        # 2024-06-13, 2024/6/13, 20240613
        rf"{_YEAR}([-/.]){_MONTH}\2{_DAY}": _day,
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})": _day,
        # kvartal 3 2024, q3 2024, kv. 3 2024, 2024-q3, 2024 kv 3, tredje kvartalet 2024
        rf"(?:kvartal|kv\.?|q|k) ?{_QUARTER}[- /]?{_YEAR}": _quarter,
        rf"{_YEAR}[- /]?(?:kvartal|kv\.?|q|k) ?{_QUARTER}": _quarter,
        rf"(?P<ordinal>{'|'.join(_ORDINALS)}) kvartalet {_YEAR}": _quarter,
        # juni 2024, jun. 2024, 2024 juni, 2024-06, 6/2024
        rf"{_WORD} ?{_YEAR}": _month,
        rf"{_YEAR} {_WORD}": _month,
        rf"{_YEAR}[-/]{_MONTH}": _month,
        rf"{_MONTH}[-/]{_YEAR}": _month,
        # 2024
        _YEAR: _whole_year,
        # What people also write, but that says too little
        rf"{_WEEK}(?:[- ]{_YEAR})?": _refuse_week,
        rf"{_YEAR}[- ]?{_WEEK}": _refuse_week,
        rf"{_DAY}(?::e|:a)? ?{_WORD}(?: -?[0-9]{{2}})?": _refuse_yearless,
        rf"{_WORD}(?: -?[0-9]{{2}})?": _refuse_yearless,
    }.items()
}
