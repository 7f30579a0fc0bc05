"""One thing that readers could see change in the plan, and how it is told."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import models
from wagtail.models import Page

from actionplan.status import MeasureStatus


class ChangeKind(models.TextChoices):
    """In what way something changed."""

    PUBLISHED = "published", "Nytt"
    UPDATE = "update", "Ny lägesrapport"
    STATUS = "status", "Ny status"
    EDITED = "edited", "Ändrat"
    CORRECTION = "correction", "Rättelse"
    REMOVED = "removed", "Borttaget"


# What a page of each type is called: when it is new, and when something has happened to it.
IN_WORDS = {
    "planpage": ("Ny åtgärdsplan", "Åtgärdsplanen"),
    "focusareapage": ("Nytt fokusområde i planen", "Fokusområdet"),
    "measurepage": ("Ny åtgärd i planen", "Åtgärden"),
    "statusupdatepage": ("Ny lägesrapport", "Lägesrapporten"),
    "indicatorindexpage": ("Ny sida i planen", "Sidan"),
    "indicatorpage": ("Ny indikator", "Indikatorn"),
    "surveyindexpage": ("Ny sida i planen", "Sidan"),
    "surveypage": ("Ny undersökning", "Undersökningen"),
}


@dataclass(frozen=True)
class Change:
    """One thing that readers could see change.

    `at` is the moment when it could be seen; `day` is the day that it is told with: for a
    status update the day that it is about, for a correction the day that it gives.
    """

    kind: ChangeKind
    at: datetime.datetime
    day: datetime.date
    title: str
    page_type: str
    page_pk: int | None = None
    url_path: str = ""
    measure_title: str = ""
    status: MeasureStatus | None = None
    text: str = ""
    is_example: bool = False

    @property
    def url(self) -> str:
        """The address of the page, where it still exists."""
        return (Page(url_path=self.url_path).url or "") if self.url_path else ""

    def as_event(self) -> dict[str, Any]:
        """The change as a row in a timeline."""
        return {
            "when": self.day,
            "title": self.measure_title or self.title or IN_WORDS[self.page_type][1],
            "url": self.url,
            "status": self.status,
            "text": self.text,
            "is_example": self.is_example,
        }
