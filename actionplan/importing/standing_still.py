"""What an import leaves alone: what its editor may not change, and what others have in hand."""

from django.contrib.auth.models import AbstractUser
from wagtail.models import Page


def why_not(page: Page, person: AbstractUser | None, what: str) -> str:
    """Why the import may not change the page, in a sentence; empty where it may.

    `what` is what the page is called, as "Åtgärden". No person: the operator of the site.
    """
    if person:
        rights = page.permissions_for_user(person)
        if not rights.can_edit():
            return f"Du har inte rätt att ändra {what.lower()}."
    # Before the lock: a review is one too, and the sentence about it says what to do.
    if page.current_workflow_state:
        return (
            f"{what} väntar på godkännande. Låt någon godkänna den eller skicka tillbaka den först."
        )
    if person and rights.page_locked():
        return f"{what} är låst för dig. Vänta tills den är upplåst."
    if page.locked and not person:
        return f"{what} är låst. Lås upp den först."
    return ""
