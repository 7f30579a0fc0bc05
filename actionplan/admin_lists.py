"""The editors' lists of measures and status updates."""

from django.db.models import QuerySet
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTitleColumn,
    ParentPageColumn,
)
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet

from actionplan.models import MeasurePage, StatusUpdatePage
from actionplan.standing import with_standings
from actionplan.status import MeasureStatus
from foundation.contacts import Organisation
from foundation.swedish.dates import long_date


class DayColumn(Column):
    """A day as text writes it; Wagtail's own column says "9 månader sedan"."""

    def get_value(self, instance: StatusUpdatePage) -> str:
        """The day in words, or a dash where there is none."""
        day = super().get_value(instance)
        return long_date(day) if day else "–"


class WordColumn(Column):
    """A status, a unit or a date, each as it calls itself."""

    def get_value(self, instance: MeasurePage | StatusUpdatePage) -> str:
        """The word, or a dash where there is none."""
        value = super().get_value(instance)
        return str(getattr(value, "label", value) or "–")


class MeasureFilterSet(WagtailFilterSet):
    """Which measures an editor looks for."""

    status = ChoiceFilter(
        label="Status", choices=MeasureStatus.choices, method="in_status", empty_label="Alla"
    )
    responsible = ModelChoiceFilter(
        label="Ansvarig", queryset=Organisation.objects.all(), empty_label="Alla"
    )

    class Meta:
        model = MeasurePage
        fields = []

    def in_status(self, measures: QuerySet, name: str, status: str) -> QuerySet:
        """Those in the status that their newest update says."""
        return measures.filter(pk__in=MeasurePage.objects.in_status(status).values("pk"))


class UpdateFilterSet(WagtailFilterSet):
    """Which updates an editor looks for."""

    class Meta:
        model = StatusUpdatePage
        fields = ["status"]


class MeasureIndexView(IndexView):
    """All measures, each with how it stands."""

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """With the responsible unit, asked for once for all rows."""
        return super().annotate_queryset(pages).prefetch_related("responsible")

    def get_context_data(self, **kwargs) -> dict:
        """Ask how all measures of the list stand at once."""
        context = super().get_context_data(**kwargs)
        with_standings(context["object_list"])
        return context


class MeasureList(PageListingViewSet):
    """All measures of all plans in one list."""

    model = MeasurePage
    menu_label = "Åtgärder"
    icon = "tasks"
    index_view_class = MeasureIndexView
    add_to_admin_menu = False
    filterset_class = MeasureFilterSet
    ordering = "path"
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Åtgärd", sort_key="title", classname="title"),
        ParentPageColumn("parent", label="Fokusområde"),
        WordColumn("said", label="Status", accessor="status"),
        WordColumn("freshness", label="Uppföljning", accessor="freshness"),
        WordColumn("due", label="Ska vara klar", accessor="due"),
        WordColumn("responsible", label="Ansvarig", accessor="responsible"),
        PageStatusColumn("published", label="Publicerad", sort_key="live"),
    ]


class UpdateList(PageListingViewSet):
    """All status updates of all measures in one list, newest day of fact first."""

    model = StatusUpdatePage
    menu_label = "Lägesrapporter"
    icon = "history"
    filterset_class = UpdateFilterSet
    ordering = "-fact_on"
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label="Lägesrapport", sort_key="title", classname="title"),
        ParentPageColumn("parent", label="Åtgärd"),
        DayColumn("fact_on", label="Dagen det gäller", sort_key="fact_on"),
        WordColumn("said", label="Status", accessor="status", sort_key="status"),
        PageStatusColumn("published", label="Publicerad", sort_key="live"),
    ]


class UpdatesOfMeasure(PageViewSet):
    """How the explorer shows what lies below a measure."""

    model = StatusUpdatePage
    icon = "history"
    filterset_class = UpdateFilterSet
    ordering = "-fact_on"
    columns = [column for column in UpdateList.columns if column.name != "parent"]


class PlanLists(ViewSetGroup):
    """The plan in the editors' menu."""

    items = (MeasureList("atgarder"), UpdateList("lagesrapporter"))
    menu_label = "Åtgärdsplan"
    menu_icon = "clipboard-list"
    menu_order = 150
    add_to_admin_menu = True
