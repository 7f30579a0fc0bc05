"""By whom and when the article was published, as the old page says below its labels."""

import re

from foundation.importing.refusal import shown
from news.importing.article import Article
from news.importing.dates import day_in, is_only_a_day
from news.importing.furniture import Label, labelled
from news.importing.lines import Line

MISSING = {
    Label.PUBLISHED_BY: "”Publicerad av” står i texten utan namn: fyll i det.",
    Label.PUBLISHED_ON: "”Publicerad datum” står i texten utan datum: fyll i det.",
}
CHANGED_LATER = re.compile(r"\b(?:senast|uppdaterad|ändrad|granskad)\b", re.IGNORECASE)
BY = re.compile(r"\bav\s+(?P<name>[A-ZÅÄÖ][^,.]{2,60})")


def taken_from_lines(lines: list[Line], article: Article) -> list[Line]:
    """Move publisher and date from the lines to the article; the lines that are left."""
    kept: list[Line] = []
    place = 0
    while place < len(lines):
        line = lines[place]
        place += 1
        found = labelled(line.text)
        if found and found[0] is not Label.PICTURE:
            label, value = found
            if not value and place < len(lines) and is_value(label, lines[place].text):
                value = lines[place].text
                place += 1
            note_fact(label, value, article)
        elif len(kept) in {1, 2} and is_only_a_day(line.text) and not article.published_on:
            article.published_on = day_in(line.text)
            article.notes.guess(
                f"Raden {shown(line.text)} nära rubriken togs som publiceringsdatum."
            )
        else:
            kept.append(line)
    return kept


def note_fact(label: Label, value: str, article: Article) -> None:
    """Put one labelled fact where it belongs, or say that it is missing or not needed."""
    value = value.strip(" .")
    if label is Label.PUBLISHED_ON:
        article.published_on = article.published_on or day_in(value)
        # After it may stand who changed the page last, who need not have published it.
        if name := BY.search(CHANGED_LATER.split(value)[0]):
            article.published_by = article.published_by or name["name"].strip()
        missing = article.published_on is None
    elif label is Label.PUBLISHED_BY:
        article.published_by = article.published_by or value
        missing = not article.published_by
    else:
        article.notes.leave_out(f"Uppgiften {shown(f'{value}')} om sidans skötsel togs inte med.")
        missing = False
    if missing:
        article.notes.leave_out(MISSING[label])


def is_value(label: Label, text: str) -> bool:
    """Whether the line below a label can be its value."""
    if labelled(text):
        return False
    if label in {Label.PUBLISHED_ON, Label.CHANGED}:
        return day_in(text) is not None and len(text) <= 60
    return len(text.split()) <= 8 and not text.endswith((".", "!", "?"))
