"""What happens when a page is published: it remembers when what readers see last changed."""

import hashlib
import json

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Page
from wagtail.signals import page_published

from delivery import generation

# Changes in these alone are nothing a reader would call a change.
_BOOKKEEPING = {
    "changed_at",
    "changed_digest",
    "hide_from_search_engines",
    "minor_edit",
    "reviewed_on",
    "safe_mode",
}


def connect() -> None:
    """Listen to publications, by hand, by schedule or by approval."""
    page_published.connect(_published, dispatch_uid="foundation.publication")


def note_publication(page: Page) -> None:
    """Move the page's `changed_at` if readers see something else than before.

    An edit marked as a small correction, or one that changes nothing visible, moves no date.
    """
    digest = visible_digest(page)
    changes = {"changed_digest": digest, "minor_edit": False}
    if digest != page.changed_digest and not (page.minor_edit and page.changed_at):
        changes["changed_at"] = page.last_published_at
    for name, value in changes.items():
        setattr(page, name, value)
    type(page).objects.filter(pk=page.pk).update(**changes)


def visible_digest(page: Page) -> str:
    """A fingerprint of what readers see of the page's own content."""
    own = {field.name for field in page._meta.get_fields()} - {
        field.name for field in Page._meta.get_fields()
    }
    names = (own | {"title", "corrections"}) - _BOOKKEEPING - set(page.internal_fields)
    content = {name: value for name, value in page.serializable_data().items() if name in names}
    text = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _published(instance: Page, **kwargs) -> None:
    # The signal is also sent when a page is scheduled, before it is live.
    if instance.live and hasattr(instance, "changed_digest"):
        note_publication(instance)
        generation.advance()
