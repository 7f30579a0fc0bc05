"""Addresses that the site itself uses are refused also where a page is moved or copied.

So is what tells what a page is about, where it is moved or copied into safe mode and readers would
see it at once.

Making and editing a page is seen to by the page and its form (`BasePage.reserved_slug_errors`).
"""

from django.core.exceptions import ValidationError
from wagtail.models import Page
from wagtail.signals import pre_page_move

from foundation import telling
from foundation.four_eyes.forms import FourEyesCopyForm
from foundation.risk_words import risk_words

TELLING_COPIES = (
    "Dit sidan kopieras är det skyddat läge, och rubriken, adressen eller en fil avslöjar vad det "
    "handlar om på {}. Kopiera utan att publicera, och skriv om innan du publicerar."
)


def connect() -> None:
    """Listen to moves, whoever makes them: Wagtail asks no form and no page beforehand."""
    pre_page_move.connect(_about_to_move, dispatch_uid="foundation.reserved_addresses")


class AddressAwareCopyForm(FourEyesCopyForm):
    """The form for copying a page, which refuses what may not be below its new parent."""

    def clean(self) -> dict:
        """Look at the new address below the new parent, and at what would be public there at once.

        Wagtail publishes a copy, and makes an alias, without asking the page whether it may be.
        """
        cleaned_data = super().clean()
        parent = cleaned_data.get("new_parent_page") or self.page.get_parent()
        for message in errors_below(parent, self.page, cleaned_data.get("new_slug")):
            self.add_error("new_slug", message)
        for choice in self.PUBLISHING:
            if cleaned_data.get(choice) and (titles := self._telling_below(parent)):
                self.add_error(choice, TELLING_COPIES.format(", ".join(titles)))
        return cleaned_data

    def _telling_below(self, parent: Page) -> list[str]:
        """The titles of pages that would be public in safe mode and may not, in quotation marks."""
        if not getattr(parent.specific, "in_safe_branch", False):
            return []
        top = self.page.specific
        top.title = self.cleaned_data.get("new_title") or top.title
        top.slug = self.cleaned_data.get("new_slug") or top.slug
        below = top.get_descendants().live().specific()
        copies = [top, *(below if self.cleaned_data.get("copy_subpages") else [])]
        return [f"”{copy.title}”" for copy in copies if copy.live and telling.errors_of(copy)]


def errors_below(parent: Page, page: Page, slug: str | None = None) -> list[str]:
    """Why the page, with its own address or a new one, may not lie below `parent`."""
    page = page.specific
    if not hasattr(page, "reserved_slug_errors"):
        return []
    own, page.slug = page.slug, slug or page.slug
    try:
        return page.reserved_slug_errors(parent.specific)
    finally:
        page.slug = own


def _telling_in_safe_mode(page: Page, parent: Page) -> list[str]:
    """Why the page and those below it may not be moved into a branch in safe mode."""
    if not getattr(parent.specific, "in_safe_branch", False):
        return []
    titles = telling.telling_addresses_below(page)
    if page.live and risk_words(page.slug):
        titles.insert(0, f"”{page.title}”")
    if not titles:
        return []
    return [
        f"Byt först adress på {', '.join(titles)}. Adressen avslöjar vad sidan handlar om, och dit "
        "den flyttas är det skyddat läge."
    ]


def _about_to_move(instance: Page, parent_page_after: Page, **kwargs) -> None:
    messages = errors_below(parent_page_after, instance)
    if messages := messages + _telling_in_safe_mode(instance, parent_page_after):
        raise ValidationError({"slug": messages})
