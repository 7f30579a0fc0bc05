"""The day an article was published, where its text or its address says so."""

import re
from datetime import date

from foundation.precise_date import Precision, parse
from foundation.swedish.dates import MONTHS

# In text and in addresses: 2 juli 2024, 2024-07-02, 2/7 2024.
DAY = re.compile(
    rf"(?<!\d)(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}\s(?:{'|'.join(MONTHS)}|[a-z]{{3}}\.?)\s\d{{4}}"
    r"|\d{1,2}/\d{1,2}[\s-]\d{4})(?!\d)",
    re.IGNORECASE,
)
CLOCK = re.compile(r"(?:kl(?:ockan|\.)?\s*)?\d{1,2}[.:]\d{2}(?::\d{2})?", re.IGNORECASE)


def day_in(text: str) -> date | None:
    """The first day that the text names."""
    for found in DAY.finditer(text.replace("\xa0", " ")):
        try:
            day = parse(found[0])
        except ValueError:
            continue
        if day.precision is Precision.DAY:
            return day.first_day
    return None


def is_only_a_day(text: str) -> bool:
    """Whether the text is a day, perhaps with the time of day, and nothing else."""
    rest = CLOCK.sub("", DAY.sub("", text.replace("\xa0", " "), count=1))
    return day_in(text) is not None and not re.sub(r"[\s,.]|\bden\b", "", rest)
