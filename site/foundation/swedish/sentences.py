"""Sentences and words of Swedish text.

A full stop does not always end a sentence: "t.ex.", "kl. 13.15", "den 3. maj", "J. Svensson".
"""

import re

_ABBREVIATIONS = frozenset(
    {
        *("alt.", "anm.", "ang.", "art.", "bl.a.", "ca.", "d.v.s.", "dnr.", "dvs.", "e.d.", "ev."),
        *("exkl.", "f.d.", "f.n.", "fr.o.m.", "inkl.", "jfr.", "kap.", "kl.", "kr.", "m.a.o."),
        *("max.", "milj.", "min.", "motsv.", "mr.", "nr.", "o.dyl.", "p.g.a.", "pga.", "ref."),
        *("resp.", "s.", "s.k.", "sid.", "spec.", "st.", "t.ex.", "t.h.", "t.o.m.", "t.v."),
        *("tel.", "tfn.", "v."),
    }
)
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_BEGINNING = re.compile(r"[\"'“”‘’«»(\[–—-]*\s?[^\W_a-zåäöéü]")
_WORD = re.compile(r"[^\W_]+(?:[-–’':.,/][^\W_]+)*")
_INITIAL = re.compile(r"[A-ZÅÄÖ]\.")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, each as it is written. The end of the text ends the last one."""
    text = " ".join(text.split())
    found, start = [], 0
    for end in _END.finditer(text):
        if _goes_on(text[start : end.end()], text[end.end() :].lstrip()):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    return [one for one in [*found, text[start:].strip()] if words(one)]


def words(text: str) -> list[str]:
    """The words and numbers; "EST-modellen", "13.15" and "1,5" are one each."""
    return _WORD.findall(text)


def _goes_on(so_far: str, rest: str) -> bool:
    """Whether the mark that `so_far` ends with lies within a sentence."""
    if not _BEGINNING.match(rest):
        return True
    last = so_far.split()[-1].lstrip("(\"'”“‘’«»[")
    return last.lower() in _ABBREVIATIONS or bool(_INITIAL.fullmatch(last))
