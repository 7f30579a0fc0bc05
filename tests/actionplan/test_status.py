"""Each status answers for itself what follows from it."""

import pytest

from actionplan.status import MeasureStatus, Outcome


@pytest.mark.parametrize(
    ("status", "label", "is_open", "needs_reason", "names_successor"),
    [
        (MeasureStatus.PLANNED, "Planerad", True, False, False),
        (MeasureStatus.ONGOING, "Pågår", True, False, False),
        (MeasureStatus.DONE, "Genomförd", False, False, False),
        (MeasureStatus.PAUSED, "Pausad", True, True, False),
        (MeasureStatus.CANCELLED, "Avbruten", False, True, False),
        (MeasureStatus.MERGED, "Ingår i en annan åtgärd", False, True, True),
    ],
)
def test_a_status_says_whether_work_remains_and_what_it_owes_the_reader(
    status, label, is_open, needs_reason, names_successor
):
    assert status.label == label
    assert status.is_open is is_open
    assert status.needs_reason is needs_reason
    assert status.names_successor is names_successor


def test_the_lists_of_statuses_agree_with_what_each_says():
    assert MeasureStatus.open() == [status for status in MeasureStatus if status.is_open]
    assert MeasureStatus.needing_reason() == [
        status for status in MeasureStatus if status.needs_reason
    ]


def test_an_outcome_is_one_of_four_judgements():
    assert dict(Outcome.choices) == {
        "achieved": "Uppnådd",
        "partly": "Delvis uppnådd",
        "not_achieved": "Inte uppnådd",
        "too_early": "För tidigt att bedöma",
    }
