"""Where the demonstration is built, where it is not, and what a failure leaves behind."""

import io

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from wagtail.models import Page

from actionplan.models import PlanPage
from foundation.media import SiteImage
from home import layout
from home.demo import building
from tests.factories import FocusAreaPageFactory

pytestmark = pytest.mark.django_db


def demo(*arguments):
    said = io.StringIO()
    call_command("demo", *arguments, stdout=said)
    return said.getvalue()


def test_on_a_site_without_it_there_is_nothing_to_remove():
    assert demo("--remove", "--all") == "Det finns ingenting att ta bort.\n"


def test_everything_is_asked_for_only_with_removal():
    with pytest.raises(CommandError, match="--remove"):
        demo("--all")


def test_it_is_not_built_where_somebody_has_written_something():
    layout.lay_out()
    FocusAreaPageFactory(parent=PlanPage.objects.get())
    before = Page.objects.count()

    assert demo() == "Webbplatsen har redan eget innehåll. Ingenting har ändrats.\n"
    assert Page.objects.count() == before


def test_a_dry_run_builds_nothing():
    before = Page.objects.count()

    assert demo("--dry-run").endswith("Ingenting har ändrats.\n")
    assert Page.objects.count() == before


def test_a_build_that_fails_leaves_neither_pages_nor_files(monkeypatch):
    def fail(pages, record):
        from home.demo.pictures import drawn, park

        record.thing(drawn(park, "Halvfärdig", "En park."))
        raise OSError("Disken är full.")

    before = building.files()
    monkeypatch.setattr("home.demo.article.build", fail)
    with pytest.raises(OSError, match="full"):
        demo()

    assert not layout.is_laid_out()
    assert not SiteImage.objects.exists()
    assert building.files() == before
    assert not default_storage.exists("original_images/halvfardig.png")
