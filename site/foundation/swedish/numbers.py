"""Numbers as Swedish writes them: decimal comma, and no line break inside a number."""

from decimal import Decimal

NO_BREAK = "\u00a0"
_UNITS = ("byte", "kB", "MB", "GB")
# Kinds of file that Swedish has made a word of; the others are abbreviations, in capitals.
_WORDS = {"pdf": "Pdf"}


def number(value: Decimal | float | str) -> str:
    """A number for reading: 1234.5 gives "1 234,5", with spaces that never break.

    As many decimals as the number has; a Decimal's closing zeros are kept, since somebody
    wrote them.
    """
    text = f"{Decimal(str(value)):,f}"
    return text.replace(",", NO_BREAK).replace(".", ",").replace("-", "−")


def file_size(size: int | None) -> str:
    """The size of a file with one decimal: "90,7 kB", "2 MB". Empty when it is not known."""
    if size is None:
        return ""
    amount, unit = Decimal(size), 0
    while round(amount, 1) >= 1000 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    text = f"{round(amount, 1):f}".removesuffix(".0").replace(".", ",")
    return f"{text}{NO_BREAK}{_UNITS[unit]}"


def type_and_size(suffix: str, size: int | None) -> str:
    """What a file is, as far as it is known: ".csv" and 90 700 bytes give "CSV, 90,7 kB"."""
    kind = suffix.removeprefix(".").lower()
    kind = _WORDS.get(kind, kind.upper())
    return ", ".join(part for part in (kind, file_size(size)) if part)
