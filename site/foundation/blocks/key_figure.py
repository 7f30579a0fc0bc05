"""A number worth remembering."""

from collections.abc import Iterable

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail.blocks import (
    CharBlock,
    PageChooserBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
    TextBlock,
    URLBlock,
)
from wagtail.models import Page

from foundation import chosen, figures

NO_FIGURE = "Skriv en siffra, eller välj en indikator som siffran hämtas från."
NO_SOURCE = "Skriv vem som har tagit fram siffran."


class KeyFigure(StructValue):
    """A figure that an editor has written, or that follows an indicator."""

    @property
    def live(self) -> figures.Figure | None:
        """The indicator's figure, the newest or that of the period; none that readers may not see."""
        return figures.figure_of(self.told, self.get("period") or "")

    @property
    def told(self) -> list[figures.Figure]:
        """The figures of the indicator; a page that a form has just chosen does not carry them."""
        page = self.get("indicator")
        if page is None:
            return []
        if not hasattr(page, "figures"):
            page.figures = figures.figures_of([page.pk]).get(page.pk, [])
        return page.figures


class FigurePageBlock(PageChooserBlock):
    """A page that has figures, fetched together with those that readers may see."""

    @cached_property
    def target_models(self) -> list[type[Page]]:
        """The page types that have figures; this floor does not know them by name."""
        return [apps.get_model(name) for name in figures.page_types()]

    def to_python(self, value: int | None) -> Page | None:
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Page | None]:
        values = list(values)
        found = chosen.fetched(chosen.pages, values)
        return [found.get(value) for value in values]


class KeyFigureBlock(StructBlock):
    """A figure with what it means, where it comes from and what time it is about."""

    indicator = FigurePageBlock(
        label="Indikator",
        required=False,
        help_text="Välj en indikator för att visa dess senaste siffra, med enhet, källa och tid. När "
        "indikatorn får en ny siffra ändras den här också.",
    )
    value = CharBlock(
        label="Siffra",
        required=False,
        max_length=40,
        help_text="Som den ska läsas, till exempel: 12 procent. Har du valt en indikator visas det "
        "du skriver här bara om indikatorn inte är publicerad.",
    )
    explanation = TextBlock(
        label="Vad den betyder",
        rows=2,
        help_text="Fortsätt meningen: ”avstår på grund av otrygghet från att gå ut sent”.",
    )
    source = CharBlock(
        label="Källa",
        required=False,
        max_length=160,
        help_text="Vem som har tagit fram siffran, till exempel: Nationella trygghetsundersökningen, "
        "Brå. Behövs inte för en indikator.",
    )
    source_url = URLBlock(label="Länk till källan", required=False)
    period = CharBlock(
        label="År eller period",
        required=False,
        max_length=60,
        help_text="Den tid som siffran gäller, till exempel: 2024. Med en indikator betyder tomt den "
        "senaste siffran, och ett årtal att siffran för det året alltid visas.",
    )

    def clean(self, value: StructValue) -> StructValue:
        """Ask for a figure and its source, once the block is to be public."""
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        errors = {}
        indicator, period = value.get("indicator"), value.get("period")
        if not indicator and not value.get("value"):
            errors["value"] = ValidationError(NO_FIGURE)
        if value.get("value") and not value.get("source"):
            errors["source"] = ValidationError(NO_SOURCE)
        if period and value.told and not value.live:
            known = ", ".join(dict.fromkeys(one.period for one in value.told if one.period))
            errors["period"] = ValidationError(
                f"Indikatorn har ingen siffra för {period}. Den har för: {known}."
            )
        if errors:
            raise StructBlockValidationError(errors)
        return value

    class Meta:
        value_class = KeyFigure
        template = "blocks/key_figure.html"
        icon = "order"
        label = "Nyckeltal"
        label_format = "{indicator} {value}: {explanation}"
        description = (
            "En siffra med förklaring och källa, skriven här eller hämtad från en indikator."
        )
        form_layout = ["indicator", "value", "explanation", "source", "source_url", "period"]
        preview_value = {
            "value": "12 procent",
            "explanation": "avstår på grund av otrygghet från att gå ut sent på kvällen.",
            "source": "Källans namn",
            "source_url": "https://www.example.com/",
            "period": "2024",
        }
