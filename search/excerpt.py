"""The place in a text that answers a question, with the words marked that were found by."""

import re
from itertools import islice

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.analysis import keys, parts

# As many words as a reader takes in at a glance.
LENGTH = 30
# Longer texts are not read to their end for an excerpt.
_LONGEST_TEXT = 20_000

_WORD = re.compile(r"[^\W_]+")


class Marker:
    """Marks in the texts of a list the words that were asked for: those with the `wanted` keys.

    The texts of a list say much the same words. Each is looked at once for all of them.
    """

    def __init__(self, wanted: frozenset[str]) -> None:
        self._wanted = wanted
        self._met: dict[str, frozenset[str]] = {}

    def excerpt(self, text: str) -> SafeString:
        """The stretch of `text` with the most different wanted words; its beginning if there are none."""
        text = text[:_LONGEST_TEXT]
        words = _WORD.findall(text)
        if not words:
            return SafeString("")
        first = _best_start([(place, met) for place, met in enumerate(self._met_by(words)) if met])
        spans = [match.span() for match in islice(_WORD.finditer(text), first, first + LENGTH)]
        begin = spans[0][0] if first else 0
        end = spans[-1][1] if first + LENGTH < len(words) else len(text)
        return format_html(
            "{}{}{}",
            "… " if begin else "",
            self._marked(text, begin, end, spans),
            " …" if end < len(text) else "",
        )

    def marked(self, text: str) -> SafeString:
        """The whole text, with the wanted words marked."""
        return self._marked(text, 0, len(text), [match.span() for match in _WORD.finditer(text)])

    def _marked(self, text: str, begin: int, end: int, spans: list[tuple[int, int]]) -> SafeString:
        met = self._met_by([text[start:stop] for start, stop in spans])
        pieces, place = [], begin
        for (start, stop), is_met in zip(spans, met, strict=True):
            if is_met:
                pieces.append((text[place:start], text[start:stop]))
                place = stop
        return format_html(
            "{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[place:end]
        )

    def _met_by(self, words: list[str]) -> list[frozenset[str]]:
        """The wanted keys that each word has."""
        forms = [word.lower() for word in words]
        for form in set(forms).difference(self._met):
            self._met[form] = _met(form, self._wanted)
        return [self._met[form] for form in forms]


def _met(form: str, wanted: frozenset[str]) -> frozenset[str]:
    """The wanted keys that the form has, or a part of it where it is a compound."""
    if met := keys(form) & wanted:
        return met
    return frozenset().union(*(keys(part) & wanted for part in parts(form)))


def _best_start(hits: list[tuple[int, frozenset[str]]]) -> int:
    """The word to begin with so that the stretch meets most; a few words before its first hit."""
    if not hits or hits[0][0] < LENGTH // 2:
        return 0
    best, most = 0, 0
    for number, (place, _) in enumerate(hits):
        stretch = (met for other, met in hits[number : number + LENGTH] if other < place + LENGTH)
        if (different := len(frozenset().union(*stretch))) > most:
            best, most = place, different
    return max(best - 5, 0)
