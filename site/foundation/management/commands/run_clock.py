"""The clock of publishing and of daily errands as a process of its own; `serve` starts it."""

import logging
import signal
import threading

from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection

from foundation.daily import Diary
from foundation.scheduled_publishing import Patience, publish_due

logger = logging.getLogger(__name__)

EVERY = 1.0
# A database that is away is looked for now and then, and mentioned as often.
WHEN_DATABASE_IS_AWAY = 10.0


class Command(BaseCommand):
    """Publish and take down what is due, once a second, and ask for what is done daily."""

    help = (
        "Publicerar och avpublicerar enligt schema, varje sekund, och beställer det som görs varje dag; "
        "startas av serve."
    )
    requires_system_checks = ()

    def handle(self, **options):
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        patience, diary = Patience(), Diary()
        wait = 0.0
        while not stop.wait(wait):
            try:
                publish_due(patience, stop.is_set)
                diary.look()
                wait = EVERY
            except DatabaseError:
                logger.exception("Klockan når inte databasen")
                connection.close()
                wait = WHEN_DATABASE_IS_AWAY
