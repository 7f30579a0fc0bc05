"""What the plan adds to the editors' tools."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets import Button
from wagtail.models import Page

from actionplan.admin_lists import MeasuresOfArea, PlanLists, UpdatesOfMeasure
from actionplan.admin_removals import RemovalViewSet
from actionplan.models import IndicatorPage, MeasurePage
from actionplan.new_update import address_of_new
from actionplan.small_numbers import WHAT_TO_DO
from actionplan.succession import detour_warnings
from foundation.refusals import wants_json


@hooks.register("register_admin_viewset")
def lists_of_the_plan() -> list[ViewSet]:
    """All measures, all updates, what lies below an area or a measure, and what was taken away."""
    return [
        PlanLists(),
        MeasuresOfArea("atgarder-i-omrade"),
        UpdatesOfMeasure("lagesrapporter-i-atgard"),
        RemovalViewSet(),
    ]


@hooks.register("insert_global_admin_css")
def look_of_the_lists() -> str:
    """In the explorer too, which loads no other styles for one kind of page."""
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("desk/lists.css"))


@hooks.register("register_page_listing_buttons")
def new_update_in_listings(page: Page, user, next_url: str | None = None) -> Iterator[Button]:
    """The shortest way to report on a measure, from every list that it stands in."""
    # Without an icon: in a list Wagtail gives it no size.
    looks = {"classname": "button button-small button-secondary"}
    name = {"aria-label": f"Ny lägesrapport: {page.get_admin_display_title()}"}
    yield from _new_update(page, user, **looks, attrs=name)


@hooks.register("register_page_header_buttons")
def new_update_in_header(
    page: Page, user, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """The same way from the measure's own form and from the list of its updates."""
    yield from _new_update(page, user, icon_name="plus")


def _new_update(page: Page, user, **looks: Any) -> Iterator[Button]:
    if isinstance(page, MeasurePage) and page.permissions_for_user(user).can_add_subpage():
        yield Button("Ny lägesrapport", url=address_of_new(page), priority=5, **looks)


@hooks.register("after_unpublish_page")
@hooks.register("after_delete_page")
@hooks.register("after_publish_page")
@hooks.register("after_move_page")
def warn_of_detours(request: HttpRequest, page: Page, *args: Page) -> None:
    """Say at once when what was done brought an old merger back into a chain or a loop."""
    if page.specific_class and page.specific_class._meta.app_label == "actionplan":
        _warn(request)


@hooks.register("after_bulk_action")
def warn_of_detours_by_many(request: HttpRequest, action_type: str, objects, action) -> None:
    """The same when many were done at once."""
    if any(isinstance(one, Page) for one in objects):
        _warn(request)


def _warn(request: HttpRequest) -> None:
    for warning in detour_warnings():
        messages.warning(request, warning)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_small_numbers(request: HttpRequest, page: Page) -> None:
    """Say it when somebody has saved, and once for all figures; the form says of which."""
    if isinstance(page, IndicatorPage) and not wants_json(request) and page.small_number_warnings:
        sentences = page.small_number_warnings
        messages.warning(request, f"Små tal. {' '.join(sentences[:3])} {WHAT_TO_DO}")
