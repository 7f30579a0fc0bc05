"""How the time to tell the status of measures grows with their number. Not a test: it is timed.

    python tests/benchmarks/status_of_measures.py

Uses a test database of its own (in memory, or beside DATABASE_URL) and prints, for 10, 200 and
1,000 measures with 5 updates each, milliseconds and the ratio to linear growth.
"""

import time

from measuring import on_a_database_of_its_own

MEASURES = (10, 200, 1000)
UPDATES_EACH = 5
ROUNDS = 7


def compare() -> None:
    """Print one line for each way and number of measures."""
    from wagtail.models import Page

    from actionplan.models import MeasurePage
    from actionplan.standing import with_standings
    from actionplan.status import MeasureStatus
    from tests.factories import FocusAreaPageFactory, HomePageFactory, PlanPageFactory
    from tests.many_measures import add_measures

    ways = {
        "grouped in Python, for whole lists": lambda area: with_standings(
            MeasurePage.objects.child_of(area)
        ),
        "in the database, for filters": lambda area: list(
            MeasurePage.objects.child_of(area).in_status(MeasureStatus.ONGOING)
        ),
    }
    home = HomePageFactory(parent=Page.get_first_root_node())
    areas = {}
    for number in MEASURES:
        plan = PlanPageFactory(parent=home, title=f"Plan {number}", slug=f"plan-{number}")
        areas[number] = FocusAreaPageFactory(parent=plan)
        add_measures(areas[number], number, updates_each=UPDATES_EACH)
    print(f"{'':40}{'measures':>10}{'ms':>10}{'µs each':>10}")
    for name, ask in ways.items():
        for number in MEASURES:
            seconds = min(timed(ask, areas[number]) for _ in range(ROUNDS))
            each = seconds / number * 1e6
            print(f"{name:40}{number:>10}{seconds * 1e3:>10.1f}{each:>10.0f}")


def timed(ask, area) -> float:
    """Seconds that one asking took."""
    start = time.perf_counter()
    ask(area)
    return time.perf_counter() - start


if __name__ == "__main__":
    on_a_database_of_its_own(compare)
