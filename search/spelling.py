"""What somebody may have meant whose words are on no page."""

import difflib

from django.db.models import Q
from django.db.models.functions import Length

from search.analysis import folded
from search.models import Form

_ALIKE = 0.75
_MOST_LIKE = 3
# A misspelt word is seldom more than this much longer or shorter than the right one.
_LENGTHS = 2
_CANDIDATES = 4_000


def without_dots(word: str) -> list[str]:
    """The words on the pages that `word` is when it is typed without rings and dots."""
    plain = folded(word)
    forms = Form.objects.filter(folded=plain).exclude(form=word)
    return sorted(forms.values_list("form", flat=True))


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
