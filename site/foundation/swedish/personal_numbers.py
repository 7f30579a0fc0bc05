"""Personnummer and samordningsnummer: told from other numbers by their date and check digit."""

import datetime
import re

_NUMBER = re.compile(
    r"(?<![\d+.,-])(?P<century>\d{2})?(?P<date>\d{6})(?:[-+ ]| ?[‐-–−] ?| - )?(?P<last>\d{4})(?!\d|[.,-]\d)"
)
# A samordningsnummer has the day of birth with 60 added.
_COORDINATION = 60
_CENTURIES = ("18", "19", "20")


def personal_numbers(text: str) -> list[str]:
    """Every personnummer or samordningsnummer in the text, as it is written there."""
    return [found[0] for found in _NUMBER.finditer(text) if _is_one(found)]


def _is_one(found: re.Match[str]) -> bool:
    century = found["century"]
    if century is not None and century not in _CENTURIES:
        return False
    return _is_date(found["date"], century) and _luhn(found["date"] + found["last"])


def _is_date(six: str, century: str | None) -> bool:
    year, month, day = int(six[:2]), int(six[2:4]), int(six[4:])
    if day > _COORDINATION:
        day -= _COORDINATION
    # Without a century the 29th of February is believed in every fourth year, 2000 among them.
    try:
        datetime.date(int(century or "20") * 100 + year, month, day)
    except ValueError:
        return False
    return True


def _luhn(ten: str) -> bool:
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(ten))
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0
