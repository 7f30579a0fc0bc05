"""The command `index_pages`."""

from django.core.management.base import BaseCommand, CommandParser
from wagtail.models import Page

from search import indexing


class Command(BaseCommand):
    """Index what is not indexed, so that it is found."""

    help = "Lägger in publicerade sidor i sökregistret. Utan --all bara dem som saknas där."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take `--all`."""
        parser.add_argument("--all", action="store_true", help="Lägg in alla sidor på nytt.")

    def handle(self, **options: object) -> None:
        """Index the pages, and tell how many."""
        pages = Page.objects.order_by("path") if options["all"] else indexing.unindexed()
        number = indexing.index(pages)
        if options["verbosity"]:
            self.stdout.write(f"Gick igenom {number} {'sida' if number == 1 else 'sidor'}.")
