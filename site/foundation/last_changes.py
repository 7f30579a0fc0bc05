"""When readers last saw something change, asked of many pages at once.

A page tells for itself with `updated_at`. Where that takes in what other pages hold, as a
measure's takes in its status updates, the page type has a way to answer for a whole list.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime

from foundation.pages import BasePage

Answer = Callable[[list[BasePage]], dict[int, datetime | None]]

_answers: dict[type[BasePage], Answer] = {}


def answer_for(page_type: type[BasePage], answer: Answer) -> None:
    """Ask `answer` about pages of this type; it gives moments by primary key."""
    _answers[page_type] = answer


def last_changes(pages: Iterable[BasePage]) -> dict[int, datetime | None]:
    """The newest visible change of each page, by primary key.

    Types that have the same way to answer are asked about together, once.
    """
    by_answer = defaultdict(list)
    for page in pages:
        by_answer[_answers.get(type(page), _each_for_itself)].append(page)
    changes = {}
    for answer, its_pages in by_answer.items():
        changes |= answer(its_pages)
    return changes


def _each_for_itself(pages: list[BasePage]) -> dict[int, datetime | None]:
    return {page.pk: page.updated_at for page in pages}
