"""Make a draft of an article from the municipality's old website."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from urllib.parse import urlsplit

from django.core.management.base import BaseCommand
from django.urls import reverse
from wagtail.models import Page, Site

from foundation.importing.refusal import Refused
from news.importing.draft import Draft, draft_from, planned_draft
from news.importing.reading import read_article
from news.importing.report import report_on
from news.models import NewsIndexPage


class Command(BaseCommand):
    """Reads one file; tells what was taken, guessed and left out."""

    help = "Gör ett utkast till en nyhet av en artikel: kopierad text eller en sparad webbsida."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", metavar="FIL", type=Path, help="textfilen eller webbsidan")
        parser.add_argument(
            "--under", metavar="ADRESS", default="", help="nyhetslistan, till exempel /nyheter/"
        )
        parser.add_argument("--dry-run", action="store_true", help="visa bara vad som skulle hända")

    def handle(self, *, file: Path, under: str, dry_run: bool, **options) -> None:
        """Import, or say in one sentence why not and leave the database as it was."""
        try:
            article = read_article(file)
            parent = news_list(under)
            draft = planned_draft(article) if dry_run else draft_from(article, parent)
        except Refused as refusal:
            self.stderr.write(str(refusal))
            sys.exit(1)
        self.tell(draft)
        if draft.is_new:
            self.stdout.write("\n".join(report_on(article)))
        if dry_run:
            self.stdout.write("Ingenting är ändrat: det här är bara en förhandsgranskning.")

    def tell(self, draft: Draft) -> None:
        """Where the page is, or would be."""
        if draft.page.pk is None:
            self.stdout.write(f"Artikeln skulle bli utkastet ”{draft.page.title}”.")
            return
        address = reverse("wagtailadmin_pages:edit", args=[draft.page.pk])
        if draft.is_new:
            self.stdout.write(f"Utkastet ”{draft.page.title}” är klart att gå igenom: {address}")
        else:
            self.stdout.write(
                f"Filen är redan importerad som ”{draft.page.get_admin_display_title()}”: {address}\n"
                "Ingenting ändrades."
            )


def news_list(address: str) -> NewsIndexPage:
    """The list of news at the address; without one, the site's own."""
    if not address.strip():
        return _only_list()
    page = _page_at(address)
    if page is None:
        raise Refused(f"Adressen {address} finns inte på webbplatsen.")
    if not isinstance(page.specific, NewsIndexPage):
        raise Refused(
            f"Sidan på {address} är ingen nyhetslista: ange en sådan, till exempel /nyheter/."
        )
    return page.specific


def _only_list() -> NewsIndexPage:
    page = NewsIndexPage.objects.order_by("path").first()
    if page is None:
        raise Refused("Webbplatsen har ingen nyhetslista att lägga artikeln under.")
    return page


def _page_at(address: str) -> Page | None:
    """The page with this address, whether or not it is published."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return None
    try:
        parts = [part for part in urlsplit(address).path.split("/") if part]
    except ValueError:
        return None
    path = site.root_page.url_path + "".join(f"{part}/" for part in parts)
    return Page.objects.filter(url_path=path).first()
