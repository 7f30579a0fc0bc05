"""What an address chooses among the measures of a plan, and how the page says so."""

import datetime
from types import SimpleNamespace

import pytest
from django.http import QueryDict

from actionplan.facets import facets_of
from actionplan.selection import Selection
from actionplan.status import MeasureStatus
from actionplan.timeliness import Timeliness

NOW = datetime.datetime(2026, 5, 3, 12, tzinfo=datetime.UTC)
LONG_AGO = NOW - datetime.timedelta(days=31)
PLANNED, ONGOING, DONE = MeasureStatus.PLANNED, MeasureStatus.ONGOING, MeasureStatus.DONE
LATE, ON_TIME, CLOSED = Timeliness.LATE, Timeliness.ON_TIME, Timeliness.CLOSED

SCHOOL = SimpleNamespace(pk=1, path="00010001", slug="skola", title="Skola")
SQUARES = SimpleNamespace(pk=2, path="00010002", slug="trygga-platser", title="Trygga platser")
CULTURE = SimpleNamespace(pk=7, name="Kulturenheten")
ROADS = SimpleNamespace(pk=8, name="Gatuenheten")
YOUNG = (5, "Ungdomar")


def measure(pk, area, status, timeliness, responsible=None, updated_at=LONG_AGO):
    return SimpleNamespace(
        pk=pk,
        path=f"{area.path}{pk:04}",
        steplen=4,
        status=status,
        timeliness=timeliness,
        responsible=responsible,
        updated_at=updated_at,
    )


MEASURES = [
    measure(1, SCHOOL, ONGOING, ON_TIME, CULTURE, updated_at=NOW),
    measure(2, SCHOOL, PLANNED, LATE),
    measure(3, SQUARES, ONGOING, LATE, ROADS),
    measure(4, SQUARES, ONGOING, ON_TIME, CULTURE),
    measure(5, SQUARES, DONE, CLOSED, ROADS, updated_at=None),
]


def chosen_by(query):
    areas = [SCHOOL, SQUARES]
    facets = facets_of(MEASURES, areas, {YOUNG: [1, 4]}, NOW)
    return Selection("/plan/", MEASURES, areas, facets, QueryDict(query))


@pytest.mark.parametrize(
    ("query", "shown", "sentence"),
    [
        ("", [1, 2, 3, 4, 5], "Alla 5 åtgärder"),
        ("status=pagar", [1, 3, 4], "3 av 5 åtgärder: pågår"),
        ("status=planerad", [2], "1 av 5 åtgärder: planerad"),
        ("tid=forsenad", [2, 3], "2 av 5 åtgärder: försenade"),
        ("omrade=skola", [1, 2], "2 av 5 åtgärder: i området Skola"),
        ("ansvarig=7", [1, 4], "2 av 5 åtgärder: som Kulturenheten ansvarar för"),
        ("malgrupp=5", [1, 4], "2 av 5 åtgärder: för målgruppen Ungdomar"),
        ("uppdaterad=30", [1], "1 av 5 åtgärder: uppdaterad de senaste 30 dagarna"),
        (
            "omrade=trygga-platser&status=pagar",
            [3, 4],
            "2 av 5 åtgärder: pågår, i området Trygga platser",
        ),
        (
            "status=pagar&tid=forsenad&omrade=trygga-platser&ansvarig=8",
            [3],
            "1 av 5 åtgärder: pågår, försenad, i området Trygga platser, "
            "som Gatuenheten ansvarar för",
        ),
        (
            "status=genomford&omrade=skola",
            [],
            "Ingen av 5 åtgärder: genomförda, i området Skola",
        ),
        ("status=pausad", [], "Ingen av 5 åtgärder: pausade"),
        # What forms and newsletters add
        ("status=&omrade=&ansvarig=", [1, 2, 3, 4, 5], "Alla 5 åtgärder"),
        ("utm_source=brev", [1, 2, 3, 4, 5], "Alla 5 åtgärder"),
    ],
)
def test_choices_combine_and_are_told_in_words(query, shown, sentence):
    selection = chosen_by(query)

    assert [measure.pk for measure in selection.shown] == shown
    assert selection.sentence == sentence
    assert not selection.misunderstood


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("status=planned", [1, 2, 3, 4, 5]),
        ("status=%00", [1, 2, 3, 4, 5]),
        ("omrade=" + "x" * 10_000, [1, 2, 3, 4, 5]),
        ("ansvarig=7;DROP TABLE", [1, 2, 3, 4, 5]),
        ("ansvarig=999999999999999999999", [1, 2, 3, 4, 5]),
        ("uppdaterad=-1", [1, 2, 3, 4, 5]),
        ("status=pagar&status=planerad", [1, 3, 4]),
        ("status=nej&status=planerad", [2]),
        ("tid=%F0%9F%92%A9&omrade=skola", [1, 2]),
    ],
)
def test_what_is_not_understood_is_left_aside_and_said(query, shown):
    selection = chosen_by(query)

    assert [measure.pk for measure in selection.shown] == shown
    assert selection.misunderstood


