"""Addresses where something once was to be read, for those who run the site to forget."""

from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from foundation.former_addresses import FormerAddress
from foundation.swedish.dates import long_date


class FormerAddressPolicy(ModelPermissionPolicy):
    """Nobody writes them by hand; a wrong word in one can only be taken away."""

    def user_has_permission(self, user, action: str) -> bool:
        """As the groups say, but never to add or change."""
        return action not in ("add", "change") and super().user_has_permission(user, action)


register_permission_policy(FormerAddress, FormerAddressPolicy(FormerAddress))


class DayOfLeaving(Column):
    """When the page left the address."""

    def get_value(self, instance: FormerAddress) -> str:
        """The day in words."""
        return long_date(instance.left_on)


class FormerAddressViewSet(ModelViewSet):
    """The site answers that something is gone where an address stands here, else that it never was."""

    model = FormerAddress
    name = "tidigare-adresser"
    menu_label = "Tidigare adresser"
    icon = "link"
    add_to_settings_menu = True
    form_fields = ["address"]
    list_display = ["address", DayOfLeaving("left_on", label="Borttagen")]
    search_fields = ["address"]
    copy_view_enabled = False
    inspect_view_enabled = False
