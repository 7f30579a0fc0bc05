"""Whether somebody else has saved since a form was opened, and where the later text then goes.

Wagtail asks that of what saves itself, not of a form that is sent with a button: there the later
text takes the place of the earlier, and nobody is told.
"""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Model, Q
from django.utils.dateparse import parse_datetime
from wagtail.admin.panels import get_edit_handler
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision

from foundation.importing.kept import LOGGED_AS as IMPORTED

# What the history calls a text that was kept beside the one that holds.
LOGGED_AS = "foundation.set_aside"


def saved_meanwhile(thing: Model, sent: Mapping[str, str], person: Any) -> Revision | None:
    """The newest version that somebody else has saved since the form was opened, if there is one.

    What the person has saved meanwhile, by autosave or in another window, is theirs to replace;
    each of those versions stays in the history. What a file has changed meanwhile is not: nobody
    sees in the open form that it would be undone. Must run in a transaction: two who save at the
    same moment wait here for each other.
    """
    told = sent.get("loaded_revision_created_at")
    # Wagtail's form names no version where there was none when it was opened. What is no form names none either.
    if not told and "csrfmiddlewaretoken" not in sent:
        return None
    opened_at = parse_datetime(told or "")
    model = Page if isinstance(thing, Page) else type(thing)
    model._base_manager.select_for_update().filter(pk=thing.pk).first()
    # Then every version is newer.
    newer = thing.revisions.filter(created_at__gt=opened_at) if opened_at else thing.revisions.all()
    if isinstance(thing, Page):
        imported = PageLogEntry.objects.filter(
            page=thing.pk, action=IMPORTED, revision__isnull=False
        )
        newer = newer.exclude(~Q(pk__in=imported.values("revision")), user=person)
    else:
        newer = newer.exclude(user=person)
    return newer.select_related("user").order_by("-created_at", "-pk").first()


@transaction.atomic
def set_aside(
    thing: Model, sent: Mapping[str, str], files: Mapping[str, Any], person: Any
) -> Revision | None:
    """Keep what was written as a version that holds nowhere; None if it cannot be read as one.

    It stands in the history just before the newest version, so that it is nobody's newest.
    """
    form = _form(thing, sent, files, person)
    form.defer_required_fields()
    if not form.is_valid():
        return None
    mine = form.save(commit=False)
    newest = type(thing)._base_manager.get(pk=thing.pk).latest_revision
    revision = Revision.objects.create(
        content_object=mine,
        base_content_type=mine.get_base_content_type(),
        user=person,
        created_at=newest.created_at - datetime.timedelta(microseconds=1),
        content=mine.serializable_data(),
        object_str=str(mine),
    )
    log(mine, LOGGED_AS, user=person, revision=revision, content_changed=True)
    return revision


def _form(thing: Model, sent: Mapping[str, str], files: Mapping[str, Any], person: Any) -> Any:
    known = {"instance": thing, "for_user": person}
    if isinstance(thing, Page):
        handler = type(thing).get_edit_handler()
        known |= {"parent_page": thing.get_parent()}
    else:
        handler = get_edit_handler(type(thing))
    return handler.get_form_class()(sent, files, **known)
