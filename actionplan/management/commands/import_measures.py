"""Take measures from an Excel or CSV file into the plan."""

from argparse import ArgumentParser

from actionplan.importing.measures import check, do
from actionplan.importing.planning import Choices
from actionplan.importing.report import in_lines
from actionplan.models import PlanPage
from foundation.importing.command import ImportCommand, day
from foundation.importing.refusal import Refused


class Command(ImportCommand):
    """Reads one file; tells row by row what it does, or would do."""

    help = (
        "Importerar åtgärder ur en Excel- eller CSV-fil, eller lägesrapporter ur webbplatsens egen "
        "fil lagesrapporter. De blir utkast om inget annat sägs."
    )

    file_help = "filen, .xlsx, .csv eller .json"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What may be said of the file."""
        super().add_arguments(parser)
        parser.add_argument("--sheet", metavar="BLAD", default="", help="bladet som ska läsas")
        parser.add_argument(
            "--area", metavar="NAMN", default="", help="fokusområde för rader utan eget"
        )
        parser.add_argument("--plan", metavar="ADRESS", default="", help="planens adress, om flera")
        parser.add_argument(
            "--status-date",
            metavar="DAG",
            type=day,
            help="dagen som statusar utan eget datum gäller, som 2026-05-03",
        )

    def report(self, content: bytes, name: str, *, is_dry_run: bool, options: dict) -> list[str]:
        """Look, or do, and tell of it row by row."""
        choices = Choices(
            plan=_plan(options["plan"]),
            sheet=options["sheet"],
            area=options["area"],
            status_on=options["status_date"],
            publish=options["publish"],
        )
        act = check if is_dry_run else do
        return in_lines(act(content, name, choices))


def _plan(address: str) -> PlanPage | None:
    slug = address.strip("/").rpartition("/")[2]
    if not slug:
        return None
    plan = PlanPage.objects.filter(slug=slug).first()
    if plan is None:
        raise Refused(f"Adressen {address} leder inte till någon åtgärdsplan.")
    return plan
