"""Two editors have the same form open: whoever saves last loses nothing, and overwrites nobody."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from actionplan.models import MeasurePage
from foundation.contacts import HelpContact
from tests.admin_forms import edit_address, opened_form
from tests.factories import HelpContactFactory
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db

AS_AUTOSAVE = {"Accept": "application/json"}
DRAFT, PUBLISH = {}, {"action-publish": "action-publish"}
MINE, THEIRS = "Det här skrev jag.", "Det här skrev hon."


@pytest.fixture
def editors(measure):
    """Kim and Robin, each in a browser of their own."""
    make_roles()
    clients = []
    for name, last in (("kim", "Ek"), ("robin", "Ask")):
        client = Client()
        client.force_login(
            member_of("Kommunikatör", name=name, first_name=name.title(), last_name=last)
        )
        clients.append(client)
    return clients


def save(client, page, form, how=DRAFT, **changes):
    return client.post(edit_address(page), {**form, **changes, **how}, follow=True)


def texts(page):
    """What the goal of the measure was in each version, newest first."""
    versions = page.revisions.order_by("-created_at", "-pk")
    return [revision.content["goal"] for revision in versions]


def words(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


@pytest.mark.parametrize(("theirs", "how"), [(DRAFT, PUBLISH), (PUBLISH, DRAFT)])
def test_the_later_text_is_kept_beside_the_earlier_which_holds(editors, measure, theirs, how):
    kim, robin = editors
    form = opened_form(kim, edit_address(measure))
    save(robin, measure, opened_form(robin, edit_address(measure)), theirs, goal=THEIRS)
    answer = save(kim, measure, form, how, goal=MINE)

    told = words(answer)
    assert "Robin Ask sparade en ny version" in told
    assert "sparat för sig" in told
    now = MeasurePage.objects.get()
    assert now.get_latest_revision_as_object().goal == THEIRS
    assert texts(now)[:2] == [THEIRS, MINE]
    assert now.goal == (THEIRS if theirs else "")
    assert PageLogEntry.objects.filter(action="foundation.set_aside").count() == 1


def test_the_overtaken_can_go_on_with_their_own_text_knowingly(editors, measure):
    kim, robin = editors
    form = opened_form(kim, edit_address(measure))
    save(robin, measure, opened_form(robin, edit_address(measure)), goal=THEIRS)
    answer = save(kim, measure, form, goal=MINE)
    links = BeautifulSoup(answer.content, "html.parser").select("main a[href]")
    ways = {link.get_text(): link["href"] for link in links}

    assert kim.get(ways["Jämför texterna"]).status_code == 200
    assert opened_form(kim, ways["Fortsätt med den andra texten"])["goal"] == THEIRS
    again = opened_form(kim, ways["Fortsätt med min text"])
    assert again["goal"] == MINE
    save(kim, measure, again, PUBLISH)
    assert MeasurePage.objects.get().goal == MINE
    # Who wrote first can go on too, and is told in turn.
    assert "Kim Ek sparade en ny version" in words(
        save(robin, measure, {**form, "loaded_revision_created_at": "2020-01-01T00:00:00+00:00"})
    )


def test_who_was_first_goes_on_undisturbed_by_what_was_set_aside(editors, measure):
    kim, robin = editors
    late = opened_form(kim, edit_address(measure))
    save(robin, measure, opened_form(robin, edit_address(measure)), goal=THEIRS)
    form = opened_form(robin, edit_address(measure))
    save(kim, measure, late, goal=MINE)
    save(robin, measure, form, PUBLISH, goal="Ännu bättre.")

    assert MeasurePage.objects.get().goal == "Ännu bättre."


def test_what_saves_itself_stops_and_says_so(editors, measure):
    kim, robin = editors
    form = opened_form(kim, edit_address(measure))
    save(robin, measure, opened_form(robin, edit_address(measure)), goal=THEIRS)
    answer = kim.post(edit_address(measure), {**form, "goal": MINE}, headers=AS_AUTOSAVE)

    assert answer.status_code == 400
    assert answer.json()["error_code"] == "invalid_revision"
    assert "Robin Ask har sparat en nyare version" in answer.json()["error_message"]
    assert texts(measure)[0] == THEIRS
    # The button afterwards does not slip past.
    save(kim, measure, form, PUBLISH, goal=MINE)
    assert texts(measure)[:2] == [THEIRS, MINE]


def test_own_autosaved_versions_are_no_conflict(editors, measure):
    kim, _ = editors
    form = opened_form(kim, edit_address(measure))
    kim.post(edit_address(measure), {**form, "goal": "Halvt"}, headers=AS_AUTOSAVE)
    save(kim, measure, form, PUBLISH, goal=MINE)

    assert MeasurePage.objects.get().goal == MINE


def test_what_cannot_be_kept_as_a_version_comes_back_as_it_was_written(editors, measure):
    kim, robin = editors
    form = opened_form(kim, edit_address(measure))
    save(robin, measure, opened_form(robin, edit_address(measure)), goal=THEIRS)
    answer = save(kim, measure, form, PUBLISH, goal=MINE, starts="förrförra veckan")

    assert answer.status_code == 409
    soup = BeautifulSoup(answer.content, "html.parser")
    again = {field["name"]: field["value"] for field in soup.select("main input[name]")}
    assert again["goal"] == MINE
    shown = kim.post(edit_address(measure), again)
    assert shown.context["form"]["goal"].value() == MINE
    assert "starts" in shown.context["form"].errors
    assert texts(measure)[0] == THEIRS


def test_nobody_reads_what_happened_to_the_text_of_another(editors, measure):
    kim, robin = editors
    form = opened_form(kim, edit_address(measure))
    save(robin, measure, opened_form(robin, edit_address(measure)), goal=THEIRS)
    save(kim, measure, form, goal=MINE)
    aside = measure.revisions.order_by("-created_at", "-pk")[1]

    assert kim.get(reverse("overtaken", args=[aside.pk])).status_code == 200
    assert robin.get(reverse("overtaken", args=[aside.pk])).status_code == 404


def test_numbers_to_call_are_kept_apart_in_the_same_way(editors):
    kim, robin = editors
    contact = HelpContactFactory(name="Linjen", phone="020-50 50 50")
    contact.save_revision().publish()
    address = reverse("wagtailsnippets_foundation_helpcontact:edit", args=[contact.pk])
    form = opened_form(kim, address)
    robin.post(address, {**opened_form(robin, address), "name": "Hennes linje", **PUBLISH})
    told = words(kim.post(address, {**form, "name": "Min linje", **PUBLISH}, follow=True))

    assert "Robin Ask sparade en ny version" in told
    assert HelpContact.objects.get().name == "Hennes linje"
    newest_first = contact.revisions.order_by("-created_at", "-pk")
    assert [one.content["name"] for one in newest_first][:2] == ["Hennes linje", "Min linje"]
