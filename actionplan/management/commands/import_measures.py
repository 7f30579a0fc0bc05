"""Take measures from an Excel or CSV file into the plan."""

import datetime
import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from django.core.management.base import BaseCommand

from actionplan.importing.measures import check, do
from actionplan.importing.planning import Choices
from actionplan.importing.report import in_lines
from actionplan.models import PlanPage
from foundation.importing.file import bytes_of
from foundation.importing.refusal import Refused
from foundation.tables.limits import LARGEST_FILE
from foundation.tables.reading import WHAT


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text} är ingen dag. Skriv som 2026-05-03.") from None


class Command(BaseCommand):
    """Reads one file; tells row by row what it does, or would do."""

    help = (
        "Importerar åtgärder ur en Excel- eller CSV-fil, eller lägesrapporter ur webbplatsens egen "
        "fil lagesrapporter. De blir utkast om inget annat sägs."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FIL", type=Path, help="filen, .xlsx, .csv eller .json")
        parser.add_argument("--dry-run", action="store_true", help="visa bara vad som skulle hända")
        parser.add_argument("--sheet", metavar="BLAD", default="", help="bladet som ska läsas")
        parser.add_argument(
            "--area", metavar="NAMN", default="", help="fokusområde för rader utan eget"
        )
        parser.add_argument("--plan", metavar="ADRESS", default="", help="planens adress, om flera")
        parser.add_argument(
            "--status-date",
            metavar="DAG",
            type=_day,
            help="dagen som statusar utan eget datum gäller, som 2026-05-03",
        )
        parser.add_argument(
            "--publish", action="store_true", help="publicera i stället för att spara utkast"
        )

    def handle(self, *, file: Path, **options) -> None:
        """Import, or say in one sentence why not and leave the database as it was."""
        try:
            content = bytes_of(file, largest=LARGEST_FILE, what=WHAT)
            choices = Choices(
                plan=_plan(options["plan"]),
                sheet=options["sheet"],
                area=options["area"],
                status_on=options["status_date"],
                publish=options["publish"],
            )
            act = check if options["dry_run"] else do
            report = act(content, file.name, choices)
        except Refused as refusal:
            self.stderr.write(str(refusal))
            sys.exit(1)
        self.stdout.write("\n".join(in_lines(report)))
        if options["dry_run"]:
            self.stdout.write("Ingenting är ändrat: det här är bara en förhandsgranskning.")


def _plan(address: str) -> PlanPage | None:
    slug = address.strip("/").rpartition("/")[2]
    if not slug:
        return None
    plan = PlanPage.objects.filter(slug=slug).first()
    if plan is None:
        raise Refused(f"Adressen {address} leder inte till någon åtgärdsplan.")
    return plan
