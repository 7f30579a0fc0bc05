"""Publishing and taking down at the set moment, losing nothing and doing nothing twice.

Wagtail's own command clears a revision's moment before it saves the page, without a transaction:
killed in between, it loses the publication for good. Here each object is one transaction, and its
row is the claim: whoever holds it looks again whether it is still due. So any number may run at
once, and each may be killed at any time.
"""

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)

# Between two objects, so that editors who wait to write get their turn.
PAUSE = 0.02
FIRST_WAIT = 60.0
LONGEST_WAIT = 3600.0


@dataclass(frozen=True)
class Due:
    """Something whose moment has come, and how to do it."""

    key: tuple[str, object]
    what: str
    do: Callable[[], bool]


@dataclass
class Patience:
    """Remembers what failed, so that it is tried again later and later and not every second."""

    clock: Callable[[], float] = time.monotonic
    _failures: dict[tuple, tuple[int, float]] = field(default_factory=dict)

    def is_out(self, key: tuple) -> bool:
        """Whether this is to be left alone for now."""
        return key in self._failures and self.clock() < self._failures[key][1]

    def note_failure(self, key: tuple) -> float:
        """Count a failure; the seconds until the next try."""
        times = self._failures.get(key, (0, 0.0))[0] + 1
        wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** (times - 1))
        self._failures[key] = (times, self.clock() + wait)
        return wait

    def forget(self, key: tuple) -> None:
        """It went well at last."""
        self._failures.pop(key, None)


def publish_due(
    patience: Patience | None = None, should_stop: Callable[[], bool] = lambda: False
) -> int:
    """Take down what has expired, then publish what is due; how many were done.

    One that fails is told in the log and stops none of the others.
    """
    patience = patience or Patience()
    done = 0
    for due in everything_due():
        if should_stop():
            break
        if patience.is_out(due.key):
            continue
        try:
            with transaction.atomic():
                did_it = due.do()
        except Exception as error:
            _tell_failure(due, error, patience.note_failure(due.key))
        else:
            patience.forget(due.key)
            done += did_it
        time.sleep(PAUSE)
    return done


def everything_due() -> Iterator[Due]:
    """What the moment has come for: expired objects first, then revisions, oldest first."""
    for model in models_with_drafts():
        for pk, _ in _expired(model).order_by("expire_at").values_list("pk", "expire_at"):
            yield Due(
                key=(model._meta.label, pk),
                what=f"avpublicera {model._meta.verbose_name} {pk}",
                do=lambda model=model, pk=pk: _take_down(model, pk),
            )
    for pk, name in _awaited().order_by("approved_go_live_at").values_list("pk", "object_str"):
        yield Due(
            key=("revision", pk),
            what=f"publicera ”{name}” (version {pk})",
            do=lambda pk=pk: _publish(pk),
        )


def models_with_drafts() -> list[type[models.Model]]:
    """Pages, and the registers whose entries are published."""
    snippets = [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin) and not issubclass(model, Page)
    ]
    return [Page, *snippets]


def _expired(model: type[models.Model]) -> models.QuerySet:
    return model._default_manager.filter(live=True, expire_at__lt=timezone.now())


def _awaited() -> models.QuerySet:
    return Revision.objects.filter(approved_go_live_at__lt=timezone.now())


def _take_down(model: type[models.Model], pk: object) -> bool:
    found = _expired(model).select_for_update().filter(pk=pk).first()
    if found is None:
        return False
    found.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return True


def _publish(pk: int) -> bool:
    revision = _awaited().select_for_update().filter(pk=pk).first()
    if revision is None:
        return False
    revision.publish(log_action="wagtail.publish.scheduled")
    return True


def _tell_failure(due: Due, error: Exception, wait: float) -> None:
    again = f"Nytt försök om {wait / 60:.0f} min."
    if isinstance(error, ValidationError):
        # An editor's matter: what is wrong is enough, where in the code is noise.
        reasons = " ".join(error.messages)
        logger.error("Det gick inte att %s enligt schema: %s %s", due.what, reasons, again)
    else:
        logger.error("Det gick inte att %s enligt schema. %s", due.what, again, exc_info=error)
