"""The first screen after login: all that waits, and nothing that confuses."""

from typing import Any

from django.forms import Media
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from foundation.attention import matters_for
from home.desk.shortcuts import shortcuts_for

# The desk says the same things with a reason and a button.
SAID_BY_THE_DESK = (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
# As many as are seen at once; a click shows the rest, up to what anybody would read.
AT_ONCE, AT_MOST = 4, 50


class DeskPanel(Component):
    """What waits for the person who has logged in, one row for each thing to do."""

    name = "desk"
    template_name = "home/admin/desk.html"
    order = 10

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """The shortcuts, and the matters, each divided in what is seen at once and the rest."""
        person = parent_context["request"].user
        matters = matters_for(person)
        return {
            "shortcuts": shortcuts_for(person),
            "matters": [
                {
                    "heading": matter.heading,
                    "count": len(matter.tasks),
                    "first": matter.tasks[:AT_ONCE],
                    "rest": matter.tasks[AT_ONCE:AT_MOST],
                    "left_out": len(matter.tasks[AT_MOST:]),
                }
                for matter in matters
            ],
        }

    @property
    def media(self) -> Media:
        """How the desk looks."""
        return Media(css={"all": ["desk/desk.css"]})


def put_first(panels: list[Component]) -> None:
    """Let the desk be the first panel, without those that it makes needless."""
    panels[:] = [one for one in panels if not isinstance(one, SAID_BY_THE_DESK)]
    panels.append(DeskPanel())
