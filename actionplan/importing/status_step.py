"""What becomes of the status of a row: an update, if nobody has said the same already."""

import datetime
from dataclasses import dataclass, field

from django.utils import timezone

from actionplan.importing.wanted import Wanted
from actionplan.importing.words import NAMES
from actionplan.models import StatusUpdatePage
from actionplan.opendata.measures import plain_text
from foundation.importing.refusal import shown
from foundation.swedish.dates import long_date


@dataclass
class NewStatus:
    """A status update that the import would make."""

    wanted: Wanted
    fact_on: datetime.date

    @property
    def text(self) -> str:
        """What readers are told."""
        return self.wanted.status_text or said_of(self.wanted.status_word)

    @property
    def reason(self) -> str:
        """Why, where the status needs a reason."""
        needs = self.wanted.status.needs_reason
        return (self.wanted.reason or self.wanted.status_text) if needs else ""

    @property
    def told(self) -> list[tuple[str, str]]:
        """What readers will read beside the status, by what editors call it."""
        told = [(NAMES["status_text"], self.text), (NAMES["reason"], self.reason)]
        return [one for one in told if one[1]]


@dataclass
class Followed:
    """The update, or why there is none; `is_undated`: the editor may give a day for it."""

    new: NewStatus | None = None
    notes: list[str] = field(default_factory=list)
    is_undated: bool = False


def said_of(word: str) -> str:
    """What an update says where the file says nothing but the status."""
    return f"Status enligt den importerade filen: {word}."


def followed(
    wanted: Wanted, known: list[StatusUpdatePage], given: datetime.date | None
) -> Followed:
    """The update that the row asks for, beside those that the measure has."""
    if wanted.status is None:
        return Followed(notes=_text_alone(wanted))
    place = f"Rad {wanted.row} (Status)"
    newest = max((one for one in known if one.fact_on), key=lambda one: one.fact_on, default=None)
    on = wanted.status_on
    if on is None:
        if newest and newest.status == wanted.status:
            return Followed(notes=_other_text(wanted, newest))
        on = given
    if on is None:
        note = (
            f"{place}: {shown(wanted.status_word)} saknar datum. Ange en dag som statusen gäller, "
            "annars tas den inte med."
        )
        return Followed(notes=[note], is_undated=True)
    if on > timezone.localdate():
        return Followed(
            notes=[f"{place}: {long_date(on)} har inte kommit än. Statusen tas inte med."]
        )
    if same := [one for one in known if one.fact_on == on and one.status == wanted.status]:
        return Followed(notes=_other_text(wanted, same[-1]))
    if newest and newest.fact_on > on:
        note = (
            f"{place}: det finns redan en nyare lägesrapport, från {long_date(newest.fact_on)}. "
            "Statusen tas inte med."
        )
        return Followed(notes=[note])
    return Followed(NewStatus(wanted, on))


def _text_alone(wanted: Wanted) -> list[str]:
    if not wanted.status_text:
        return []
    return [
        f"Rad {wanted.row} ({NAMES['status_text']}): {shown(wanted.status_text)} tas inte med, för raden "
        "har ingen status som kan läsas."
    ]


def _other_text(wanted: Wanted, update: StatusUpdatePage) -> list[str]:
    """A text that the update does not have: what is published is corrected on the site."""
    if not wanted.status_text or _words(wanted.status_text) == _words(plain_text(update.text)):
        return []
    return [
        f"Rad {wanted.row} ({NAMES['status_text']}): {shown(wanted.status_text)} tas inte med. Åtgärden "
        f"har redan samma status i lägesrapporten {long_date(update.fact_on)}. Ge statusen en ny dag i "
        "filen, eller ändra lägesrapporten."
    ]


def _words(text: str) -> list[str]:
    return text.split()
