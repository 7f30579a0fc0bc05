"""The keeper of copies as a process of its own; `serve` starts it."""

import os
import signal
import threading

from django.core.management.base import BaseCommand
from django.core.servers.basehttp import get_internal_wsgi_application

from delivery.keeper import Keeper


class Command(BaseCommand):
    """Keep a fresh copy of every public page until told to stop."""

    help = "Håller en färdig kopia av varje publik sida; startas av serve."
    requires_system_checks = ()

    def handle(self, **options):
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        # Readers and editors come first.
        os.nice(10)
        Keeper(get_internal_wsgi_application(), stop).run()
