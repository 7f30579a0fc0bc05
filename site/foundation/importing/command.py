"""The commands that take in a table: look at what would happen, or do it, or one sentence why not."""

import datetime
import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from django.core.management.base import BaseCommand

from foundation.importing import at_work
from foundation.importing.file import bytes_of
from foundation.importing.refusal import Refused
from foundation.tables.limits import LARGEST_FILE
from foundation.tables.reading import WHAT


def day(text: str) -> datetime.date:
    """The day that an option names."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} är ingen dag. Skriv som 2026-05-03.") from None


class ImportCommand(BaseCommand):
    """Reads one file; tells what it does, or would do. What a subclass takes in, it says itself."""

    file_help = ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The options that every import has."""
        parser.add_argument("file", metavar="FIL", type=Path, help=self.file_help)
        parser.add_argument("--dry-run", action="store_true", help="visa bara vad som skulle hända")
        parser.add_argument(
            "--publish", action="store_true", help="publicera i stället för att spara utkast"
        )

    def report(self, content: bytes, name: str, *, is_dry_run: bool, options: dict) -> list[str]:
        """Look, or do, and tell of it line by line; raises `Refused`."""
        raise NotImplementedError

    def handle(self, *, file: Path, **options) -> None:
        """Import, or say in one sentence why not and leave the database as it was."""
        is_dry_run = options["dry_run"]
        try:
            content = bytes_of(file, largest=LARGEST_FILE, what=WHAT)
            lines = self.report(content, file.name, is_dry_run=is_dry_run, options=options)
        except Refused as refusal:
            self.stderr.write(str(refusal))
            sys.exit(1)
        finally:
            # Who only looks does not know of what somebody else is doing.
            if not is_dry_run:
                at_work.forget()
        self.stdout.write("\n".join(lines))
        if is_dry_run:
            self.stdout.write("Ingenting är ändrat: det här är bara en förhandsgranskning.")
