"""The answer to a question: what was found, or else what may have been meant."""

from collections.abc import Mapping
from dataclasses import dataclass

from search import spelling
from search.finding import Found, find
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
    asked = terms(question)
    if not asked:
        return Answer(find([]))
    found = find(asked, chosen, below)
    if found.all_hits:
        return Answer(found)
    return _with_dots(asked, chosen, below) or Answer(found, suggestion=_suggestion(asked, below))


def _with_dots(asked: list[Term], chosen: Mapping[str, str], below: str) -> Answer | None:
    """The answer when words without rings and dots are taken for those with them."""
    forms = {one.asked: spelling.without_dots(one.asked) for one in asked}
    if not any(forms.values()):
        return None
    understood = [term(forms[one.asked]) if forms[one.asked] else one for one in asked]
    found = find(understood, chosen, below)
    if not found.all_hits:
        return None
    return Answer(found, instead=" ".join(one.asked for one in understood))


def _suggestion(asked: list[Term], below: str) -> str:
    """The nearest question that finds something; what is on no public page is never named."""
    nearest, changed = [], False
    for one in asked:
        if find([one], below=below).all_hits:
            nearest.append(one.asked)
            continue
        likes = (word for word in spelling.like(one.asked) if find([term([word])]).all_hits)
        if not (word := next(likes, None)):
            return ""
        nearest.append(word)
        changed = True
    question = " ".join(nearest)
    return question if changed and find(terms(question), below=below).all_hits else ""
