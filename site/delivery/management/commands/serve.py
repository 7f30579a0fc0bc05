"""The whole site with one command."""

import fcntl
import http.client
import os
import sys
from typing import NoReturn

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections

from delivery import first_start, generation
from delivery.port import HOST, PortError, chosen_port, refuse_unusable
from delivery.supervisor import Child, Supervisor


class Command(BaseCommand):
    """Make ready what is missing, then serve the site and keep its clock until told to stop."""

    help = (
        "Gör i ordning det som saknas och kör webbplatsen. PORT väljer port, EMPTY=1 utan exempel."
    )
    requires_system_checks = ()

    def handle(self, **options):
        try:
            port = chosen_port()
            refuse_unusable(port)
        except PortError as reason:
            self._refuse(str(reason))
        first_start.make_folders()
        with self._alone_in_the_folder():
            try:
                self._make_ready(port)
            except KeyboardInterrupt:
                self._say("\nAvbrutet. Kör samma kommando igen för att fortsätta.")
                sys.exit(130)
            sys.exit(self._keep_running(port))

    def _alone_in_the_folder(self):
        """Hold the folder: two first starts at once would make everything twice."""
        lock = open(settings.VAR_DIR / "serve.lock", "w")  # noqa: SIM115
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._refuse(
                f"Webbplatsen körs redan från {settings.VAR_DIR}. "
                "Stäng den som körs, eller använd den."
            )
        return lock

    def _refuse(self, reason: str) -> NoReturn:
        self.stderr.write(reason)
        sys.exit(1)

    def _make_ready(self, port: int) -> None:
        first_start.migrate(self._say)
        call_command("roles", verbosity=0)
        first_start.collect_static(self._say)
        first_start.make_content(self._say, empty=os.environ.get("EMPTY", "") not in ("", "0"))
        first_start.index_what_is_missing(self._say)
        first_start.keep_address(port)
        first_start.make_missing_pictures(self._say)
        # The code and its style sheet may be others than those the kept pages were made with.
        generation.advance_now()
        password = first_start.make_administrator()
        if password:
            # At once: should anything fail from here on, the password has been shown.
            self._say(
                "\nEn administratör är skapad. Lösenordet visas bara nu och ska bytas vid första "
                f"inloggningen.\n  Användarnamn: {first_start.ADMINISTRATOR}\n"
                f"  Lösenord:     {password}\n"
            )

    def _keep_running(self, port: int) -> int:
        # A connection cannot be shared with a child, and the parent needs none any more.
        connections.close_all()
        return Supervisor(
            children=[
                Child("webbservern", call_command, ("run_web", f"--port={port}")),
                Child("sidornas kopior", call_command, ("run_keeper",)),
                Child("klockan för schemalagd publicering", call_command, ("run_clock",)),
                Child("bakgrundsjobben", call_command, ("run_worker",)),
            ],
            is_ready=lambda: answers(port),
            when_ready=lambda: self._say(
                f"Webbplatsen är igång:  http://{HOST}:{port}/\n"
                f"Redaktionen finns på:  http://{HOST}:{port}/redaktion/\n"
                "Avsluta med Ctrl-C."
            ),
            say=self._say,
        ).run()

    def _say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()


def answers(port: int) -> bool:
    """Whether the web server answers and has all it needs."""
    connection = http.client.HTTPConnection(HOST, port, timeout=2)
    try:
        connection.request("GET", "/halsa/redo")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
