"""The leak matrix: nothing that is kept from readers is told at any exit."""

import datetime
import re
from collections import defaultdict

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

from actionplan.models import MeasurePage
from delivery import generation
from foundation.contacts import Contact
from foundation.precise_date import PreciseDate
from home.digest.letters import everyones
from search.engines.index_now import to_tell
from tests.leaks.exits import KEY_FILE, PUBLIC, ROUTES, hidden_addresses, routes
from tests.leaks.kept import KEPT
from tests.leaks.making import TREE
from tests.leaks.states import SNIPPETS

pytestmark = pytest.mark.django_db

# Exits that tell of no page: whether the site is well, the doors, and how the interface is used.
TELL_NOTHING = {"halsa/lever", "halsa/redo", "redaktion/", KEY_FILE}
# What the plan has taken away it says by the title that readers knew, here and nowhere else.
TELLS_REMOVALS = re.compile(r"/|/index\.md|/[\w-]+/vad-har-hant/")
# A public page's own link to a file for some readers says how the file is called.
LINKED_BY_NAME = "in a child of a private collection: the file"
OPEN_TO_EDITORS = {
    "for those who log in",
    "image, for those who log in",
    "below a private page",
    "version that is private",
}
# Where a file that no public page shows is given to those who work with the site.
FILES = "wagtaildocs_serve"
STATES_ELSEWHERE = {
    "untranslated page of another locale": "the site has one locale; versions are pages",
    "shared password on a collection": "switched off in the settings; Wagtail offers no form",
}
OUR_APPS = {
    "accounts",
    "foundation",
    "actionplan",
    "news",
    "search",
    "home",
    "django_tasks_database",
}
FILE_MODELS = ("SiteImage", "SiteRendition", "SiteDocument")
MODELS_ELSEWHERE = {
    "foundation.SiteSettings": "what it says is for all to read",
    "foundation.FormerAddress": "made by what is unpublished, moved and deleted here",
    "foundation.DailyErrand": "names of our own code",
    "foundation.ReviewTask": "a step of a workflow; what is in moderation is a state",
    "actionplan.Removal": "made by what is unpublished and deleted here, and told by its title",
    "home.DemoItem": "only the demonstration makes any, and no exit reads them",
    "search.SearchDocument": "made of what is public: asked at the search",
    "search.Posting": "the same, word by word",
    "search.Form": "the same, word by word",
}
EXITS_ELSEWHERE = {
    "API of Wagtail (find, ancestor, search)": "not mounted: tests/test_house.py",
    "JSON Feed": "feeds are Atom alone",
    "suggestions under the address that was not found": "the page 404 names no page",
    "webhooks": "there are none",
    "mail to editors": "of what they may edit themselves: tests/home/digest/",
    "static mirror": "the copies of the page cache: tests/leaks/test_transitions.py",
    "backup": "a command on the server, no address",
    "rendition of a page that was public": "served without asking: docs/decisions/pictures.md",
    "file of an import, and what it would change": "below /redaktion/, for who may import: "
    "tests/home/test_imports.py, tests/permissions/",
    "exports of lists, calendar of publications, guide": "below /redaktion/: tests/permissions/",
    "userbar": "shown to those who are logged in",
}


def leaks(site, answers):
    """The cells of the matrix where something stands: state and field, exit and address."""
    for told in answers:
        address = told.question.address
        for token in site.tokens.found_in(told.bytes) - site.tokens.public:
            place = site.tokens.places[token]
            tells = TELLS_REMOVALS.fullmatch(address.partition("?")[0])
            is_told = token in site.titles_told and tells
            # What the reader has asked with is nothing that the site has told.
            if token not in address and not is_told and place != LINKED_BY_NAME:
                yield place, told.question.exit, address


def test_no_token_of_a_hidden_state_stands_at_any_exit(everything):
    assert sorted(set(leaks(everything.site, everything.told))) == []
    hidden = everything.site.tokens.places.keys() - everything.site.tokens.public
    assert len(hidden) > 1000


def test_an_editor_of_nothing_is_told_what_is_open_to_those_who_log_in_and_no_more(everything):
    found = set(leaks(everything.site, everything.told_editor))
    states = {place.partition(":")[0] for place, exit, _address in found if exit != FILES}
    assert states == OPEN_TO_EDITORS
    assert not {told.question for told in everything.told_editor if told.status >= 500}


def test_every_exit_that_tells_of_pages_tells_of_the_public_ones(everything):
    """Else an exit that says nothing at all would pass."""
    public = defaultdict(set)
    for told in everything.told:
        found = everything.site.tokens.found_in(told.bytes) & everything.site.tokens.public
        public[told.question.exit] |= {word for word in found if word not in told.question.address}

    groups = {ROUTES[route] for route in routes() if route not in TELL_NOTHING}
    for asked in groups:
        names = {route for route in ROUTES if ROUTES[route] is asked}
        assert any(public[name] for name in names) or asked.__name__ in ("doors", "images"), names


