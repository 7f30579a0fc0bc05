"""Every address of the admin has its line in a table, and answers each role as the table says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import quote

import pytest
from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpResponse
from wagtail.search.backends.base import BaseSearchResults

from tests.permissions.conftest import MAY, MAY_NOT, STUMBLED
from tests.permissions.rows import AREAS, ROWS
from tests.permissions.table import LETTERS, Row, addresses

HOW_TO_ADD = """
Adresser utan rad i behörighetstabellen. Lägg till rader i filen för rätt område i tests/permissions/rows/,
med bokstäverna för dem som får: Kommunikatör, Samordnare, Granskare, systemFörvaltare. Den som inte får
är en punkt. Finns det något som ligger utanför samordnarens del, så behöver det en rad till. Hur rader
läses står i tests/permissions/table.py. Börja med:
"""


def test_every_address_has_a_line():
    known = {row.key for row in ROWS}
    lines = [
        f"    GET  {name}{' VAD' * takes}  | ...F    (/{route})"
        for (name, takes), route in addresses().items()
        if (name, takes) not in known
    ]

    assert lines == [], HOW_TO_ADD + "\n".join(lines)


def test_a_line_has_an_address():
    gone = [row.line for row in ROWS if row.key not in addresses()]

    assert gone == [], "Adressen finns inte längre: ta bort raden, eller rätta dess namn."


def test_no_question_is_asked_twice():
    lines = [row.line for row in ROWS]

    assert len(lines) == len(set(lines))


@pytest.mark.django_db
@pytest.mark.parametrize("area", AREAS)
@pytest.mark.parametrize("role", LETTERS.values())
def test_a_role_may_what_the_table_says(role, area, answer):
    astray = [
        f"{row.line}: {role} {said}"
        for row in AREAS[area]
        if (said := answer(row, role)) != (MAY if role in row.roles else MAY_NOT)
    ]

    assert astray == [], "\n".join(["Annorlunda än i tabellen:", *astray])


@pytest.mark.django_db
@pytest.mark.parametrize("area", AREAS)
def test_who_has_not_logged_in_may_nothing(area, answer):
    astray = [
        f"{row.line}: {said}"
        for row in AREAS[area]
        if (said := answer(row, None)) != (MAY if row.is_open_to_all else MAY_NOT)
    ]

    assert astray == []


# Quotation marks, NUL, what databases and templates are programmed in, and half a character.
NASTY = "\"torg' \\ \x00 \u00ad (AND NEAR(^* {torg}:* & | ! -- ; %s %00 {{ }} <b> [a-z]+(?"
HALF_A_CHARACTER = "%ED%A0%80"
LONG = '"a" ' * 2_500
# What shows one page or a form, and draws much of it before anybody looks.
NO_LIST = re.compile(
    r"[:_](edit|add|preview\w*|revisions_\w+|view_draft|correct_page)$|^correct_page$"
)
# By which lists and choosers are told what to look for, also those that show no form.
ALWAYS_ASKED = ("q", "search", "term")


@pytest.mark.django_db
@pytest.mark.parametrize("area", AREAS)
def test_no_list_stumbles_over_what_is_typed_into_it(area, asked):
    role = LETTERS["F"]
    stumbled = []
    for row in AREAS[area]:
        if row.method != "GET" or role not in row.roles or NO_LIST.search(row.name):
            continue
        told, names = _typed(asked, row, role, ALWAYS_ASKED, NASTY)
        stumbled += told
        if names:
            stumbled += _typed(asked, row, role, names - {"q"}, NASTY)[0]
            stumbled += _typed(asked, row, role, names, LONG)[0]

    assert stumbled == []


def _typed(
    asked, row: Row, role: str, names: Iterable[str], words: str
) -> tuple[list[str], set[str]]:
    """What went wrong when the words were typed into these fields, and which fields there are."""
    typed = "&".join(f"{name}={quote(words)}{HALF_A_CHARACTER}" for name in names)
    query = f"{row.query}&{typed}" if row.query else f"?{typed}"
    with asked(replace(row, query=query), role) as said:
        try:
            _draw(said)
        except Exception as error:
            return [f"{row.line}: {error!r}"], set()
        fields = set(_fields(said))
    return [f"{row.line}: {STUMBLED}"] if said.status_code >= 500 else [], fields


def _draw(said: HttpResponse) -> None:
    """Ask for what is only asked for when the page is drawn."""
    for value in (getattr(said, "context_data", None) or {}).values():
        if isinstance(value, QuerySet | Page | BaseSearchResults):
            list(value)


def _fields(said: HttpResponse) -> Iterator[str]:
    context = getattr(said, "context_data", None) or {}
    for form in (context.get("search_form"), getattr(context.get("filters"), "form", None)):
        for name in getattr(form, "fields", ()):
            yield from (name, f"{name}_from", f"{name}_to")
