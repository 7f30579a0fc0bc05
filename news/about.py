"""What has been told about a measure: news and campaigns in one list."""

from django.db.models import DateField, F, Q, QuerySet
from django.db.models.functions import Coalesce, TruncDate
from wagtail.models import Page

from actionplan.models import MeasurePage
from foundation.visibility import visible


def about(measure: MeasurePage) -> QuerySet[Page]:
    """The public news and campaigns about the measure, newest first, in one query.

    Each carries `told_on` and `is_example`, and a campaign `starts_on` and `ends_on`.
    """
    told = Page.objects.filter(
        Q(newspage__measure_links__measure=measure)
        | Q(campaignpage__measure_links__measure=measure)
    )
    return (
        visible(told)
        .annotate(
            told_on=Coalesce(
                "newspage__published_on",
                "campaignpage__starts_on",
                TruncDate("first_published_at"),
                output_field=DateField(),
            ),
            is_example=Coalesce("newspage__is_example", "campaignpage__is_example"),
            starts_on=F("campaignpage__starts_on"),
            ends_on=F("campaignpage__ends_on"),
        )
        .order_by("-told_on", "-pk")
        .distinct()
    )
