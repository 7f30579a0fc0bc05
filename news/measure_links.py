"""Which measures a page tells about."""

from django.db import models
from django.db.models import Q, QuerySet
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable, Page

from foundation.chosen import listed_pages
from foundation.pages import BasePage


class MeasureLink(Orderable):
    """That a page is about a measure; the page itself is the concrete model's to name."""

    # Null while it is only begun, in a draft.
    measure = models.ForeignKey(
        "actionplan.MeasurePage",
        verbose_name="åtgärd",
        null=True,
        on_delete=models.CASCADE,
        related_name="+",
    )

    panels = [PageChooserPanel("measure")]

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = "åtgärd"
        verbose_name_plural = "åtgärder"


def linked_measures(page: BasePage) -> list[Page]:
    """The measures that the page is about, as far as the public may see them, in plan order."""
    links = page.measure_links.all()
    # A draft holds its links itself; those of a stored page are looked up in the same query.
    chosen = (
        links.order_by().values("measure")
        if isinstance(links, QuerySet)
        else [link.measure_id for link in links]
    )
    return listed_pages(Q(pk__in=chosen))
