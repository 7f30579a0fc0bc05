"""The ways to the form: buttons where a page is met, and a question after a plain edit."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import Page

from foundation.correcting.view import is_correctable


def address(page: Page) -> str:
    """Where the page is corrected."""
    return reverse("correct_page", args=[page.pk])


def buttons(page: Page, person: Any, **looks: str) -> Iterator[Button]:
    """The button, for who may press it."""
    if is_correctable(page.specific_deferred, person):
        yield Button("Rätta", url=address(page), priority=15, **looks)


def ask_about_error(request: HttpRequest, page: Page) -> None:
    """Tell who changed what was told of a day, without a word about it, how to say that in the open.

    A correction written in the same form, or a small one, has said it already.
    """
    sent = request.POST
    told = sent.get("corrections-TOTAL_FORMS", "0") > sent.get("corrections-INITIAL_FORMS", "0")
    if told or not (getattr(page, "is_of_its_day", False) and _has_just_changed(page)):
        return
    messages.info(
        request,
        "Du ändrade en text som redan var publicerad. Rättade du ett fel? Då ska läsarna få veta "
        "det. Var det bara ett skrivfel kan du nästa gång kryssa i Liten rättelse under fliken "
        "Publicering.",
        buttons=[messages.button(address(page), "Skriv en rättelse")],
    )


def _has_just_changed(page: Page) -> bool:
    now = type(page).objects.get(pk=page.pk)
    first, changed = now.first_published_at, now.changed_at
    is_public = now.live and not now.approved_schedule
    return bool(is_public and changed and changed == now.last_published_at and changed > first)
