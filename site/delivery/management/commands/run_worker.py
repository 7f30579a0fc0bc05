"""The worker of background jobs as a process of its own; `serve` starts it."""

import os
import signal
import threading

from django.core.management.base import BaseCommand

from delivery.worker import Worker


class Command(BaseCommand):
    """Do background jobs, such as imports, until told to stop."""

    help = "Utför bakgrundsjobb, till exempel importer; startas av serve."
    requires_system_checks = ()

    def handle(self, **options):
        worker = Worker(threading.Event())
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: worker.finish_soon())
        # Readers and editors come first.
        os.nice(10)
        worker.run()
