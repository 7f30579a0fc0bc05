"""Where something is edited."""

from django.contrib.auth.models import AbstractUser
from django.db.models import Model
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page


def form_of(thing: Model, person: AbstractUser) -> str | None:
    """The address of its form; None for somebody who may not change it."""
    if isinstance(thing, Page):
        return reverse("wagtailadmin_pages:edit", args=[thing.pk])
    return AdminURLFinder(person).get_edit_url(thing)
