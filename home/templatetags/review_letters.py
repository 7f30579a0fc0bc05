"""What a letter about an approval says of the text: like a reminder, it shows on locked screens."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page

from foundation import safe_mode
from foundation.risk_words import risk_words
from foundation.swedish.dates import long_date
from home.desk.forms import form_of
from home.desk.names import in_full, measures_of
from home.digest.discretion import SEEN_WHEN_LOGGED_IN

register = template.Library()


@dataclass(frozen=True)
class About:
    """The text, in words that give nobody away, and who did what with it."""

    name: str
    form: str
    writer: str
    reviewer: str
    comment: str
    appears: str
    account: str


@register.simple_tag
def about(thing: Model, reader: AbstractUser) -> About:
    """What `reader` may be told of `thing` in a letter about its newest review."""
    # Read anew: a review that is over is no longer the current one when its letter is written.
    state = thing.workflow_states.order_by("pk").last()
    step = state.current_task_state if state else None
    name, is_discreet = _name(thing)
    return About(
        name=name,
        form=_whole(form_of(thing, reader) or reverse("wagtailadmin_home")),
        writer=_called(state and state.requested_by),
        reviewer=_called(step and step.finished_by),
        comment="" if is_discreet or not step else step.comment.strip(),
        appears=_appears(thing),
        account=_whole(f"{reverse('wagtailadmin_account')}#tab-notifications"),
    )


def _name(thing: Model) -> tuple[str, bool]:
    """What it may be called, and whether that hides what it is about."""
    if isinstance(thing, Page):
        if safe_mode.covers(safe_mode.current_paths(), thing.path):
            neutral = getattr(thing.specific, "browser_title", SEEN_WHEN_LOGGED_IN)
            return neutral, True
        title = thing.latest_revision.object_str if thing.latest_revision else str(thing)
        return in_full(thing, title, measures_of([thing])), False
    is_discreet = bool(risk_words(str(thing)))
    return (SEEN_WHEN_LOGGED_IN if is_discreet else str(thing)), is_discreet


def _called(person: AbstractUser | None) -> str:
    return get_user_display_name(person) if person else "Någon"


def _appears(thing: Model) -> str:
    """When readers see it, in a sentence."""
    newest = thing.latest_revision
    if newest and newest.approved_go_live_at:
        at = timezone.localtime(newest.approved_go_live_at)
        return f"Den publiceras den {long_date(at.date())} kl. {at:%H.%M}."
    return "Den är publicerad."


def _whole(address: str) -> str:
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + address
