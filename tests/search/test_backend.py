"""No text that somebody types ends a search in an error.

That the editors' own lists stand it too is asked of every address: tests/permissions/test_every_address.py.
"""

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.models import Page, get_page_models
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_NONE, And, Boost, Not, Or, Phrase, PlainText
from wagtail.search.utils import parse_query_string

from foundation.contacts import Organisation
from foundation.media import SiteImage
from foundation.pages import BasePage
from search.backend import sensible
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db

NASTY = [
    '"',
    '""',
    'torg"',
    '"torg',
    "'",
    "\\",
    " ",
    "\x00",
    "torg\x00",
    "*",
    "torg*",
    "^torg",
    "title:torg",
    "(torg",
    "torg)",
    "NEAR(torg, 2)",
    "AND",
    "torg AND",
    "-torg",
    "{torg}:",
    ":*",
    "!torg & |",
    "%s %d %",
    "{{ torg }}",
    "<script>alert(1)</script>",
    "'; DROP TABLE wagtailcore_page; --",
    "ñ🦊",
    "\u00ad",
    "torg " * 2_000,
    "a " * 10_000,
    "a" * 10_000,
    '"' * 10_000,
    '"a" ' * 2_500,
    "' ' " * 2_500,
]


def test_it_finds_or_finds_nothing(measure):
    backend = get_search_backend()
    for typed in NASTY:
        _, parsed = parse_query_string(typed)
        for query in (typed, parsed):
            assert len(backend.search(query, Page)) >= 0
            assert len(backend.autocomplete(query, Page)) >= 0
            assert backend.search(query, SiteImage).count() >= 0


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (PlainText('"tryggare"'), True),
        (PlainText('"'), False),
        (Phrase('"ett tryggare"'), True),
        (Phrase('"'), False),
        (And([PlainText("tryggare"), PlainText('"')]), True),
        (And([PlainText('"'), PlainText(" ")]), False),
        (Or([PlainText("tryggare"), PlainText('"')]), True),
        (And([PlainText("tryggare"), Not(PlainText("ett"))]), False),
        (And([PlainText("tryggare"), Not(PlainText('"'))]), True),
        (Not(PlainText('"')), False),
    ],
)
def test_queries_put_together_keep_what_can_be_looked_for(query, found, measure):
    hits = get_search_backend().search(query, Page.objects.filter(pk=measure.pk))

    assert bool(list(hits)) == found


def test_boosts_are_kept():
    boosted = sensible(Boost(PlainText('"torg"'), 2))

    assert (boosted.boost, boosted.subquery.query_string) == (2, "torg")
    assert sensible(Boost(PlainText('"'), 2)) is MATCH_NONE


def test_editors_find_what_they_look_for(admin_client, measure):
    OrganisationFactory(name="Gatuenheten")

    def found(name, typed):
        return admin_client.get(reverse(name), {"q": typed}).content.decode()

    pages = found("wagtailadmin_pages:search", '"tryggare torg"')
    assert reverse("wagtailadmin_pages:edit", args=[measure.pk]) in pages
    organisations = Organisation.snippet_viewset.get_url_name("list")
    assert "Gatuenheten" in found(organisations, "gatu")
    assert "Gatuenheten" not in found(organisations, "skol")


def test_the_index_can_be_built_anew(measure):
    call_command("update_index", verbosity=0)

    assert list(Page.objects.search("tryggare")) == [Page.objects.get(pk=measure.pk)]


def test_nothing_that_readers_may_not_read_is_indexed():
    inner = {"safe_title", "minor_edit", "changed_digest", "search_description"}
    for model in get_page_models():
        if issubclass(model, BasePage):
            indexed = {field.field_name for field in model.get_searchable_search_fields()}
            assert not indexed & (inner | set(model.internal_fields)), model
