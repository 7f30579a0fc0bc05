"""What editors do most, one click from the desk."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractUser
from django.urls import reverse

from actionplan.models import MeasurePage
from foundation.attention import pages_to
from news.models import NewsIndexPage, NewsPage


@dataclass(frozen=True)
class Shortcut:
    """A button on the desk."""

    label: str
    address: str


def shortcuts_for(person: AbstractUser) -> list[Shortcut]:
    """The buttons that lead the person to what they may do."""
    places = pages_to("add", person)
    shortcuts = []
    if MeasurePage.objects.filter(pk__in=places).exists():
        # Each row of the list has the button for its measure, and the list can be searched.
        shortcuts.append(Shortcut("Ny lägesrapport", reverse("atgarder:index")))
    index = NewsIndexPage.objects.filter(pk__in=places).order_by("-live", "path").first()
    if index:
        kind = NewsPage._meta
        new = reverse("wagtailadmin_pages:add", args=[kind.app_label, kind.model_name, index.pk])
        shortcuts.append(Shortcut("Ny nyhet", new))
    return shortcuts
