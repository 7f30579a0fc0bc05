"""Take figures of an indicator from a file: Kolada's JSON, a workbook of NTU, a plain table."""

import datetime
import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from django.core.management.base import BaseCommand

from actionplan.importing.figures.indicators import check, do
from actionplan.importing.figures.planning import Choices
from actionplan.importing.figures.report import in_lines
from actionplan.importing.words import plain
from actionplan.models import IndicatorPage
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
    """Reads one file into one indicator; tells figure by figure what it does, or would do."""

    help = (
        "Importerar en indikators värden ur en fil: JSON från Kolada, en arbetsbok från NTU, eller en "
        "egen tabell i Excel eller CSV. De blir ett utkast om inget annat sägs."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FIL", type=Path, help="filen, .json, .xlsx eller .csv")
        parser.add_argument(
            "--indicator",
            metavar="ADRESS",
            default="",
            help="indikatorns adress eller rubrik; behövs om det finns flera",
        )
        parser.add_argument("--dry-run", action="store_true", help="visa bara vad som skulle hända")
        parser.add_argument(
            "--series", metavar="NAMN", default="", help="bladet, eller nyckeltalet i Kolada"
        )
        parser.add_argument(
            "--place",
            metavar="PLATS",
            action="append",
            default=[],
            help="en plats som ska tas med, som ”Hagfors kommun” eller ”1783=Hagfors kommun”",
        )
        parser.add_argument(
            "--total-only", action="store_true", help="hoppa över kvinnor, män och andra grupper"
        )
        parser.add_argument("--source", metavar="TEXT", default="", help="källan, som läsare ser")
        parser.add_argument("--source-url", metavar="LÄNK", default="", help="länk till källan")
        parser.add_argument(
            "--retrieved", metavar="DAG", type=_day, help="dagen filen hämtades; annars i dag"
        )
        parser.add_argument(
            "--publish", action="store_true", help="publicera i stället för att spara utkast"
        )

    def handle(self, *, file: Path, **options) -> None:
        """Import, or say in one sentence why not and leave the database as it was."""
        try:
            content = bytes_of(file, largest=LARGEST_FILE, what=WHAT)
            choices = Choices(
                _indicator(options["indicator"]),
                series=options["series"],
                places="\n".join(options["place"]),
                only_everybody=options["total_only"],
                source_text=options["source"],
                source_url=options["source_url"],
                retrieved_on=options["retrieved"],
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


def _indicator(said: str) -> IndicatorPage:
    """The indicator by its address, slug or title, or the only one there is."""
    pages = list(IndicatorPage.objects.order_by("path"))
    if said:
        slug = said.strip("/").rpartition("/")[2]
        pages = [page for page in pages if slug == page.slug or plain(said) == plain(page.title)]
    if not pages:
        raise Refused(
            f"Ingen indikator heter {said}." if said else "Webbplatsen har ingen indikator än."
        )
    if len(pages) > 1:
        names = ", ".join(f"{page.slug} (”{page.title}”)" for page in pages[:20])
        raise Refused(f"Ange vilken indikator med --indicator. Det finns flera: {names}.")
    return pages[0]
