"""The accessibility statement: public only when every part that the law asks for is there."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.utils import timezone

from foundation.contacts import Contact
from home.models import AccessibilityStatementPage, StandardPage
from home.publishing import add_page
from tests.admin_forms import edit_address, errors_in, opened_form

pytestmark = pytest.mark.django_db

COMPLETE = {
    "operator": "Exempelkommun",
    "service": "Webbplatsen",
    "conformity": "partial",
    "shortcomings": "<p>Äldre dokument kan inte läsas upp.</p>",
    "disproportionate_burden": "<p>Ingenting undantas.</p>",
    "outside_the_law": "<p>Allt innehåll omfattas.</p>",
    "answer_time": "inom två arbetsdagar",
    "method": "self",
    "assessed_on": datetime.date(2026, 5, 3),
    "statement_updated_on": datetime.date(2026, 5, 4),
}
PARTS = [*COMPLETE, "contact"]


@pytest.fixture
def about(home):
    return add_page(home, StandardPage(title="Om webbplatsen", slug="om-webbplatsen"))


@pytest.fixture
def statement(about):
    contact = Contact.objects.create(
        name="Servicecenter", email="service@example.com", phone="08-465 004 00"
    )
    page = AccessibilityStatementPage(
        title="Tillgänglighetsredogörelse", slug="tillganglighet", contact=contact, **COMPLETE
    )
    return add_page(about, page, publish=False)


def test_an_empty_draft_can_be_kept(about):
    page = AccessibilityStatementPage(title="Tillgänglighetsredogörelse", slug="tillganglighet")
    add_page(about, page, publish=False)

    assert set(page.publication_errors()) == set(PARTS) - {"shortcomings"}


@pytest.mark.parametrize("part", PARTS)
def test_no_part_may_be_missing(statement, part):
    empty = None if part == "contact" or part.endswith("_on") else ""
    setattr(statement, part, empty)

    assert set(statement.publication_errors()) == {part}
    with pytest.raises(ValidationError):
        statement.save_revision(clean=False).publish()


def test_the_form_says_at_each_field_what_is_missing(admin_client, about):
    page = AccessibilityStatementPage(title="Tillgänglighetsredogörelse", slug="tillganglighet")
    page = add_page(about, page, publish=False)
    data = opened_form(admin_client, edit_address(page)) | {"action-publish": "1"}

    errors = errors_in(admin_client.post(edit_address(page), data))

    assert set(errors) == set(PARTS) - {"shortcomings"}


def test_whoever_takes_the_reports_cannot_be_taken_away(statement):
    with pytest.raises(ProtectedError):
        statement.contact.delete()


def test_a_statement_is_old_a_year_after_its_last_update(client, statement):
    statement.save_revision().publish()
    words = "Det är mer än ett år sedan"
    assert words not in client.get(statement.url).text
    AccessibilityStatementPage.objects.update(statement_updated_on=datetime.date(2024, 5, 4))

    assert words in client.get(statement.url).text


def test_the_law_and_the_reader_find_every_part_on_the_page(client, statement):
    statement.save_revision().publish()
    text = client.get("/om-webbplatsen/tillganglighet/").text

    for words in (
        "Exempelkommun står bakom den här webbplatsen",
        "delvis förenlig",
        "Äldre dokument kan inte läsas upp.",
        "Ingenting undantas.",
        "Allt innehåll omfattas.",
        "mailto:service@example.com",
        '<a href="tel:0846500400">08-465 004 00</a>',
        "inom två arbetsdagar",
        'href="https://www.digg.se/tdosanmalan"',
        "Självskattning",
        "3 maj 2026",
        "4 maj 2026",
        "Vad kan du göra om du inte kan använda delar av webbplatsen?",
        "Hur vi testat webbplatsen",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("assessed_on", datetime.date(2999, 1, 1)),
        ("statement_updated_on", datetime.date(2999, 1, 1)),
        ("outside_the_law", "<p> </p>"),
    ],
)
def test_what_says_nothing_or_cannot_be_is_refused(statement, field, value):
    setattr(statement, field, value)

    assert set(statement.publication_errors()) == {field}


def test_today_is_not_the_future(statement):
    statement.assessed_on = timezone.localdate()

    assert statement.publication_errors() == {}


def test_a_website_with_shortcomings_cannot_be_said_to_conform(statement):
    statement.conformity = "full"
    assert set(statement.publication_errors()) == {"conformity"}
    statement.shortcomings = ""

    assert statement.publication_errors() == {}


@pytest.mark.parametrize("facts", [{"email": "", "phone": ""}, {"is_example": True}])
def test_somebody_real_must_be_reachable(statement, facts):
    Contact.objects.update(**facts)
    statement.refresh_from_db()

    assert set(AccessibilityStatementPage.objects.get().publication_errors()) == {"contact"}
