"""From when to when, in words."""

from foundation.precise_date import PreciseDate

DASH = "\u00a0– "


def period_in_words(
    starts: PreciseDate | None, ends: PreciseDate | None, is_continuous: bool = False
) -> str:
    """The time between two dates as exact as each is known; empty when neither is."""
    if is_continuous:
        return f"Löpande från {starts}" if starts else "Löpande"
    if starts and ends:
        return f"{starts}{DASH}{ends}"
    if ends:
        return f"Senast {ends}"
    return f"Från {starts}, slutdatum saknas" if starts else ""


def ends_too_early(starts: PreciseDate | None, ends: PreciseDate | None) -> bool:
    """Whether it is over before it can have begun, however exact the dates are."""
    return bool(starts and ends) and ends.last_day < starts.first_day
