"""The place in a text that answers a question, with the words marked that were found by."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.analysis import keys, parts

# As many words as a reader takes in at a glance.
LENGTH = 30
# Longer texts are not read to their end for an excerpt.
_LONGEST_TEXT = 20_000

_WORD = re.compile(r"[^\W_]+")


def excerpt(text: str, wanted: frozenset[str]) -> SafeString:
    """The stretch of `text` with the most different wanted words; its beginning if there are none."""
    text = text[:_LONGEST_TEXT]
    spans = [match.span() for match in _WORD.finditer(text)]
    if not spans:
        return SafeString("")
    forms = [text[start:end].lower() for start, end in spans]
    # A text says most of its words more than once.
    met = {form: _met(form, wanted) for form in set(forms)}
    hits = [met[form] for form in forms]
    first = _best_start(hits)
    last = min(first + LENGTH, len(spans)) - 1
    begin = 0 if first == 0 else spans[first][0]
    end = len(text) if last == len(spans) - 1 else spans[last][1]
    return format_html(
        "{}{}{}",
        "… " if begin else "",
        _marked(text, begin, end, [span for span, met in zip(spans, hits, strict=True) if met]),
        " …" if end < len(text) else "",
    )


def marked(text: str, wanted: frozenset[str]) -> SafeString:
    """The whole text, with the wanted words marked."""
    spans = [match.span() for match in _WORD.finditer(text)]
    spans = [(start, end) for start, end in spans if _met(text[start:end], wanted)]
    return _marked(text, 0, len(text), spans)


def _met(word: str, wanted: frozenset[str]) -> frozenset[str]:
    """The wanted keys that the word has, or a part of it where it is a compound."""
    word = word.lower()
    if met := keys(word) & wanted:
        return met
    return frozenset().union(*(keys(part) & wanted for part in parts(word)))


def _best_start(hits: list[frozenset[str]]) -> int:
    """The word to begin with so that the stretch meets most; a few words before its first hit."""
    met = [place for place, keys_met in enumerate(hits) if keys_met]
    if not met or met[0] < LENGTH // 2:
        return 0
    best = max(
        met, key=lambda place: (len(frozenset().union(*hits[place : place + LENGTH])), -place)
    )
    return max(best - 5, 0)


def _marked(text: str, begin: int, end: int, spans: list[tuple[int, int]]) -> SafeString:
    pieces, place = [], begin
    for start, stop in spans:
        if begin <= start and stop <= end:
            pieces += [(text[place:start], text[start:stop])]
            place = stop
    return format_html("{}{}", format_html_join("", "{}<mark>{}</mark>", pieces), text[place:end])
