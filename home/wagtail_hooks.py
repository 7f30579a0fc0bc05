"""What the front door adds to the editors' tools."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from home.desk import panel
from home.desk.publish_first import publish_first
from home.digest import choice
from home.guide import views as guide
from home.showcase import views as showcase


@hooks.register("register_admin_urls")
def showcase_urls() -> list[URLPattern]:
    """Where the components are shown, to everybody who may log in."""
    return [
        path("komponenter/", showcase.choose, name="showcase"),
        path("komponenter/<slug:scheme>/", showcase.show_all, name="showcase_all"),
        path("komponenter/<slug:scheme>/stil.css", showcase.stylesheet, name="showcase_stylesheet"),
    ]


@hooks.register("register_admin_urls")
def guide_urls() -> list[URLPattern]:
    """Where editors read how things are done, all who may log in."""
    return [
        path("sa-gor-du/", guide.contents, name="guide"),
        path("sa-gor-du/<slug:slug>/", guide.chapter, name="guide_chapter"),
    ]


@hooks.register("register_admin_menu_item")
def guide_in_menu() -> MenuItem:
    """The way there, above everything that one may need it for."""
    return MenuItem(guide.NAME, reverse("guide"), name="guide", icon_name="help", order=10)


# Wagtail's own guide and news are about another site, in English, and elsewhere.
@hooks.register("construct_help_menu")
def no_other_guide(request: HttpRequest, items: list[MenuItem]) -> None:
    """There is one guide for editors, and it is ours."""
    items[:] = [
        item
        for item in items
        if item.name != "editor-guide" and not item.name.startswith("whats-new")
    ]


@hooks.register("register_help_menu_item")
def showcase_in_help() -> MenuItem:
    """The way there."""
    return MenuItem("Komponenter", reverse("showcase"), icon_name="view", order=900)


@hooks.register("construct_page_action_menu")
@hooks.register("construct_snippet_action_menu")
def let_publishing_be_seen(
    items: list[Component], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Who may publish sees that button, not an arrow with it behind."""
    publish_first(items)


@hooks.register("register_log_actions")
def name_what_receivers_choose(actions: LogActionRegistry) -> None:
    """What the history of a contact calls it that its letters were turned off from a letter."""
    actions.register_action(choice.LOGGED_AS)(choice.ChoiceInHistory)


@hooks.register("construct_homepage_panels")
def desk_first(request: HttpRequest, panels: list[Component]) -> None:
    """What waits for somebody is the first that they see."""
    panel.put_first(panels)


# After those that put the counts there.
@hooks.register("construct_homepage_summary_items", order=1000)
def no_counts(request: HttpRequest, items: list[Component]) -> None:
    """How many pages and pictures there are helps nobody to begin."""
    items.clear()
