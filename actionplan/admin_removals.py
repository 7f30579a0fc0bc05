"""What editors may do with the notes that something was taken away: take the words out, or the note."""

from wagtail.admin.panels import FieldPanel
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from actionplan.admin_lists.columns import WordColumn
from actionplan.models import Removal
from foundation.swedish.dates import long_date


class RemovalPolicy(ModelPermissionPolicy):
    """Nobody writes such a note by hand: taking a page away does."""

    def user_has_permission(self, user, action: str) -> bool:
        """As the groups say, but never to add."""
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(Removal, RemovalPolicy(Removal))


class KindColumn(WordColumn):
    """What sort of page it was."""

    def get_value(self, instance: Removal) -> str:
        """The word for it."""
        return instance.kind_in_words


class DayOfRemoval(WordColumn):
    """When it was taken away."""

    def get_value(self, instance: Removal) -> str:
        """The day in words."""
        return long_date(instance.removed_on)


class RemovalViewSet(ModelViewSet):
    """Everything that was taken away from the plan and is told of in public timelines."""

    model = Removal
    name = "borttaget"
    menu_label = "Borttaget ur planen"
    icon = "bin"
    add_to_settings_menu = True
    panels = [
        FieldPanel(
            "title",
            help_text=(
                "Visas för alla i planens tidslinjer. Töm fältet om rubriken innehåller ett namn "
                "eller något annat som inte ska stå kvar: då står bara vilket slag av sida som "
                "togs bort."
            ),
        )
    ]
    list_display = [
        "__str__",
        KindColumn("kind", label="Slag av sida"),
        DayOfRemoval("removed_on", label="Togs bort"),
    ]
    search_fields = ["title"]
    copy_view_enabled = False
    inspect_view_enabled = False
