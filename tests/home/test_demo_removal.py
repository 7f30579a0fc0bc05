"""The demonstration goes, and what editors have made stays."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command
from wagtail.models import Page, PageViewRestriction

from actionplan.models import MeasurePage, PlanPage, StatusUpdatePage
from actionplan.models import Removal as PublicRemoval
from foundation.contacts import HelpContact, Organisation
from foundation.media import SiteDocument, SiteImage
from foundation.settings import SiteSettings
from home import layout
from home.demo import building
from home.demo.record import state_of
from home.demo.removal import Removal
from home.models import DemoItem, HomePage
from tests.factories import MeasurePageFactory, StatusUpdatePageFactory
from tests.frame import put_in_menu

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]


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


def foretold(*arguments):
    """What would be said, and the pages that would be left."""
    plan = Removal.planned(everything="--all" in arguments)
    gone = tuple(thing.path for _, thing in plan.removed if isinstance(thing, Page))
    left = [page.specific for page in Page.objects.all() if not page.path.startswith(gone)]
    return demo("--remove", "--dry-run", *arguments), left


def example(slug="laxhjalp-pa-biblioteket"):
    return MeasurePage.objects.get(slug=slug)


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


def test_without_everything_the_site_is_as_it_was_laid_out():
    demo("--remove")
    demo("--remove", "--all")

    assert layout.is_untouched()
    assert not DemoItem.objects.exists()
    assert not HelpContact.objects.exists()
    assert not Organisation.objects.exists()
    assert not SiteImage.objects.exists()
    assert not SiteDocument.objects.exists()
    assert HomePage.objects.get().key_figure == ""
    assert PlanPage.objects.get().decided_by == ""
    assert SiteSettings.objects.get().municipality == "Kommunen"
    assert building.why_not() == ""


def test_a_dry_run_tells_what_would_happen_and_changes_nothing():
    before = Page.objects.count()
    said = demo("--remove", "--all", "--dry-run")

    assert "Läxhjälp på biblioteket: skulle tas bort." in said
    assert "Åtgärdsplanen: skulle bli som den var före demonstrationen." in said
    assert said.endswith("Ingenting har ändrats.\n")
    assert Page.objects.count() == before


def test_what_an_editor_has_changed_stays_and_so_does_what_stands_above_it():
    update = StatusUpdatePage.objects.child_of(example()).first()
    update.text = "<p>Skrivet av en redaktör.</p>"
    update.save_revision()
    said = demo("--remove")

    assert StatusUpdatePage.objects.get() == update
    assert f"{example().title}: {update.title}: stannar, för den har ändrats." in said
    assert "Läxhjälp på biblioteket: stannar, för ”Lägesrapport" in said
    assert MeasurePage.objects.filter(is_example=True).get() == example()


def unpublish(page):
    page.unpublish()


def let_only_those_with_the_word_read(page):
    page.view_restrictions.create(restriction_type=PageViewRestriction.PASSWORD, password="abborre")


def lock(page):
    page.locked = True
    page.save(update_fields=["locked"])


@pytest.mark.parametrize("act", [unpublish, let_only_those_with_the_word_read, lock])
def test_what_an_editor_has_hidden_or_locked_stays_and_so_does_what_stands_above_it(act):
    update = StatusUpdatePage.objects.child_of(example()).first()
    act(update)
    said, left = foretold()

    assert [page for page in left if isinstance(page, StatusUpdatePage)] == [update]
    assert f"{example().title}: {update.title}: stannar, för den har ändrats." in said
    assert "Läxhjälp på biblioteket: stannar, för ”Lägesrapport" in said


def test_a_number_to_call_that_an_editor_has_published_or_taken_away_stays():
    hidden, shown = (HelpContact.objects.get(phone=phone) for phone in ("114 14", "116 111"))
    hidden.unpublish()
    shown.latest_revision.publish()
    plan = Removal.planned(everything=True)

    assert [item.find() for item, _ in plan.kept] == [hidden, shown]


def test_what_an_editor_has_added_stays_and_so_does_what_stands_above_it():
    added = StatusUpdatePageFactory(parent=example())
    plan = Removal.planned(everything=True)

    kept = [item.find() for item, _ in plan.kept]
    pages = [page.title for page in kept if isinstance(page, Page)]
    assert pages == ["Läxhjälp på biblioteket", "Skola och framtid"]
    assert "Exempelförvaltningen" in {str(thing) for thing in kept}
    assert added.pk not in {thing.pk for _, thing in plan.removed}


def test_what_an_editor_refers_to_stays():
    office = Organisation.objects.get(name="Exempelförvaltningen")
    area = MeasurePage.objects.get(slug="tryggare-torg").get_parent().specific
    MeasurePageFactory(parent=area, responsible=office)
    said, _ = foretold()
    plan = Removal.planned(everything=False)

    assert [item.find() for item, _ in plan.kept] == [office]
    assert "Exempelförvaltningen: stannar, för den används på något som stannar." in said


def test_partners_and_groups_that_a_page_of_an_editor_has_chosen_stay():
    torg = MeasurePage.objects.get(slug="tryggare-torg")
    torg.summary = "Skrivet av en redaktör."
    torg.save_revision().publish()
    said = demo("--remove", "--all")

    kept = MeasurePage.objects.get()
    assert {partner.name for partner in kept.partners.all()} == {"Polisen", "Näringsidkare"}
    assert [group.name for group in kept.target_groups.all()] == ["Invånare i kommunen"]
    assert "Polisen: stannar, för den används på något som stannar." in said
    assert "Kommunpolisen: togs bort." in said


def test_what_is_shown_on_a_page_that_has_to_stay_stays_too():
    walk = example("nattvandring")
    indicator = walk.indicators.get()
    StatusUpdatePageFactory(parent=walk)
    said, left = foretold()

    assert walk in left
    assert indicator in left
    assert f"{indicator.title}: stannar, för den används på något som stannar." in said


def test_a_page_that_an_editor_sends_readers_to_stays_with_what_stands_above_it():
    target = example("nattvandring")
    area = target.get_parent().specific
    measure = MeasurePageFactory(parent=area)
    update = StatusUpdatePageFactory(
        parent=measure, status="merged", reason="Arbetet fortsätter där.", merged_into=target
    )
    said = demo("--remove")

    update.refresh_from_db()
    assert update.merged_into == target
    assert f"{target.title}: stannar, för den används på något som stannar." in said


def test_a_page_that_an_editor_has_put_in_the_menu_stays():
    target = example("nattvandring")
    put_in_menu(target)
    said, left = foretold()

    assert target in left
    assert f"{target.title}: stannar, för den används på något som stannar." in said


def test_a_changed_number_to_call_stays():
    contact = HelpContact.objects.get(phone="114 14")
    contact.description = "Kontrollerat av en redaktör."
    contact.save_revision().publish()
    plan = Removal.planned(everything=True)

    assert [item.find() for item, _ in plan.kept] == [contact]


def test_a_field_that_a_later_version_adds_is_no_change_of_an_editor(monkeypatch):
    earlier = [field for field in Organisation._meta.concrete_fields if field.name != "website"]
    office = Organisation.objects.get(name="Exempelförvaltningen")
    with monkeypatch.context() as before:
        before.setattr(Organisation._meta, "concrete_fields", earlier)
        state = state_of(office)

    assert state_of(office) == state
    office.website = "https://example.se/"
    assert state_of(office) != state


def test_a_municipality_that_an_editor_has_named_stays():
    SiteSettings.objects.update(municipality="Exempelkommun")
    plan = Removal.planned(everything=True)

    assert [item.find() for item, _ in plan.kept] == [SiteSettings.objects.get()]


def test_it_goes_also_when_an_editor_has_already_deleted_some_of_it():
    example().delete()
    demo("--remove")

    assert not MeasurePage.objects.filter(is_example=True).exists()
    assert not DemoItem.objects.filter(is_example=True).exists()
