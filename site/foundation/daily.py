"""What is done once a day: the clock asks for it when it is due, the worker does it.

The row is the claim, taken in the transaction that asks for the job. So any number of clocks may
run, and each be killed and started again: a day's errand is asked for once. One that fails is not
tried again until the next day.
"""

import datetime
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import models, transaction
from django.utils import timezone
from django_tasks import task
from django_tasks.base import Task

from delivery.worker import BACKGROUND, forget_old

LOOK_EVERY = 60.0


class DailyErrand(models.Model):
    """The day on which an errand was last asked for."""

    name = models.CharField("namn", max_length=60, unique=True)
    asked_on = models.DateField("senast beställt", null=True)

    class Meta:
        verbose_name = "dagligt jobb"
        verbose_name_plural = "dagliga jobb"

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Errand:
    """A job, and the hours of the day in which it may be asked for, in the site's own time."""

    job: Task
    earliest: datetime.time
    latest: datetime.time = datetime.time.max

    def is_in_hours(self, moment: datetime.datetime) -> bool:
        """Whether the moment lies within those hours."""
        return self.earliest <= timezone.localtime(moment).time() <= self.latest


_errands: dict[str, Errand] = {}


def register(name: str, errand: Errand) -> None:
    """Let the errand be done once a day."""
    _errands[name] = errand


def ask_for_due() -> list[str]:
    """Ask for what is due now and has not been asked for today; the names of it."""
    now = timezone.now()
    today = timezone.localdate(now)
    due = [name for name, errand in _errands.items() if errand.is_in_hours(now)]
    asked = DailyErrand.objects.filter(name__in=due, asked_on=today).values_list("name", flat=True)
    return [name for name in sorted(set(due) - set(asked)) if _ask(name, today)]


def _ask(name: str, today: datetime.date) -> bool:
    DailyErrand.objects.get_or_create(name=name)
    not_today = models.Q(asked_on=None) | models.Q(asked_on__lt=today)
    with transaction.atomic():
        if not DailyErrand.objects.filter(not_today, name=name).update(asked_on=today):
            return False
        _errands[name].job.enqueue()
    return True


@dataclass
class Diary:
    """Looks once a minute, however often it is told to."""

    clock: Callable[[], float] = time.monotonic
    _looked_at: float | None = field(default=None, init=False)

    def look(self) -> None:
        """Ask for what is due, unless somebody just looked."""
        now = self.clock()
        if self._looked_at is not None and now - self._looked_at < LOOK_EVERY:
            return
        self._looked_at = now
        ask_for_due()


@task(backend=BACKGROUND)
def forget_old_jobs() -> None:
    """Forget finished jobs, also where the worker runs for months."""
    forget_old()
