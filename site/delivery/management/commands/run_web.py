"""The web server as a process of its own; `serve` starts it."""

import multiprocessing

from django.core.management.base import BaseCommand
from django.core.servers.basehttp import get_internal_wsgi_application
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

from delivery.parent import end_with_parent
from delivery.port import HOST

# A page that waits for the database must not hold up those that do not.
WORKERS = 2
THREADS = 2


def load_application():
    """The site, in a worker that does not outlive its server."""
    if server := multiprocessing.parent_process():
        end_with_parent(server.pid)
    return get_internal_wsgi_application()


class Command(BaseCommand):
    """Answer requests until told to stop."""

    help = "Kör webbservern; startas av serve."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, required=True)

    def handle(self, *, port, **options):
        Granian(
            "config.wsgi:application",
            address=HOST,
            port=port,
            interface=Interfaces.WSGI,
            workers=WORKERS,
            blocking_threads=THREADS,
            respawn_failed_workers=True,
            workers_kill_timeout=4,
            log_level=LogLevels.error,
            websockets=False,
            # Nobody speaks anything newer without https, and asking costs each connection.
            http=HTTPModes.http1,
        ).serve(target_loader=load_application, wrap_loader=False)
