"""Every address of the admin has its line in a table, and answers each role as the table says."""

import pytest

from tests.permissions.conftest import MAY, MAY_NOT
from tests.permissions.rows import AREAS, ROWS
from tests.permissions.table import LETTERS, addresses

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
