"""Where words of a page are stored beside what holds now, and how they are blanked there.

A copy is a kind of row. Apps above register theirs in `AppConfig.ready`.
"""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import OperationalError, connection, transaction
from django.db.models import Model, QuerySet
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log
from wagtail.models import (
    COMMENTS_RELATION_NAME,
    Comment,
    CommentReply,
    Page,
    PageLogEntry,
    TaskState,
)

from delivery import generation
from delivery.shelf import Shelf, folder
from foundation.blanking.wording import Wording
from foundation.former_addresses import FormerAddress

LOGGED_AS = "foundation.blank"
# The preview beside the form keeps there what somebody is writing.
_PREVIEW = "wagtail-preview-"

# What a version carries along and never gives back: the page keeps its own. And what editors say
# to each other in the margin, which is blanked where it stands.
_NO_TEXT = frozenset({"draft_title", "url_path", COMMENTS_RELATION_NAME})


@dataclass(frozen=True)
class Kind:
    """Rows of one kind that may hold words of a page: what they are called, and in which fields."""

    name: str
    rows: Callable[[Page], QuerySet]
    fields: tuple[str, ...]
    # Whether a row that holds the words is of no use without them.
    is_deleted: bool = False


_KINDS = [
    Kind("sparade versioner", lambda page: page.revisions.all(), ("content", "object_str")),
    Kind("rader i historiken", lambda page: _log(page), ("label", "data")),
    Kind("kommentarer", lambda page: Comment.objects.filter(page=page), ("text", "contentpath")),
    Kind("svar", lambda page: CommentReply.objects.filter(comment__page=page), ("text",)),
    Kind("omdömen vid godkännande", lambda page: _verdicts(page), ("comment",)),
    Kind("omdirigeringar", lambda _: Redirect.objects.all(), ("old_path", "redirect_link"), True),
    Kind("tidigare adresser", lambda _: FormerAddress.objects.all(), ("address",), True),
]


_forgetters: list[Callable[[str], None]] = []


def register(kind: Kind) -> None:
    """Let rows of this kind be looked through too."""
    _KINDS.append(kind)


def register_forgetter(forget: Callable[[str], None]) -> None:
    """Let `forget` be told of words that are blanked, to drop them where they stand one by one."""
    _forgetters.append(forget)


def _log(page: Page) -> QuerySet:
    return PageLogEntry.objects.filter(page=page.pk)


def _verdicts(page: Page) -> QuerySet:
    return TaskState.objects.filter(revision__in=page.revisions.all())


@dataclass(frozen=True)
class Found:
    """Rows of one kind that hold the words."""

    kind: Kind
    rows: list[Model]

    def __str__(self) -> str:
        return f"{self.kind.name}: {len(self.rows)}"


def find(page: Page, wording: Wording) -> list[Found]:
    """Everything stored of the page that holds the words, by kind."""
    found = [Found(kind, list(_holding(kind, page, wording))) for kind in _KINDS]
    return [one for one in found if one.rows]


def _holding(kind: Kind, page: Page, wording: Wording) -> Iterator[Model]:
    for row in kind.rows(page).iterator(chunk_size=200):
        if any(wording.is_in(getattr(row, name)) for name in kind.fields):
            yield row


def holds_now(page: Page, wording: Wording) -> str:
    """Why the words cannot be blanked yet: they stand in what holds now. Nothing if they do not."""
    if wording.is_in(_text(page.specific.serializable_data())):
        return "Orden står på sidan som den är nu. Ta bort dem därifrån först, och publicera."
    for revision in filter(None, (page.latest_revision, page.scheduled_revision)):
        if wording.is_in(_text(revision.content)):
            return "Orden står i ett utkast som inte är publicerat. Ta bort dem därifrån först."
    return ""


def _text(content: dict) -> dict:
    return {key: value for key, value in content.items() if key not in _NO_TEXT}


@transaction.atomic
def blank(page: Page, wording: Wording, reason: str, person) -> list[Found]:
    """Blank the words wherever they are stored of the page, for good; a trace says who and why."""
    if why := holds_now(page, wording):
        raise ValueError(why)
    _overwrite_what_is_freed()
    found = find(page, wording)
    for one in found:
        for row in one.rows:
            _blank_row(row, one.kind, wording)
    for forget in _forgetters:
        forget(wording.words)
    _forget_previews()
    rows = sum(len(one.rows) for one in found)
    log(page, LOGGED_AS, user=person, data={"reason": reason, "rows": rows})
    generation.advance()
    transaction.on_commit(_forget_copies)
    return found


def _blank_row(row: Model, kind: Kind, wording: Wording) -> None:
    if kind.is_deleted:
        row.delete()
        return
    # Past `save`: nothing is to react to it, and no version to become a newer one.
    fields = {name: wording.blanked(getattr(row, name)) for name in kind.fields}
    type(row)._base_manager.filter(pk=row.pk).update(**fields)


def _forget_previews() -> None:
    for session in Session.objects.iterator():
        kept = session.get_decoded()
        if previews := [key for key in kept if key.startswith(_PREVIEW)]:
            for key in previews:
                del kept[key]
            session.session_data = Session.get_session_store_class()().encode(kept)
            session.save(update_fields=["session_data"])


def _overwrite_what_is_freed() -> None:
    """SQLite leaves what was replaced in its file unless told otherwise."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")


def _forget_copies() -> None:
    """Copies of pages, made of what readers saw before; the keeper makes new ones at once."""
    Shelf(folder()).keep_only([])
    cache.clear()
    if connection.vendor == "sqlite":
        # What was written lately lies in a file of its own until then. While somebody reads, it
        # is emptied a little later, as always.
        with contextlib.suppress(OperationalError), connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
