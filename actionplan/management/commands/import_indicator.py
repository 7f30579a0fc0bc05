"""Take figures of an indicator from a file: Kolada's JSON, a workbook of NTU, a plain table."""

from argparse import ArgumentParser

from actionplan.importing.figures.indicators import check, do
from actionplan.importing.figures.planning import Choices
from actionplan.importing.figures.report import in_lines
from actionplan.importing.words import plain
from actionplan.models import IndicatorPage
from foundation.importing.command import ImportCommand, day
from foundation.importing.refusal import Refused


class Command(ImportCommand):
    """Reads one file into one indicator; tells figure by figure what it does, or would do."""

    help = (
        "Importerar en indikators värden ur en fil: JSON från Kolada, en arbetsbok från NTU, eller en "
        "egen tabell i Excel eller CSV. De blir ett utkast om inget annat sägs."
    )

    file_help = "filen, .json, .xlsx eller .csv"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may be said of the file."""
        super().add_arguments(parser)
        parser.add_argument(
            "--indicator",
            metavar="ADRESS",
            default="",
            help="indikatorns adress eller rubrik; behövs om det finns flera",
        )
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
            "--retrieved", metavar="DAG", type=day, help="dagen filen hämtades; annars i dag"
        )

    def report(self, content: bytes, name: str, *, is_dry_run: bool, options: dict) -> list[str]:
        """Look, or do, and tell of it row by row."""
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
        act = check if is_dry_run else do
        return in_lines(act(content, name, choices))


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
