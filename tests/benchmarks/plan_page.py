"""What the pages of a plan cost with few and with many measures. Not a test: it is timed.

    python tests/benchmarks/plan_page.py

Uses a test database of its own (in memory, or beside DATABASE_URL). Lets a plan grow to 10, 200
and 1,000 measures with 5 updates each, and prints for the plan (as it is, with choices, and all of
it on one page), one of its measures, the start page and the sitemap the number of queries,
milliseconds, and how many times longer it takes than with 10 measures in the same run.
"""

from measuring import on_a_database_of_its_own, queries_warm, timed

MEASURES = (10, 200, 1000)
UPDATES_EACH = 5
ROUNDS = 7


def compare() -> None:
    """Print one line for each page and number of measures."""
    from django.test import Client
    from wagtail.models import Page, Site

    from tests.factories import FocusAreaPageFactory, HomePageFactory, PlanPageFactory
    from tests.many_measures import add_measures

    home = HomePageFactory(parent=Page.get_first_root_node())
    Site.objects.update(root_page=home, hostname="testserver")
    plan = PlanPageFactory(parent=home, slug="atgardsplan")
    client = Client()
    first = {}
    built = 0
    print(f"{'':14}{'measures':>10}{'queries':>9}{'ms':>9}{'times':>8}")
    for number in MEASURES:
        area = FocusAreaPageFactory(parent=plan, title=f"Område {number}")
        measure, *_ = add_measures(area, number - built, updates_each=UPDATES_EACH)
        built = number
        pages = {
            "plan": plan.url,
            "plan, chosen": f"{plan.url}?status=pagar&omrade={area.slug}",
            "plan, all": f"{plan.url}?visa=alla",
            "measure": measure.url,
            "start": "/",
            "sitemap": "/sitemap.xml",
        }
        for name, address in pages.items():
            queries = queries_warm(client, address)
            seconds = min(timed(client, address) for _ in range(ROUNDS))
            times = seconds / first.setdefault(name, seconds)
            print(f"{name:14}{number:>10}{queries:>9}{seconds * 1e3:>9.1f}{times:>8.1f}")


if __name__ == "__main__":
    on_a_database_of_its_own(compare)