def test_every_number_is_that_of_the_list_its_link_leads_to():
    selection = chosen_by("omrade=trygga-platser&tid=forsenad")
    offers = [*selection.statuses, selection.late, selection.recent, *selection.removals]
    offers += [offer for field in selection.fields for offer in field.offers]

    for offer in offers:
        query = offer.url.partition("?")[2].partition("#")[0]
        assert len(chosen_by(query).shown) == offer.count, offer
        assert offer.url.endswith("#atgarder")


def test_a_choice_keeps_the_others_and_can_be_taken_away_alone_or_with_all():
    selection = chosen_by("status=pagar&omrade=skola&visa=alla")

    assert [offer.url for offer in selection.removals] == [
        "/plan/?omrade=skola&visa=alla#atgarder",
        "/plan/?status=pagar&visa=alla#atgarder",
    ]
    assert selection.address_without_choices == "/plan/?visa=alla#atgarder"
    assert chosen_by("status=pagar").address_without_choices == "/plan/#atgarder"
    assert selection.kept == {"visa": "alla", "status": "pagar"}


def test_only_statuses_that_occur_are_offered_and_the_one_that_is_chosen():
    labels = [(offer.label, offer.count) for offer in chosen_by("status=pausad").statuses]

    assert labels == [
        ("Alla", 5),
        ("Planerad", 1),
        ("Pågår", 3),
        ("Genomförd", 1),
        ("Pausad", 0),
    ]


def test_what_fits_no_measure_of_the_plan_is_offered_only_while_it_is_chosen():
    areas = [SimpleNamespace(pk=3, path="00010003", slug="kultur", title="Kultur"), SCHOOL, SQUARES]
    facets = facets_of(MEASURES, areas, {}, NOW)

    def offered(query):
        selection = Selection("/plan/", MEASURES, areas, facets, QueryDict(query))
        assert not selection.misunderstood
        return {
            field.parameter: [offer.key for offer in field.offers] for field in selection.fields
        }

    assert offered("") == {
        "tid": ["i-tid", "forsenad", "avslutad"],
        "omrade": ["skola", "trygga-platser"],
        "ansvarig": ["8", "7"],
    }
    assert offered("omrade=kultur&tid=utan-slutdatum") == {
        "tid": ["i-tid", "forsenad", "utan-slutdatum", "avslutad"],
        "omrade": ["kultur", "skola", "trygga-platser"],
        "ansvarig": ["8", "7"],
    }


def test_no_name_that_could_tell_a_bystander_what_was_read_stands_in_an_address():
    selection = chosen_by("ansvarig=7&malgrupp=5")

    assert selection.address() == "/plan/?ansvarig=7&malgrupp=5#atgarder"
