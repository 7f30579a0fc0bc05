"""What every page in the support branch offers: numbers to call, and a title that tells nothing."""

from django.db import models

from foundation.contacts import HelpContact, published_help_contacts
from foundation.pages import BasePage

NEUTRAL_TITLE = "Stöd och råd"


def neutral_title_field() -> models.CharField:
    """The title in the browser's tab, which gives nothing away even if nobody thinks of it."""
    return models.CharField(
        "neutral rubrik",
        max_length=80,
        blank=True,
        default=NEUTRAL_TITLE,
        help_text="Visas i webbläsarens flik och historik. Får inte avslöja vad sidan handlar om.",
    )


def help_contacts_beside(page: BasePage) -> list[HelpContact]:
    """The numbers that the page shows of itself: all published ones, in their order.

    None where the editor has placed help contacts in the body, to choose which and where.
    """
    # As it is stored: what the blocks choose is fetched later, together with the rest of the page.
    if any(block["type"] == "help_contacts" for block in page.body.raw_data):
        return []
    return published_help_contacts()
