"""What is told of each figure of an indicator; a row is the page of the indicator and the value."""

from typing import TYPE_CHECKING

from actionplan.opendata.columns import Column, Kind

if TYPE_CHECKING:
    from actionplan.models.indicator_value import IndicatorValue
    from foundation.precise_date import PreciseDate

FIGURE_COLUMNS = (
    Column(
        *("indicator", Kind.TEXT, "Fråga"),
        *("Frågan som siffran svarar på.", "The question that the figure answers."),
        lambda page, value: page.title,
    ),
    Column(
        *("unit", Kind.TEXT, "Enhet"),
        *("Vad siffran räknas i.", "The unit of the figure."),
        lambda page, value: page.unit,
    ),
    Column(
        *("period_from", Kind.DATE, "Från"),
        *("När perioden börjar. Tomt: okänt.", "When the period begins. Empty: unknown."),
        lambda page, value: value.period_from,
    ),
    Column(
        *("period_to", Kind.DATE, "Till och med"),
        *("När perioden slutar.", "When the period ends."),
        lambda page, value: _end(value),
    ),
    Column(
        *("geography", Kind.TEXT, "Plats"),
        *("Platsen som siffran gäller.", "The place that the figure is about."),
        lambda page, value: value.geography,
    ),
    Column(
        *("group", Kind.TEXT, "Grupp"),
        *("Gruppen som siffran gäller. Tomt: alla.", "The group of people. Empty: everybody."),
        lambda page, value: value.group,
    ),
    Column(
        *("value", Kind.FIGURE, "Värde"),
        *("Siffran. Tomt: uppgift saknas, aldrig noll.", "The figure. Empty: missing, never zero."),
        lambda page, value: value.value,
    ),
    Column(
        *("low", Kind.FIGURE, "Troligen minst"),
        *("Det lägsta troliga värdet.", "The lowest likely value."),
        lambda page, value: value.low,
    ),
    Column(
        *("high", Kind.FIGURE, "Troligen högst"),
        *("Det högsta troliga värdet.", "The highest likely value."),
        lambda page, value: value.high,
    ),
    Column(
        *("base", Kind.WHOLE, "Antal i underlaget"),
        *("Hur många som siffran bygger på.", "How many the figure is based on."),
        lambda page, value: value.base,
    ),
    Column(
        *("status", Kind.WORD, "Status"),
        "Om värdet är fastställt eller preliminärt, eller varför det saknas.",
        "Whether the value is final or preliminary, or why it is missing.",
        lambda page, value: value.Status(value.status) if value.status else "",
    ),
    Column(
        *("note", Kind.TEXT, "Anmärkning"),
        *("Det som läsaren behöver veta.", "What the reader must know."),
        lambda page, value: value.note,
    ),
    Column(
        *("source", Kind.TEXT, "Källa"),
        *("Publikationen som siffran står i.", "The publication that the figure is taken from."),
        lambda page, value: value.source_text,
    ),
    Column(
        *("source_url", Kind.ADDRESS, "Länk till källan"),
        *("Adressen till källan.", "The address of the source."),
        lambda page, value: value.source_url,
    ),
)


def _end(value: "IndicatorValue") -> "PreciseDate | None":
    return value.period_to or value.period_from
