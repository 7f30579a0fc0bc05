"""The demonstration goes, and what editors have made stays."""

import io

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from wagtail.models import Page

from actionplan.models import MeasurePage, PlanPage, StatusUpdatePage
from actionplan.models import Removal as PublicRemoval
from foundation.contacts import HelpContact, Organisation
from foundation.media import SiteImage
from home import layout
from home.demo import building
from home.models import DemoItem, HomePage
from tests.factories import MeasurePageFactory, StatusUpdatePageFactory

pytestmark = pytest.mark.django_db
on_the_demonstration = pytest.mark.usefixtures("demonstration")


def demo(*arguments):
    said = io.StringIO()
    call_command("demo", *arguments, stdout=said)
    return said.getvalue()


def examples():
    return [
        thing
        for model in apps.get_models()
        if "is_example" in {field.name for field in model._meta.get_fields()}
        for thing in model._default_manager.filter(is_example=True)
    ]


def example(slug="laxhjalp-pa-biblioteket"):
    return MeasurePage.objects.get(slug=slug)


@on_the_demonstration
def test_without_the_examples_no_example_is_left_and_every_page_can_be_read(client):
    assert examples()
    said = demo("--remove")

    assert examples() == []
    assert not DemoItem.objects.filter(is_example=True).exists()
    assert not PublicRemoval.objects.exists()
    assert said.endswith("togs bort, 0 stannar.\n")
    assert MeasurePage.objects.count() == 4
    for page in Page.objects.live().filter(depth__gt=1):
        text = client.get(page.url).text
        assert "Exempeldata" not in text or page.slug == "om-webbplatsen"
        assert "Demonstration –" not in text
        assert "tagits bort" not in text


@on_the_demonstration
def test_without_everything_the_site_is_as_it_was_laid_out():
    demo("--remove")
    demo("--remove", "--all")

    assert layout.is_untouched()
    assert not DemoItem.objects.exists()
    assert not HelpContact.objects.exists()
    assert not Organisation.objects.exists()
    assert not SiteImage.objects.exists()
    assert HomePage.objects.get().key_figure == ""
    assert PlanPage.objects.get().decided_by == ""
    assert building.why_not() == ""


@on_the_demonstration
def test_a_dry_run_tells_what_would_happen_and_changes_nothing():
    before = Page.objects.count()
    said = demo("--remove", "--all", "--dry-run")

    assert "Läxhjälp på biblioteket: skulle tas bort." in said
    assert "Åtgärdsplanen: skulle bli som den var före demonstrationen." in said
    assert said.endswith("Ingenting har ändrats.\n")
    assert Page.objects.count() == before


@on_the_demonstration
def test_what_an_editor_has_changed_stays_and_so_does_what_stands_above_it():
    update = StatusUpdatePage.objects.child_of(example()).first()
    update.text = "<p>Skrivet av en redaktör.</p>"
    update.save_revision()
    said = demo("--remove")

    assert StatusUpdatePage.objects.get() == update
    assert f"{example().title}: {update.title}: stannar, för den har ändrats." in said
    assert "Läxhjälp på biblioteket: stannar, för ”Lägesrapport" in said
    assert MeasurePage.objects.filter(is_example=True).get() == example()


@on_the_demonstration
def test_what_an_editor_has_added_stays_and_so_does_what_stands_above_it():
    added = StatusUpdatePageFactory(parent=example())
    said = demo("--remove", "--all")

    assert StatusUpdatePage.objects.get() == added
    assert [page.title for page in MeasurePage.objects.all()] == ["Läxhjälp på biblioteket"]
    assert "Skola och framtid: stannar" in said
    assert "Åtgärdsplanen: är som den var före demonstrationen." in said


@on_the_demonstration
def test_what_an_editor_refers_to_stays():
    office = Organisation.objects.get(name="Exempelförvaltningen")
    area = MeasurePage.objects.get(slug="tryggare-torg").get_parent().specific
    MeasurePageFactory(parent=area, responsible=office)
    said = demo("--remove")

    assert [thing for thing in examples() if not isinstance(thing, DemoItem)] == [office]
    assert "Exempelförvaltningen: stannar, för den används på något som stannar." in said


@on_the_demonstration
def test_a_changed_number_to_call_stays():
    contact = HelpContact.objects.get(phone="114 14")
    contact.description = "Kontrollerat av en redaktör."
    contact.save_revision().publish()
    demo("--remove", "--all")

    assert HelpContact.objects.get() == contact


@on_the_demonstration
def test_it_goes_also_when_an_editor_has_already_deleted_some_of_it():
    example().delete()
    demo("--remove")

    assert not MeasurePage.objects.filter(is_example=True).exists()
    assert not DemoItem.objects.filter(is_example=True).exists()


def test_on_a_site_without_it_there_is_nothing_to_remove():
    assert demo("--remove", "--all") == "Det finns ingenting att ta bort.\n"


def test_everything_is_asked_for_only_with_removal():
    with pytest.raises(CommandError, match="--remove"):
        demo("--all")


def test_it_is_not_built_where_somebody_has_written_something():
    layout.lay_out()
    MeasurePageFactory(parent=PlanPage.objects.get())
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

    before = building.picture_files()
    monkeypatch.setattr("home.demo.article.build", fail)
    with pytest.raises(OSError, match="full"):
        demo()

    assert not layout.is_laid_out()
    assert not SiteImage.objects.exists()
    assert building.picture_files() == before
    assert not default_storage.exists("original_images/halvfardig.png")
