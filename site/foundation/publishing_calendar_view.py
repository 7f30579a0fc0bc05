"""The publishing calendar among the editors' reports."""

from typing import Any

from django.forms import Media
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.models import Page

from foundation.publishing_calendar import weeks_for


class PublishingCalendarView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """What happens by itself, and when; everybody sees what they may change."""

    model = Page
    any_permission_required = ["add", "change", "publish"]
    template_name = "foundation/admin/publishing_calendar.html"
    page_title = "Publiceringskalender"
    header_icon = "calendar"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """Where the person is."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        """The weeks in which something happens."""
        context = super().get_context_data(**kwargs)
        context["weeks"] = weeks_for(self.request.user)
        context["media"] = Media(css={"all": ["desk/desk.css"]})
        return context
