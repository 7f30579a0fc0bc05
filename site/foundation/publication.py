"""What happens when a page is published: it remembers when what readers see last changed."""

import contextlib
import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

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
    """Listen to publications and withdrawals, by hand, by schedule or by approval."""
    page_published.connect(_published, dispatch_uid="foundation.publication")
    page_unpublished.connect(_unpublished, dispatch_uid="foundation.withdrawal")


def note_publication(page: Page) -> None:
    """Move the page's `changed_at` if readers see something else than before.

    An edit marked as a small correction, or one that changes nothing visible, moves no date.
    A correction that the page tells of is never small.
    """
    said = page.serializable_data()
    content, corrections = _visible_digest(page, said), _corrections_digest(said)
    is_small = page.minor_edit and page.changed_at and page.changed_digest.endswith(corrections)
    changes = {"changed_digest": content + corrections, "minor_edit": False}
    if changes["changed_digest"] != page.changed_digest and not is_small:
        changes["changed_at"] = page.last_published_at
    for name, value in changes.items():
        setattr(page, name, value)
    type(page).objects.filter(pk=page.pk).update(**changes)


def note_withdrawal(page: Page) -> None:
    """Forget what readers saw: when the page comes back, it is a change whatever it says."""
    type(page).objects.filter(pk=page.pk).update(changed_digest="")


def _visible_digest(page: Page, said: dict[str, Any]) -> str:
    """A fingerprint of what readers see of the page's own content."""
    own = {field.name for field in page._meta.get_fields()} - {
        field.name for field in Page._meta.get_fields()
    }
    return _digest(said, (own | {"title"}) - _BOOKKEEPING - set(page.internal_fields))


def _corrections_digest(said: dict[str, Any]) -> str:
    """A fingerprint of the corrections that the page tells of."""
    return _digest(said, {"corrections"})


def _digest(said: dict[str, Any], names: set[str]) -> str:
    content = {name: _as_read(value) for name, value in said.items() if name in names}
    text = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _as_read(value: Any) -> Any:
    """A value without what no reader sees and what a draft or a database may keep otherwise."""
    if isinstance(value, str) and value.startswith("["):
        # A body in blocks. PostgreSQL has an order of its own for what stands in each.
        with contextlib.suppress(ValueError):
            return json.loads(value)
    if isinstance(value, list):
        # Parts of the page, whose primary keys a draft may lack.
        return [
            {name: inner for name, inner in part.items() if name != "pk"}
            if isinstance(part, dict)
            else part
            for part in value
        ]
    return value


def _unpublished(instance: Page, **kwargs) -> None:
    if hasattr(instance, "changed_digest"):
        note_withdrawal(instance)


def _published(instance: Page, **kwargs) -> None:
    # The signal is also sent when a page is scheduled, before it is live.
    if instance.live and hasattr(instance, "changed_digest"):
        note_publication(instance)
        generation.advance()