def test_no_exit_fails(everything):
    failed = [told.question for told in everything.told if told.status >= 500]
    assert not failed


def test_a_hidden_page_is_not_there_also_for_one_who_says_to_have_it(everything):
    hidden = hidden_addresses(everything.site)
    asked = [told for told in everything.told if told.question.address in hidden]
    assert len(asked) > 100
    assert {told.status for told in asked} <= {302, 404, 410}
    for told in asked:
        assert told.status != 302 or told.headers["Location"].startswith("/redaktion/login/?next=")


def test_pictures_are_found_by_who_has_seen_them_and_never_guessed(everything):
    site = everything.site
    shown = {f"/media/{one.file.name}" for one in site.images["public"].renditions.all()}
    statuses = {
        told.question.address: told.status
        for told in everything.told
        if told.question.address.startswith("/media/")
    }
    assert {address for address, status in statuses.items() if status == 200} == shown
    assert len(statuses) > len(shown) + len(site.images)


def test_numbers_count_what_readers_can_see_and_no_more(everything):
    site = everything.site
    plan = type(site.pages["public"]["plan"]).objects.get(pk=site.pages["public"]["plan"].pk)
    measures = ("public", "another public one", "former text")

    assert {one.pk for one in plan.measures} == {site.pages[s]["measure"].pk for s in measures}
    assert sum(row["count"] for row in plan.state) == len(measures)
    (told,) = (one for one in everything.told if one.question.address == "/api/v1/atgarder")
    assert f'"count": {len(measures)}'.encode() in told.body


def test_every_route_has_a_row(everything):
    assert routes() - ROUTES.keys() == set()
    assert {told.question.exit for told in everything.told} >= {"wagtail_serve", "redaktion/"}


def test_every_page_type_and_register_has_a_state():
    ours = {model for model in get_page_models() if model._meta.app_label != "wagtailcore"}
    assert ours == {model for model, _ in TREE.values()} | {apps.get_model("home.HomePage")}
    assert set(get_snippet_models()) == set(SNIPPETS)


def test_every_model_has_a_state_or_a_reason():
    ours = {
        model
        for model in apps.get_models()
        if model._meta.app_label in OUR_APPS and not issubclass(model, Page)
    }
    parts = {
        relation.related_model
        for page, _ in TREE.values()
        for relation in get_all_child_relations(page)
        if relation.related_model._meta.app_label in OUR_APPS
    }
    in_files = {apps.get_model(f"foundation.{name}") for name in FILE_MODELS}
    elsewhere = {apps.get_model(name) for name in MODELS_ELSEWHERE}
    assert ours == {*SNIPPETS, *parts, *in_files, *elsewhere, *KEPT, get_user_model()}


def test_a_letter_to_who_has_no_account_tells_of_what_all_may_read(everything):
    """Every measure in every state is late, and of the organisation of the one who is written to."""
    site = everything.site
    late = PreciseDate.of_day(timezone.localdate() - datetime.timedelta(days=3))
    MeasurePage.objects.update(responsible=site.partner, next_follow_up=late)
    Contact.objects.filter(pk=site.contact.pk).update(
        organisation=site.partner, email="a@kommun.example", reminders="daily"
    )
    generation.advance_now()

    letters = [letter for letter in everyones() if letter.to == "a@kommun.example"]

    (letter,) = letters
    found = site.tokens.found_in(f"{letter.subject}\n{letter.body}".encode())
    assert found - site.tokens.public == set()
    titles = {site.pages[state]["measure"].title.split()[0] for state in PUBLIC}
    assert len(titles & found) >= 2


def test_an_editor_of_nothing_gets_no_letter(everything):
    get_user_model().objects.filter(username="another").update(
        email="b@kommun.example", reminders="daily", reminded_on=None
    )
    assert [letter for letter in everyones() if letter.to == "b@kommun.example"] == []


def test_search_engines_are_told_the_address_of_no_hidden_page(everything, settings):
    settings.INDEXNOW_KEY = "abcdefgh12345678"
    told = {
        state: [address for page in pages.values() for address in to_tell(page.pk)]
        for state, pages in everything.site.pages.items()
    }
    assert {state for state, addresses in told.items() if addresses} == set(PUBLIC)


@pytest.mark.parametrize("left_out", [STATES_ELSEWHERE, EXITS_ELSEWHERE])
def test_what_has_no_row_has_a_reason(left_out):
    assert all(left_out.values())
