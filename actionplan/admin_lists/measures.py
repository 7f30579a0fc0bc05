"""The editors' lists of measures: all of them, and those of one focus area."""

from django.db import models
from django.db.models import F, Q, QuerySet
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTitleColumn,
)
from wagtail.admin.views.pages.listing import ExplorableIndexView, IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet
from wagtail.models import Page

from actionplan.admin_lists.columns import DayColumn, WordColumn
from actionplan.admin_lists.export import MeasureExportMixin
from actionplan.admin_lists.measure_filters import MeasureFilterSet, MeasuresOfAreaFilterSet
from actionplan.admin_lists.words import time_in_words
from actionplan.models import MeasurePage
from actionplan.models.measures import MeasureQuerySet
from actionplan.standing import with_standings
from actionplan.status import MeasureStatus
from foundation.precise_date.ordering import order_of_last_day
from foundation.swedish.sorting import swedish_order

COLUMNS = [
    BulkActionsColumn("bulk_actions"),
    PageTitleColumn("title", label="Åtgärd", sort_key="title", classname="title"),
    WordColumn("said", label="Status", accessor="status", sort_key="status"),
    WordColumn("responsible", label="Ansvarig", accessor="responsible", sort_key="responsible"),
    WordColumn("due", label="Ska vara klar", accessor=time_in_words, sort_key="due"),
    DayColumn(
        "reported", label="Senaste lägesrapport", accessor="standing.fact_on", sort_key="reported"
    ),
    WordColumn("freshness", label="Uppföljning", accessor="freshness"),
    PageStatusColumn("published", label="Publicerad", sort_key="live"),
]

# What each heading sorts by. A status stands in the order in which residents meet them, a date
# by its last day, and continuous work has none.
ORDERS: dict[str, models.Expression] = {
    "title": swedish_order("title"),
    "status": models.Case(
        *(
            models.When(current_status=status, then=models.Value(place))
            for place, status in enumerate(MeasureStatus)
        )
    ),
    "responsible": swedish_order("responsible__name"),
    "due": models.Case(models.When(is_continuous=False, then=order_of_last_day("due"))),
    "reported": F("reported_on"),
    "path": F("path"),  # as the plan has them
    "live": F("live"),
}
# What must be asked for first.
NEEDED = {"status": MeasureQuerySet.with_status, "reported": MeasureQuerySet.with_report_day}


class MeasureListingMixin(MeasureExportMixin):
    """A list of measures, each with how it stands."""

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """With the responsible unit, asked for once for all rows."""
        return super().annotate_queryset(pages).prefetch_related("responsible")

    def order_queryset(self, pages: QuerySet) -> QuerySet:
        """In the order of a column; what has nothing there comes last, whichever way."""
        key = (self.ordering or "").removeprefix("-")
        if key not in ORDERS:
            return super().order_queryset(pages)
        pages = NEEDED[key](pages) if key in NEEDED else pages
        order = ORDERS[key]
        order = (
            order.desc(nulls_last=True)
            if self.ordering.startswith("-")
            else order.asc(nulls_last=True)
        )
        return pages.order_by(order, "path")

    def search_queryset(self, pages: QuerySet) -> QuerySet:
        """Those whose title has the word, or whose number it is, among those that are filtered."""
        if not self.is_searching:
            return super().search_queryset(pages)
        # Found by themselves: the search can neither filter nor order by what is computed.
        found = MeasurePage.objects.autocomplete(self.search_query)
        named = [measure.pk for measure in found]
        return pages.filter(Q(pk__in=named) | Q(number__iexact=self.search_query.strip()))

    def get_context_data(self, **kwargs) -> dict:
        """Ask at once how all measures of the list stand and in which areas they lie."""
        context = super().get_context_data(**kwargs)
        with_standings(context["object_list"])
        Page.objects.annotate_parent_page(context["object_list"])
        return context


class MeasureIndexView(MeasureListingMixin, IndexView):
    """All measures, each with its focus area below its title."""

    def get_context_data(self, **kwargs) -> dict:
        """Let the column of titles show the areas, as it does among what the explorer finds."""
        context = super().get_context_data(**kwargs)
        for measure in context["object_list"]:
            measure.annotated_parent_page = measure._parent_page
        return context


class MeasuresOfAreaView(MeasureListingMixin, ExplorableIndexView):
    """The measures of a focus area, where the explorer shows them."""


class MeasureList(PageListingViewSet):
    """All measures of all plans in one list, in the order of the plan."""

    model = MeasurePage
    menu_label = "Åtgärder"
    icon = "tasks"
    index_view_class = MeasureIndexView
    add_to_admin_menu = False
    filterset_class = MeasureFilterSet
    ordering = "path"
    columns = COLUMNS


class MeasuresOfArea(PageViewSet):
    """How the explorer shows what lies below a focus area."""

    model = MeasurePage
    icon = "tasks"
    index_view_class = MeasuresOfAreaView
    filterset_class = MeasuresOfAreaFilterSet
    columns = COLUMNS
