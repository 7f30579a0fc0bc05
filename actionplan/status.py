"""The words of status, and what follows from each."""

from django.db import models


class MeasureStatus(models.TextChoices):
    """How far a measure has come, in the order a resident meets them."""

    PLANNED = "planned", "Planerad"
    ONGOING = "ongoing", "Pågår"
    DONE = "done", "Genomförd"
    PAUSED = "paused", "Pausad"
    CANCELLED = "cancelled", "Avbruten"
    MERGED = "merged", "Ingår i en annan åtgärd"

    @classmethod
    def open(cls) -> list["MeasureStatus"]:
        """The statuses in which work remains. A pause is a promise to go on."""
        return [cls.PLANNED, cls.ONGOING, cls.PAUSED]

    @classmethod
    def needing_reason(cls) -> list["MeasureStatus"]:
        """The statuses that a resident is owed an explanation of."""
        return [cls.PAUSED, cls.CANCELLED, cls.MERGED]

    @property
    def is_open(self) -> bool:
        """Whether work remains."""
        return self in self.open()

    @property
    def needs_reason(self) -> bool:
        """Whether the status may not be published without the reason for it."""
        return self in self.needing_reason()

    @property
    def names_successor(self) -> bool:
        """Whether the status must say which other measure the work goes on in."""
        return self is self.MERGED


class Outcome(models.TextChoices):
    """What came of a measure, as the editor judges it; always with a motivation."""

    ACHIEVED = "achieved", "Uppnådd"
    PARTLY = "partly", "Delvis uppnådd"
    NOT_ACHIEVED = "not_achieved", "Inte uppnådd"
    TOO_EARLY = "too_early", "För tidigt att bedöma"
