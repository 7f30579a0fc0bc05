"""Who may let the public read something. Every way of publishing asks here.

Four eyes are the municipality's choice. While they are off, whoever has the right to publish does
so. While they are on nobody publishes directly, whatever their rights: it is sent for approval,
and the one who approves is another than the one who wrote it last.
"""

from typing import Any

from django.db.models import Model
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry

from foundation.settings import SiteSettings

REFUSED = (
    "Sparat som utkast, inte publicerat. Fyra ögon är på: skicka texten för godkännande, så "
    "publiceras den när någon annan har läst den."
)
NOT_YOUR_OWN = "Du har själv skrivit i texten sist, så någon annan måste godkänna den."
KEPT = f"Inte godkänt. {NOT_YOUR_OWN} Det du skrev är sparat som utkast."


def is_on() -> bool:
    """Whether the municipality has chosen four eyes."""
    return SiteSettings.objects.filter(four_eyes=True).exists()


def may_publish(person: Any, thing: Model) -> bool:
    """May this person make this page or help contact public now, by themselves?

    Whoever writes a way to publish (a form, a button, an import) asks this first, and keeps a
    draft where the answer is no. `may_publish_below` answers for a page that is not made yet.
    """
    if isinstance(thing, Page):
        return thing.permissions_for_user(person).can_publish()
    return has_right(person, thing) and not is_on()


def may_publish_below(person: Any, parent: Page) -> bool:
    """May this person make a new page below this one and publish it now, by themselves?"""
    return parent.permissions_for_user(person).can_publish_subpage() and not is_on()


def has_right(person: Any, thing: Model | type[Model]) -> bool:
    """Whether the person's role publishes such things at all, four eyes or not."""
    model = thing if isinstance(thing, type) else type(thing)
    return policy_registry.get_by_type(model).user_has_permission(person, "publish")


def may_approve(person: Any, thing: Any) -> bool:
    """Whether somebody else than this person wrote last on what waits for approval."""
    versions = Revision.objects.for_instance(thing).order_by("-created_at", "-pk")
    return versions.values_list("user_id", flat=True).first() != person.pk
