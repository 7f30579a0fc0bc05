"""Sending the letters: at most one a day to each, whoever sends and however often.

A receiver is noted as reminded before the letter goes. Whoever is killed in between has sent none,
and what waits stands in the next one: better that than the same letter twice. Where the mail server
refuses, the note is taken back, so that the letter is tried the next day.
"""

import datetime
import logging
import smtplib
from dataclasses import dataclass

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import task

from delivery.worker import BACKGROUND
from foundation.daily import Errand
from home.digest.choice import ONE_CLICK
from home.digest.letters import Letter, everyones

logger = logging.getLogger(__name__)

# A letter that says "Påminnelse" at night wakes somebody up.
HOURS = (datetime.time(7), datetime.time(19))


@dataclass
class Outcome:
    """What became of the letters."""

    sent: int = 0
    failed: int = 0
    without_address: int = 0


@task(backend=BACKGROUND)
def send_in_daytime() -> None:
    """Send, unless the job was so late that it has become night."""
    if ERRAND.is_in_hours(timezone.now()):
        send()
    else:
        logger.warning("Påminnelserna kom för sent i dag och skickas i morgon")


ERRAND = Errand(send_in_daytime, *HOURS)


def send() -> Outcome:
    """Send what is to be sent today; what goes wrong is told in the log and stops none of the others."""
    outcome = Outcome()
    server = get_connection()
    try:
        server.open()
    except OSError as error:
        outcome.failed = 1
        logger.error("Påminnelserna kunde inte skickas, nytt försök i morgon: %s", error)
        return outcome
    try:
        for letter in everyones():
            _send_one(letter, server, outcome)
    finally:
        _close(server)
    return outcome


def _send_one(letter: Letter, server, outcome: Outcome) -> None:
    if not letter.to:
        outcome.without_address += 1
        return
    before = _claim(letter)
    if not before:
        return
    try:
        EmailMessage(
            letter.subject,
            letter.body,
            to=[letter.to],
            connection=server,
            headers=_headers(letter),
        ).send()
        outcome.sent += 1
    except (OSError, ValueError) as error:
        _take_back(letter, before)
        outcome.failed += 1
        logger.error("En påminnelse kunde inte skickas, nytt försök i morgon: %s", error)


def _headers(letter: Letter) -> dict[str, str]:
    """No answering machine answers it, and the mail program's own button turns it off (RFC 8058)."""
    headers = {"Auto-Submitted": "auto-generated", "List-Unsubscribe": f"<{letter.choice}>"}
    # Only where nobody on the way can press it.
    if letter.choice.startswith("https:"):
        headers["List-Unsubscribe-Post"] = "=".join(ONE_CLICK)
    return headers


def _claim(letter: Letter) -> dict[int, datetime.date | None]:
    """Note them as reminded today; when they were reminded before, or nothing if somebody else has."""
    today = timezone.localdate()
    not_today = Q(reminded_on=None) | Q(reminded_on__lt=today)
    with transaction.atomic():
        waiting = letter.receivers.filter(not_today).select_for_update()
        before = dict(waiting.values_list("pk", "reminded_on"))
        letter.receivers.filter(pk__in=before).update(reminded_on=today)
    return before


def _take_back(letter: Letter, before: dict[int, datetime.date | None]) -> None:
    for pk, day in before.items():
        letter.receivers.filter(pk=pk).update(reminded_on=day)


def _close(server) -> None:
    try:
        server.close()
    except (OSError, smtplib.SMTPException) as error:
        logger.warning("Förbindelsen till e-postservern kunde inte avslutas: %s", error)
