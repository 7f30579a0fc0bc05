"""What the front door adds to the editors' tools."""

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.showcase import views as showcase


@hooks.register("register_admin_urls")
def showcase_urls() -> list[URLPattern]:
    """Where the components are shown, to everybody who may log in."""
    return [
        path("komponenter/", showcase.choose, name="showcase"),
        path("komponenter/<slug:scheme>/", showcase.show_all, name="showcase_all"),
        path("komponenter/<slug:scheme>/stil.css", showcase.stylesheet, name="showcase_stylesheet"),
    ]


@hooks.register("register_help_menu_item")
def showcase_in_help() -> MenuItem:
    """The way there."""
    return MenuItem("Komponenter", reverse("showcase"), icon_name="view", order=900)
