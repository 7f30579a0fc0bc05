"""A reader writes a day and is told what has changed in the plan since then."""

import datetime

import pytest
from django.utils import timezone

from actionplan.since import Since, in_short
from actionplan.status import MeasureStatus
from foundation.swedish.dates import long_date
from tests.factories import FocusAreaPageFactory, MeasurePageFactory, StatusUpdatePageFactory


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 mars 2025", datetime.date(2025, 3, 1)),
        ("2025-03-01", datetime.date(2025, 3, 1)),
        ("  mars   2025 ", datetime.date(2025, 3, 1)),
        ("2025", datetime.date(2025, 1, 1)),
    ],
)
def test_a_day_is_understood_as_people_write_it(text, day):
    assert Since.read(text).day == day


@pytest.mark.parametrize(
    ("text", "kept", "error"),
    [
        ("", "", "Skriv ett datum, till exempel 1 mars 2026."),
        (" \0 ", "", "Skriv ett datum, till exempel 1 mars 2026."),
        ("31 juni 2025", "31 juni 2025", "31 juni 2025 finns inte: månaden har 30 dagar."),
        ("3 maj", "3 maj", "Skriv också året med fyra siffror, till exempel 13 juni 2024."),
        (
            "2099-01-01",
            "2099-01-01",
            "Den 1 januari 2099 har inte varit än. Skriv en dag som har varit.",
        ),
        ("1\x00 mars", "1 mars", "Skriv också året med fyra siffror, till exempel 13 juni 2024."),
        ("x" * 10_000, "x" * 60, None),
        ("<script>", "<script>", None),
    ],
)
def test_what_is_no_such_day_is_answered_in_words_and_kept(text, kept, error):
    since = Since.read(text)

    assert (since.text, since.day) == (kept, None)
    assert since.error == (error or since.error) != ""


@pytest.mark.django_db
def test_the_page_tells_what_has_changed_since_then_in_short_and_one_by_one(client, plan):
    area = FocusAreaPageFactory(parent=plan, title="Trygga platser")
    measure = MeasurePageFactory(parent=area, title="Ett tryggare torg")
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.ONGOING)
    day = timezone.localdate(plan.first_published_at)
    page = client.get(f"{plan.url}vad-har-hant/", {"sedan": long_date(day)}).text

    assert f'Sedan den <time datetime="{day}">{long_date(day)}</time>' in page
    assert "En ny lägesrapport och tre nya sidor i planen." in page
    assert f'<a href="{measure.url}' in page
    assert "Stolparna byts under våren." in page
    assert '<meta name="robots" content="noindex">' in page
    assert "canonical" not in page


@pytest.mark.django_db
def test_a_time_without_changes_says_when_the_last_one_was(client, plan):
    now = timezone.now() - datetime.timedelta(days=40)
    type(plan).objects.update(first_published_at=now, changed_at=now)
    page = client.get(f"{plan.url}vad-har-hant/", {"sedan": timezone.localdate().isoformat()}).text

    assert "Inget har ändrats i planen sedan dess." in page
    assert long_date(timezone.localdate(now)) in page


@pytest.mark.django_db
def test_a_day_that_is_none_gives_the_error_beside_the_field_wcag_3_3_1(client, plan):
    page = client.get(f"{plan.url}vad-har-hant/", {"sedan": 'igår "<b>'}).text

    assert 'value="igår &quot;&lt;b&gt;"' in page
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="sedan-sa sedan-fel"' in page
    assert '<strong class="error" id="sedan-fel">Skriv datumet så här:' in page
    assert "<title>Fel: Vad har hänt i planen?" in page


@pytest.mark.django_db
def test_the_form_alone_answers_where_nothing_is_asked(client, plan):
    page = client.get(f"{plan.url}vad-har-hant/").text

    assert 'name="sedan"' in page
    assert "aria-invalid" not in page
    assert 'id="svar"' not in page


def test_numbers_of_changes_are_told_as_people_say_them():
    from actionplan.change import Change, ChangeKind

    def change(kind):
        now = timezone.now()
        return Change(kind=kind, at=now, day=now.date(), title="", page_type="measurepage")

    kinds = [ChangeKind.UPDATE, ChangeKind.STATUS, ChangeKind.EDITED, ChangeKind.REMOVED]

    assert in_short([change(ChangeKind.CORRECTION)]) == "En rättelse."
    assert in_short([change(kind) for kind in kinds]) == (
        "Två nya lägesrapporter, en ändrad sida och en borttagen sida."
    )
