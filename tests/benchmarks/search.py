"""What a search costs with few and with many pages. Not a test: it is timed.

    python tests/benchmarks/search.py [PAGES]

Uses a test database of its own (in memory, or beside DATABASE_URL). Lets a plan grow to 100 and
to PAGES pages (10,000 unless told) whose words are as common as in Swedish text, and prints for
a word on every page, two common words, a dozen of them, a rare one, a misspelt one and one that
is nowhere: queries, milliseconds of the whole answer at its best, how many times as long as an
article takes in the same run, and what the first such search after a publication takes (the median).
"""

import random
import statistics
import sys
import time

from measuring import on_a_database_of_its_own, queries_warm, timed

ROUNDS = 9
QUESTIONS = {
    "on every page": "åtgärden",
    "two common": "trygghet kommunen",
    "dozen common": "polisen torget belysning skolan elever våld arbete kväll sommar vinter planen personal",
    "rare": "nummer7",
    "misspelt": "tryghet",
    "nowhere": "xyzzyx",
}
VOCABULARY = [
    "kommunen",
    "polisen",
    "trygghet",
    "torget",
    "belysning",
    "skolan",
    "elever",
    "ungdomar",
    "narkotika",
    "våld",
    "arbete",
    "samverkan",
    "föreningar",
    "vandring",
    "kväll",
    "sommar",
    "vinter",
    "personal",
    "information",
    "uppföljning",
    "planen",
]


def compare(most: int) -> None:
    """Print one line for each number of pages and question."""
    from django.test import Client
    from wagtail.models import Page, Site

    from delivery import generation
    from search import indexing
    from search.remembered import forget_remembered
    from tests.factories import FocusAreaPageFactory, HomePageFactory, PlanPageFactory
    from tests.many_measures import add_measures

    dice = random.Random(7)  # noqa: S311
    home = HomePageFactory(parent=Page.get_first_root_node())
    Site.objects.update(root_page=home, hostname="testserver")
    plan = PlanPageFactory(parent=home, slug="atgardsplan")
    client = Client()

    def timed_after_publication(address: str) -> float:
        generation.advance_now()
        forget_remembered()
        return timed(client, address)

    built = 0
    print(f"{'':16}{'pages':>8}{'queries':>9}{'ms':>9}{'articles':>10}{'ms at first':>13}")
    for number in (100, most):
        area = FocusAreaPageFactory(parent=plan, title=f"Område {number}")
        measures = add_measures(area, number - built, updates_each=0)
        for place, measure in enumerate(measures):
            said = " ".join(dice.choices(VOCABULARY, k=120))
            type(measure).objects.filter(pk=measure.pk).update(
                problem=f"{said} nummer{place}", summary=" ".join(dice.choices(VOCABULARY, k=12))
            )
        built = number
        started = time.perf_counter()
        indexing.index(Page.objects.all())
        seconds = time.perf_counter() - started
        print(f"{'indexing a page':16}{number:>8}{'':>9}{seconds * 1e3 / number:>9.2f}")
        article = min(timed(client, measures[0].url) for _ in range(ROUNDS))
        for name, question in QUESTIONS.items():
            address = f"/sok/?q={question}"
            queries = queries_warm(client, address)
            taken = min(timed(client, address) for _ in range(ROUNDS))
            first = statistics.median(timed_after_publication(address) for _ in range(ROUNDS))
            print(
                f"{name:16}{number:>8}{queries:>9}{taken * 1e3:>9.1f}{taken / article:>10.1f}"
                f"{first * 1e3:>13.1f}"
            )


if __name__ == "__main__":
    on_a_database_of_its_own(lambda: compare(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
