"""Text in files that programs for tables open: they would run what looks like a formula.

`defused` puts an apostrophe before it, and `restored` takes exactly that away again, so what was
written comes back letter by letter.
"""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
# What programs overlook before a formula; the apostrophe, so that ours can be told from others.
_OVERLOOKED = " '\u00a0\ufeff"


def defused(text: str) -> str:
    """The text, with an apostrophe before it if a program could take it for a formula."""
    return f"'{text}" if _is_formula(text) else text


def restored(text: str) -> str:
    """The text that `defused` was given."""
    rest = text[1:]
    return rest if text.startswith("'") and _is_formula(rest) else text


def _is_formula(text: str) -> bool:
    return text.lstrip(_OVERLOOKED).startswith(_FORMULA)
