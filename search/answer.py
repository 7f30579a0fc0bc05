"""The answer to a question: what was found, or else what may have been meant."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice

from search import spelling
from search.finding import Found, find
from search.places import Places, places
from search.terms import Term, term, terms


@dataclass(frozen=True)
class Answer:
    """What was found, and if it was not for the very words of the question, for which."""

    found: Found
    # The question as it was understood, where the rings and dots were missing.
    instead: str = ""
    # A question that would find something, where this one does not.
    suggestion: str = ""


def answer(question: str, chosen: Mapping[str, str], below: str = "") -> Answer:
    """What the public pages answer. A question that finds nothing is tried with other spellings."""
    asked, among = terms(question), places()
    found = find(asked, chosen, below, among)
    if found or not asked:
        return Answer(found)
    is_found = partial(_is_found, below=below, among=among)
    if understood := _with_dots(asked):
        with_dots = find(understood, chosen, below, among)
        if with_dots:
            return Answer(with_dots, instead=" ".join(one.asked for one in understood))
    return Answer(found, suggestion=_suggestion(asked, is_found))


def _is_found(asked: list[Term], below: str, among: Places) -> bool:
    return bool(find(asked, below=below, among=among))


def _with_dots(asked: list[Term]) -> list[Term]:
    """The words, those with rings and dots for those without; nothing where there are none."""
    forms = {one.asked: spelling.without_dots(one.asked) for one in asked}
    if not any(forms.values()):
        return []
    return [term(forms[one.asked]) if forms[one.asked] else one for one in asked]


def _suggestion(asked: list[Term], is_found: Callable[[list[Term]], bool]) -> str:
    """The nearest question that finds something; what is on no public page is never named.

    Words that are like no other are left out.
    """
    nearest: list[str] = []
    for one in asked:
        # A question of one word is known to find nothing.
        if len(asked) > 1 and is_found([one]):
            nearest.append(one.asked)
        else:
            likes = (word for word in spelling.like(one.asked) if is_found(terms(word)))
            nearest += islice(likes, 1)
    if not nearest or nearest == [one.asked for one in asked]:
        return ""
    question = " ".join(nearest)
    return question if len(asked) == 1 or is_found(terms(question)) else ""
