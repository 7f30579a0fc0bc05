"""The editors' list of status updates."""

from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTitleColumn,
    ParentPageColumn,
)
from wagtail.admin.viewsets.pages import PageListingViewSet, PageViewSet

from actionplan.admin_lists.columns import DayColumn, WordColumn
from actionplan.models import StatusUpdatePage


class UpdateFilterSet(WagtailFilterSet):
    """Which updates an editor looks for."""

    class Meta:
        model = StatusUpdatePage
        fields = ["status"]


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
