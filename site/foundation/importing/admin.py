"""Where editors find the imports."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from wagtail.admin.menu import MenuItem

from foundation.importing import views
from foundation.importing.kinds import kinds_for


class ImportMenuItem(MenuItem):
    """In the menu of those who may import anything."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the person's role imports something."""
        return bool(kinds_for(request.user))


def menu_item() -> ImportMenuItem:
    """The way to the screens."""
    return ImportMenuItem("Importera", reverse("imports"), icon_name="upload", order=350)


def urls() -> list[URLPattern]:
    """The addresses of the screens."""
    return [
        path("importera/", views.overview, name="imports"),
        path("importera/<slug:kind>/ny/", views.new, name="import_new"),
        path("importera/<int:pk>/", views.show, name="import_run"),
        path("importera/<int:pk>/granska/", views.check_again, name="import_check"),
        path("importera/<int:pk>/genomfor/", views.begin, name="import_begin"),
        path("importera/<int:pk>/ta-bort/", views.forget, name="import_forget"),
    ]


def styles() -> str:
    """How the screens look."""
    return format_html('<link rel="stylesheet" href="{}">', static("desk/imports.css"))
