"""The editors' lists of measures and status updates."""

from wagtail.admin.viewsets.base import ViewSetGroup

from actionplan.admin_lists.measures import MeasureList, MeasuresOfArea
from actionplan.admin_lists.updates import UpdateList, UpdatesOfMeasure

__all__ = ["MeasureList", "MeasuresOfArea", "PlanLists", "UpdateList", "UpdatesOfMeasure"]


class PlanLists(ViewSetGroup):
    """The plan in the editors' menu."""

    items = (MeasureList("atgarder"), UpdateList("lagesrapporter"))
    menu_label = "Åtgärdsplan"
    menu_icon = "clipboard-list"
    menu_order = 150
    add_to_admin_menu = True
