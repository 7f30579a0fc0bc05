"""The figures of indicators as the rest of the site shows them."""

from collections import defaultdict

from actionplan.models.indicator import IndicatorPage
from actionplan.models.indicator_value import IndicatorValue
from foundation.figures import Figure


def figures_of(keys: set[int]) -> dict[int, list[Figure]]:
    """The figures of the indicators that readers may see, each of its own place, the newest first."""
    values = (
        IndicatorValue.objects.filter(
            indicator__in=IndicatorPage.objects.visible().filter(pk__in=keys)
        )
        .select_related("indicator")
        .order_by("pk")
    )
    written = defaultdict(list)
    for value in values:
        written[value.indicator].append(value)
    figures = {}
    for indicator, its_values in written.items():
        # Fetched already, all in one query.
        indicator.values_as_written = its_values
        figures[indicator.pk] = [_figure(indicator, one) for one in indicator.figures_in_order]
    return figures


def _figure(indicator: IndicatorPage, value: IndicatorValue) -> Figure:
    return Figure(
        number=value.figure,
        unit=indicator.unit,
        period=value.period if value.period_from else "",
        whom=value.whom,
        between=value.between,
        source=value.source_text or indicator.source_text,
        source_url=value.source_url or indicator.source_url,
        url=indicator.url or "",
        is_preliminary=value.is_preliminary,
        is_example=indicator.is_example,
    )
