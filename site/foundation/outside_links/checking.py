"""Checking the links a few at a time, in the background, once a day.

A job checks a few and asks for the next, so that whoever waits for an import waits for a few links
at most. Each answer is written at once: a job that is done again goes on where it was.
"""

import datetime
import logging
import time

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from delivery.worker import BACKGROUND
from foundation.daily import Errand
from foundation.outside_links.asking import Answer, Asker
from foundation.outside_links.finding import note_places
from foundation.outside_links.models import OutsideLink

logger = logging.getLogger(__name__)

A_FEW = 5
AFTER_ALL_ELSE = -50
PAUSE_SECONDS = 1.0
WITNESSES = 3


@task(backend=BACKGROUND, priority=AFTER_ALL_ELSE)
def check_links() -> None:
    """Find out which links there are, then check those that are due."""
    if settings.LINK_CHECK:
        note_places()
        check_a_few.enqueue()


@task(backend=BACKGROUND, priority=AFTER_ALL_ELSE)
def check_a_few() -> None:
    """Check the next few, and ask for more as long as there are any."""
    if settings.LINK_CHECK and check(Asker()):
        check_a_few.enqueue()


ERRAND = Errand(check_links, earliest=datetime.time(4))


def check(asker: Asker) -> bool:
    """Check the next few; whether there is more to do today."""
    today = timezone.localdate()
    links = list(OutsideLink.objects.due(today)[:A_FEW])
    answers = [(link, _ask(asker, link)) for link in links]
    if links and _nobody_answers(answers, asker, today):
        logger.warning(
            "Länkar till andra webbplatser kunde inte kontrolleras: ingen av dem svarar. "
            "LINK_CHECK=0 stänger av kontrollen på en dator utan internet."
        )
        return False
    for link, answer in answers:
        note(link, answer, today)
    return OutsideLink.objects.due(today).exists()


def note(link: OutsideLink, answer: Answer, today: datetime.date) -> None:
    """Write down what the link answered today."""
    link.asked_on = today
    if answer.was_asked and answer.problem:
        link.failing_since = link.failing_since or today
        link.failed_days += 1
        link.problem = answer.problem
    else:
        # Whoever does not want to be asked is not said to be gone.
        link.failing_since, link.failed_days, link.problem = None, 0, ""
    if answer.was_asked and not answer.problem:
        link.answered_on = today
    link.save()


def _ask(asker: Asker, link: OutsideLink) -> Answer:
    time.sleep(PAUSE_SECONDS)
    return asker.ask(link.address)


def _nobody_answers(
    answers: list[tuple[OutsideLink, Answer]], asker: Asker, today: datetime.date
) -> bool:
    """Whether it is this machine that reaches nobody, not all of them that are gone.

    The witnesses are links that have answered before. Without any, nothing is believed.
    """
    asked = [answer for _, answer in answers if answer.was_asked]
    if not asked or not all(one.problem and one.problem.may_be_ours for one in asked):
        return False
    witnesses = OutsideLink.objects.filter(failed_days=0).exclude(answered_on=None)
    if witnesses.filter(answered_on=today).exists():
        return False
    for link in witnesses.order_by("asked_on")[:WITNESSES]:
        answer = _ask(asker, link)
        if answer.was_asked and not answer.problem:
            note(link, answer, today)
            return False
    return True
