"""The numbers of measures: stable, and never given to another measure of the same plan."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from actionplan.models.measure import MeasurePage
    from actionplan.models.plan import PlanPage


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


def number_errors(measure: "MeasurePage", plan: "PlanPage | None") -> list[str]:
    """Why the measure may not have its number in the plan; empty if it may, or has none."""
    if not measure.number or plan is None:
        return []
    used = plan.used_numbers.filter(number=measure.number)
    if other := used.exclude(measure_key=measure.translation_key).first():
        return [
            f"Numret {other.number} hör till åtgärden ”{other.measure_title}” och används aldrig "
            "till en annan, inte ens om den är borttagen."
        ]
    return []


def remember_number(instance: "MeasurePage", **kwargs: object) -> None:
    """Remember the number of a measure that has become public. Listens to saved measures."""
    if not (instance.live and instance.number and (plan := instance.plan)):
        return
    UsedNumber.objects.get_or_create(
        plan=plan,
        number=instance.number,
        defaults={"measure_key": instance.translation_key, "measure_title": instance.title},
    )
