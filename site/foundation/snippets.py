"""The registers as editors find them in the menu."""

from wagtail.admin.ui.tables import BooleanColumn, Column, LiveStatusTagColumn
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from foundation.abbreviations import Abbreviation
from foundation.contacts import Contact, HelpContact, Organisation, TargetGroup
from foundation.four_eyes.forms import FourEyesCopyView, FourEyesCreateView, FourEyesEditView


class VerifiedColumn(Column):
    """When somebody last saw that a number is right, and whether it is long ago."""

    def get_value(self, instance: HelpContact) -> str:
        """The date in words."""
        if instance.verified_on is None:
            return "Aldrig. Kontrollera."
        checked = str(instance.verified_on)
        return checked if instance.hours_are_verified else f"{checked}. Kontrollera igen."


class OnlyChoosing(SnippetChooserViewSet):
    """Where a form chooses from a register; what is missing there is added in the register."""

    def get_urlpatterns(self) -> list:
        """Wagtail's own, without the address for adding, whose form is never shown."""
        return [one for one in super().get_urlpatterns() if one.name != "create"]


class Register(SnippetViewSet):
    """What all registers have alike."""

    chooser_viewset_class = OnlyChoosing


class HelpContactViewSet(Register):
    """The numbers to call, with the day of their latest check."""

    model = HelpContact
    icon = "mobile-alt"
    add_view_class = FourEyesCreateView
    copy_view_class = FourEyesCopyView
    edit_view_class = FourEyesEditView
    list_display = [
        *("name", "phone"),
        VerifiedColumn("verified_on", label="Kontrollerat"),
        LiveStatusTagColumn(label="Status"),
    ]
    list_filter = ["live"]
    ordering = ["sort_order", "name"]


class OrganisationViewSet(Register):
    """The actors of the work."""

    model = Organisation
    icon = "group"
    list_display = ["name", "kind", BooleanColumn("is_example", label="Exempeldata")]
    list_filter = ["kind", "is_example"]


class ContactViewSet(Register):
    """The functions that answer questions."""

    model = Contact
    icon = "mail"
    list_display = ["name", "organisation"]


class TargetGroupViewSet(Register):
    """Those the work is meant for."""

    model = TargetGroup
    icon = "user"


class AbbreviationViewSet(Register):
    """The short forms that every page explains."""

    model = Abbreviation
    icon = "openquote"
    list_display = ["short", "meaning"]


class RegisterGroup(SnippetViewSetGroup):
    """All registers under one heading."""

    menu_label = "Register"
    menu_icon = "folder-open-1"
    menu_order = 300
    items = (
        HelpContactViewSet,
        OrganisationViewSet,
        ContactViewSet,
        TargetGroupViewSet,
        AbbreviationViewSet,
    )
