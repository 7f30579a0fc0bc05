"""What somebody may have meant whose words are on no page."""

import difflib
from os.path import commonprefix

from django.db.models import F, Q
from django.db.models.functions import Length

from search.analysis import folded, keys
from search.models import Form

_ALIKE = 0.75
_MOST_LIKE = 3
# A misspelt word is seldom more than this much longer or shorter than the right one.
_LENGTHS = 2
_CANDIDATES = 4_000
# So much of a word is the same in all its forms.
_BEGINNING = 3


def without_dots(word: str) -> list[str]:
    """The words on the pages that `word` is when it is typed without rings and dots.

    Where it is none of them itself, those that it is another form of: "valdet" of "våld".
    """
    plain = folded(word)
    with_dots = Form.objects.filter(folded__startswith=plain[:_BEGINNING])
    with_dots = with_dots.exclude(form=F("folded")).exclude(form=word)
    rows = list(with_dots.values_list("form", "folded")[:_CANDIDATES])
    itself = [form for form, its_folded in rows if its_folded == plain]
    return sorted(itself or [form for form, its in rows if _is_form_of(word, plain, form, its)])


def _is_form_of(word: str, plain: str, form: str, its_folded: str) -> bool:
    """Whether the word is a form of `form`, if it is given the rings and dots of that one."""
    alike = len(commonprefix((plain, its_folded)))  # noqa: RUF071 (words are no paths)
    if alike < _BEGINNING or 2 * alike < len(plain) or folded(form[:alike]) == form[:alike]:
        return False
    return bool(keys(form[:alike] + word[alike:]) & keys(form))


def like(word: str) -> list[str]:
    """Words on the pages that are spelt nearly like this one, the likest first."""
    plain = folded(word)
    lengths = range(max(len(word) - _LENGTHS, 1), len(word) + _LENGTHS + 1)
    candidates = (
        Form.objects.annotate(length=Length("form"))
        .filter(Q(folded__startswith=plain[:1]) | Q(folded__endswith=plain[-3:]))
        .filter(length__in=lengths)
        .values_list("form", flat=True)[:_CANDIDATES]
    )
    return difflib.get_close_matches(word, candidates, n=_MOST_LIKE, cutoff=_ALIKE)
