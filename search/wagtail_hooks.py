"""What editors do for those who search: the words that mean the same."""

from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from foundation.snippets import Register
from search.models import Synonyms


class SynonymsViewSet(Register):
    """The list of synonyms, among the settings."""

    model = Synonyms
    icon = "openquote"
    menu_label = "Synonymer i sökningen"
    add_to_settings_menu = True
    list_display = ["terms"]
    ordering = ["terms"]


register_snippet(SynonymsViewSet)


@hooks.register("construct_reports_menu")
def leave_out_search_terms(request: object, menu_items: list[MenuItem]) -> None:
    """The report of search terms would be empty for ever: what people search for is not kept."""
    menu_items[:] = [item for item in menu_items if item.name != "search-terms"]
