"""Where those who run the site blank words in the history of a page: look first, then for good."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from wagtail.admin import messages
from wagtail.log_actions import LogFormatter
from wagtail.models import Page, PageLogEntry

from foundation.blanking.copies import blank, find, holds_now
from foundation.blanking.wording import Wording

PERMISSION = "foundation.blank_correction"
# Shorter than this, and half the history could be meant.
SHORTEST = 3


class BlankForm(forms.Form):
    """Which words, and why."""

    words = forms.CharField(
        label="Ord som ska blankas",
        min_length=SHORTEST,
        max_length=200,
        help_text="Skriv orden precis som de står, till exempel ett namn eller ett telefonnummer. "
        "Bara hela ord blankas.",
    )
    reason = forms.CharField(
        label="Varför",
        max_length=300,
        help_text="Står kvar i historiken. Upprepa inte orden här. "
        "Till exempel: Namnet på en privatperson.",
    )

    def clean(self) -> dict[str, Any]:
        """A trace that repeats what was blanked would keep it."""
        cleaned = super().clean()
        words, reason = cleaned.get("words"), cleaned.get("reason")
        if words and reason and Wording(words).is_in(reason):
            self.add_error("reason", "Upprepa inte orden som ska bort. Skriv bara varför.")
        return cleaned


@permission_required(PERMISSION, raise_exception=True)
def blank_words(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for the words, show where they stand, and blank them when that is confirmed."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form = BlankForm(request.POST or None)
    context: dict[str, Any] = {"page": page, "form": form}
    if form.is_valid():
        wording, reason = Wording(form.cleaned_data["words"]), form.cleaned_data["reason"]
        found = find(page, wording)
        if why := holds_now(page, wording) or ("" if found else "Orden finns inte i historiken."):
            form.add_error("words", why)
        elif request.POST.get("confirmed"):
            blank(page, wording, reason, request.user)
            messages.success(request, "Orden är blankade i allt som sparats om sidan.")
            return redirect("wagtailadmin_pages:history", page.pk)
        else:
            context["found"] = found
    return render(request, "foundation/admin/blank.html", context)


class BlankingInHistory(LogFormatter):
    """How the history tells of it: that it was done and why, not what stood there."""

    label = "Blanka"
    message = "Ord blankade i historiken"

    def format_message(self, log_entry: PageLogEntry) -> str:
        """With the reason that was given."""
        return f"Ord blankade i historiken. Varför: {log_entry.data['reason']}"
