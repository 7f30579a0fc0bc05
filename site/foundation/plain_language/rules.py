"""The rules, in the order in which their advice is given: the gravest first."""

from collections.abc import Callable, Iterable

from foundation.plain_language.advice import Advice
from foundation.plain_language.figures import figures_without_source
from foundation.plain_language.files import files_without_size
from foundation.plain_language.headings import skipped_headings
from foundation.plain_language.link_texts import link_texts
from foundation.plain_language.long_sentences import long_sentences
from foundation.plain_language.parts import Written
from foundation.plain_language.personal_data import personal_data
from foundation.plain_language.pictures import pictures_without_words
from foundation.plain_language.readability import hard_text
from foundation.plain_language.tables import tables_without_words

Rule = Callable[[Written], Iterable[Advice]]

RULES: tuple[Rule, ...] = (
    personal_data,
    link_texts,
    pictures_without_words,
    tables_without_words,
    files_without_size,
    skipped_headings,
    figures_without_source,
    hard_text,
    long_sentences,
)


def advice_on(written: Written) -> list[Advice]:
    """All that the rules have to say."""
    return [advice for rule in RULES for advice in rule(written)]
