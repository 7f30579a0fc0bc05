"""The figures of an indicator: values, targets, and where a series was broken."""

from collections.abc import Iterable
from decimal import Decimal

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from foundation.decimal_comma import DecimalCommaField
from foundation.past_dates import future_dates
from foundation.precise_date import PreciseDateField
from foundation.swedish.numbers import number


class IndicatorValue(models.Model):
    """One figure: of what period, for whom, how sure, and where it comes from."""

    class Status(models.TextChoices):
        """Whether the figure holds, or why there is none."""

        FINAL = "final", "Fastställt"
        PRELIMINARY = "preliminary", "Preliminärt"
        MISSING = "missing", "Uppgift saknas"
        SUPPRESSED = "suppressed", "Visas inte, för få svar"

        @property
        def has_figure(self) -> bool:
            """Whether a figure is to be written."""
            return self in (self.FINAL, self.PRELIMINARY)

    indicator = ParentalKey(
        "actionplan.IndicatorPage", on_delete=models.CASCADE, related_name="values"
    )
    period_from = PreciseDateField(
        "period",
        null=True,
        blank=True,
        help_text="Tom om källan inte säger vilken period siffran gäller.",
    )
    period_to = PreciseDateField(
        "till och med", null=True, blank=True, help_text="Bara om perioden är längre än så."
    )
    value = DecimalCommaField("värde", max_digits=14, decimal_places=4, null=True, blank=True)
    low = DecimalCommaField(
        "osäkerhet, lägst", max_digits=14, decimal_places=4, null=True, blank=True
    )
    high = DecimalCommaField(
        "osäkerhet, högst", max_digits=14, decimal_places=4, null=True, blank=True
    )
    geography = models.CharField(
        "plats", max_length=80, help_text="Till exempel: Hagfors kommun, Värmlands län, riket."
    )
    group = models.CharField(
        "grupp", max_length=80, blank=True, help_text="Till exempel: kvinnor. Tomt betyder alla."
    )
    base = models.PositiveIntegerField(
        "antal i underlaget",
        null=True,
        blank=True,
        help_text="Hur många som svarade, eller som gruppen består av, om det är känt.",
    )
    status = models.CharField("status", max_length=20, choices=Status, default=Status.FINAL)
    note = models.CharField("anmärkning", max_length=250, blank=True)
    source_text = models.CharField(
        "källa", max_length=250, blank=True, help_text="Publikationen som siffran står i."
    )
    source_url = models.URLField("länk till källan", blank=True)

    panels = [
        FieldRowPanel(["period_from", "period_to"]),
        FieldRowPanel(["value", "status"]),
        FieldRowPanel(["low", "high"]),
        FieldRowPanel(["geography", "group", "base"]),
        FieldRowPanel(["source_text", "source_url"]),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = "värde"
        verbose_name_plural = "värden"

    def __str__(self) -> str:
        return f"{self.period} {self.geography}: {self.figure}"

    @property
    def period(self) -> str:
        """The period in words: "2024", "2019–2020" or that nobody knows."""
        if self.period_from is None:
            return "okänd period"
        if self.period_to is None or self.period_to == self.period_from:
            return str(self.period_from)
        return f"{self.period_from}–{self.period_to}"

    @property
    def figure(self) -> str:
        """The figure with decimal comma, or why there is none."""
        if self.value is None:
            return self.Status.SUPPRESSED.label if self.is_suppressed else "uppgift saknas"
        return number(self.value)

    @property
    def interval(self) -> str:
        """Between which figures the true one probably lies: "9–15", or nothing."""
        if self.low is None or self.high is None:
            return ""
        return f"{number(self.low)}–{number(self.high)}"

    @property
    def between(self) -> str:
        """The same as a sentence goes on after "mellan": "9 och 15", or nothing."""
        return self.interval.replace("–", " och ")

    @property
    def whom(self) -> str:
        """The place, and the group where it is not everybody: "Exempelkommun, kvinnor"."""
        return f"{self.geography}, {self.group}" if self.group else self.geography

    @property
    def is_suppressed(self) -> bool:
        """Whether the figure is held back because it could point at individuals."""
        return self.status == self.Status.SUPPRESSED

    @property
    def is_preliminary(self) -> bool:
        """Whether the figure may still be revised."""
        return self.status == self.Status.PRELIMINARY

    def order(self) -> tuple:
        """Sorts the newest period first, and places and groups by name within it."""
        day = self.period_from.first_day.toordinal() if self.period_from else 0
        return (-day, self.geography, self.group)

    def publication_errors(self) -> dict[str, list[str]]:
        """What is wrong with the figure as a statement to the public."""
        errors = {}
        has_figure = bool(self.status) and self.Status(self.status).has_figure
        if not self.geography:
            errors["geography"] = ["Skriv vilken plats siffran gäller."]
        if not self.status:
            errors["status"] = ["Välj om värdet är fastställt."]
        elif has_figure and self.value is None:
            errors["value"] = ["Skriv ett värde, eller välj statusen Uppgift saknas."]
        elif not has_figure and (self.value, self.low, self.high) != (None, None, None):
            errors["value"] = ["Ta bort värdet och osäkerheten, eller välj en annan status."]
        if (self.low is None) != (self.high is None):
            errors["low"] = ["Skriv både lägsta och högsta värdet, eller inget av dem."]
        elif None not in (self.low, self.value, self.high) and not (
            self.low <= self.value <= self.high
        ):
            errors["low"] = ["Värdet ska ligga mellan det lägsta och det högsta."]
        if self.period_to is not None and self.period_from is None:
            errors["period_from"] = ["Skriv också när perioden börjar."]
        elif self.period_to is not None and self.period_to < self.period_from:
            errors["period_to"] = ["Perioden slutar innan den börjar."]
        elif self.value is not None:
            errors |= self._not_measured_yet()
        return errors

    def _not_measured_yet(self) -> dict[str, list[str]]:
        """Nobody has measured what has not begun. That there will be no figure can be known before."""
        message = "Perioden har inte börjat. En siffra som ni vill nå skrivs som mål."
        return {name: [message] for name in future_dates(self, "period_from", "period_to")}


class IndicatorTarget(models.Model):
    """A figure that the municipality wants to reach, and by when."""

    indicator = ParentalKey(
        "actionplan.IndicatorPage", on_delete=models.CASCADE, related_name="targets"
    )
    # Null while it is a draft; `publication_errors` asks for it.
    value = DecimalCommaField("mål", max_digits=14, decimal_places=4, null=True)
    by = PreciseDateField("senast", null=True, blank=True)
    geography = models.CharField("plats", max_length=80, blank=True)
    source_text = models.CharField(
        "källa", max_length=250, blank=True, help_text="Beslutet som målet står i."
    )

    panels = [FieldRowPanel(["value", "by"]), FieldRowPanel(["geography", "source_text"])]

    class Meta:
        verbose_name = "mål"
        verbose_name_plural = "mål"

    def __str__(self) -> str:
        return f"{self.figure}{f' {self.by.when}' if self.by else ''}"

    @property
    def figure(self) -> str:
        """The figure with decimal comma; a draft may lack it."""
        return "uppgift saknas" if self.value is None else number(self.value)

    def publication_errors(self) -> dict[str, list[str]]:
        """A target is a figure."""
        return {} if self.value is not None else {"value": ["Skriv målet som en siffra."]}


def write_equally_exact(values: Iterable[IndicatorValue]) -> None:
    """Let figures of one source have as many decimals as the most exact: "21,0" beside "21,2".

    The database keeps no closing zeros, but a source that gives decimals gives them throughout.
    """
    by_source: dict[str, list[IndicatorValue]] = {}
    for value in values:
        if value.source_text:
            by_source.setdefault(value.source_text, []).append(value)
    for of_one_source in by_source.values():
        for names in (("value",), ("low", "high")):
            _give_the_same_decimals(of_one_source, names)


def _give_the_same_decimals(values: list[IndicatorValue], names: tuple[str, ...]) -> None:
    figures = [
        (value, name, figure)
        for value in values
        for name in names
        if (figure := getattr(value, name)) is not None
    ]
    exponent = min((figure.as_tuple().exponent for _, _, figure in figures), default=0)
    for value, name, figure in figures:
        setattr(value, name, figure.quantize(Decimal(1).scaleb(exponent)))


class SeriesBreak(models.Model):
    """A point from which the figures cannot be compared with those before."""

    indicator = ParentalKey(
        "actionplan.IndicatorPage", on_delete=models.CASCADE, related_name="breaks"
    )
    at = PreciseDateField("från och med", null=True)
    explanation = models.CharField(
        "varför", max_length=250, help_text="Till exempel: Frågan ställs på ett nytt sätt."
    )

    panels = [FieldPanel("at"), FieldPanel("explanation")]

    class Meta:
        verbose_name = "brott i serien"
        verbose_name_plural = "brott i serien"

    def __str__(self) -> str:
        return f"{self.at}: {self.explanation}"

    def publication_errors(self) -> dict[str, list[str]]:
        """A reader must know from when, and why."""
        errors = {}
        if self.at is None:
            errors["at"] = ["Skriv från vilken tid siffrorna inte går att jämföra."]
        if not self.explanation:
            errors["explanation"] = ["Förklara varför serien är bruten."]
        return errors
