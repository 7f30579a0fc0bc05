"""The numbers of measures: stable, and never given to another measure of the same plan."""

from django.db import models


class UsedNumber(models.Model):
    """A number that a public measure of the plan has or once had.

    It outlives the measure: whoever reads an old protocol must not find another measure there.
    """

    plan = models.ForeignKey(
        "actionplan.PlanPage", on_delete=models.CASCADE, related_name="used_numbers"
    )
    number = models.CharField("nummer", max_length=10)
    measure_key = models.UUIDField("åtgärdens nyckel")
    measure_title = models.CharField("åtgärd", max_length=255)

    class Meta:
        verbose_name = "använt nummer"
        verbose_name_plural = "använda nummer"
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="one_measure_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.measure_title}"
