"""The form of an indicator: asks once before figures that could point at individuals become public."""

from django import forms

from actionplan import small_numbers
from foundation.page_form import BasePageForm, filled_in_rows

BOX = "small_numbers_may_show"
ASK = (
    "Siffror ovan kan peka ut enskilda personer och är inte publicerade än. Ändra dem, eller kryssa i "
    "här om de får visas."
)


class IndicatorForm(BasePageForm):
    """Stops nothing for good: whoever has thought of it ticks the box. What is public is not asked about."""

    small_numbers_may_show = forms.BooleanField(
        label="Siffrorna får visas, fast de är små", required=False
    )

    @property
    def small_number_warnings(self) -> list[str]:
        """Which of the figures that stand in the form could point at individuals."""
        if not self.is_bound:
            return self.instance.small_number_warnings
        values = sorted(
            (row.instance for row in filled_in_rows(self.formsets["values"])),
            key=lambda value: value.order(),
        )
        return small_numbers.warnings(values, self.instance.what_is_counted, self.instance.unit)

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.is_deferred_validation or self.cleaned_data.get(BOX):
            return
        if set(self.small_number_warnings) - self._public_warnings():
            self.add_error(BOX, ASK)

    def _public_warnings(self) -> set[str]:
        public = type(self.instance).objects.live().filter(pk=self.instance.pk).first()
        return set(public.small_number_warnings) if public else set()
