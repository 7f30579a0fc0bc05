"""What the plan adds to the editors' tools."""

from collections.abc import Iterator

from django.urls import reverse
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets import Button
from wagtail.models import Page

from actionplan.admin_lists import PlanLists, UpdatesOfMeasure
from actionplan.models import MeasurePage, StatusUpdatePage


@hooks.register("register_admin_viewset")
def lists_of_the_plan() -> list[ViewSet]:
    """All measures, all updates, and the updates below one measure."""
    return [PlanLists(), UpdatesOfMeasure("lagesrapporter-i-atgard")]


@hooks.register("register_page_listing_buttons")
def new_update_in_listings(page: Page, user, next_url: str | None = None) -> Iterator[Button]:
    """The shortest way to report on a measure, from every list that it stands in."""
    # Without an icon: in a list Wagtail gives it no size.
    yield from _new_update(page, user)


@hooks.register("register_page_header_buttons")
def new_update_in_header(
    page: Page, user, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """The same way from the measure's own form and from the list of its updates."""
    yield from _new_update(page, user, icon_name="plus")


def _new_update(page: Page, user, **looks: str) -> Iterator[Button]:
    if isinstance(page, MeasurePage) and page.permissions_for_user(user).can_add_subpage():
        kind = StatusUpdatePage._meta
        yield Button(
            "Ny lägesrapport",
            url=reverse("wagtailadmin_pages:add", args=[kind.app_label, kind.model_name, page.pk]),
            priority=5,
            **looks,
        )
