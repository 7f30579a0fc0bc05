"""Writes down what pages hold, so that they are found; what is not public is not written down.

A page is indexed when what it says is committed, and all that are missing when the site
starts: should a process die in between, nothing is lost for longer than that.
"""

from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from wagtail.models import Page

from delivery import generation
from foundation.pages import BasePage
from search import analysis
from search.models import Form, Posting, SearchDocument
from search.remembered import forget_remembered

# Whoever has a word in the title is found before all that have it only in the lead, and so on.
TITLE, LEAD, TEXT = 64, 16, 4
# A word inside a compound counts for half.
IN_A_COMPOUND = 2

_AT_ONCE = 100


def index(pages: QuerySet) -> int:
    """Index those of `pages` that are public, forget the others; how many were indexed."""
    keys = list(pages.values_list("pk", flat=True))
    for start in range(0, len(keys), _AT_ONCE):
        if _index(keys[start : start + _AT_ONCE]):
            # Where the pages are sorted may have been kept after they were saved, before this.
            generation.advance()
    return len(keys)


def unindexed() -> QuerySet:
    """The live pages that are not indexed as they are now."""
    documents = SearchDocument.objects.filter(
        page=OuterRef("pk"), path=OuterRef("path"), analysis=analysis.VERSION
    )
    indexed_at = documents.values("indexed_at")[:1]
    return (
        Page.objects.filter(live=True)
        .exclude(content_type__app_label="wagtailcore")
        .annotate(indexed_at=Subquery(indexed_at))
        .filter(Q(indexed_at=None) | Q(last_published_at__gt=F("indexed_at")))
        .order_by("path")
    )


def forget(pages: Iterable[int]) -> None:
    """Let no search find these pages any more."""
    SearchDocument.objects.filter(page__in=list(pages)).delete()


def forget_words(text: str) -> None:
    """Take the words out of the vocabulary, except those that stand on some page now."""
    for word in analysis.words(text):
        in_text = Q(text__icontains=word) | Q(lead__icontains=word) | Q(page__title__icontains=word)
        if not SearchDocument.objects.filter(in_text).exists():
            Form.objects.filter(form=word).delete()


def follow_moves() -> None:
    """Write down where the pages lie now, after some have been moved."""
    place = Page.objects.filter(pk=OuterRef("page_id")).values("path")
    SearchDocument.objects.exclude(path=Subquery(place)).update(path=Subquery(place))


def _index(keys: list[int]) -> bool:
    """Index them; whether any is now sorted otherwise than before."""
    now = timezone.now()
    pages = [
        page
        for page in Page.objects.filter(pk__in=keys, live=True).specific()
        if isinstance(page, BasePage)
    ]
    with transaction.atomic():
        earlier = SearchDocument.objects.filter(page__in=keys)
        sorted_before = set(earlier.values_list("page_id", "path", "kind", "day"))
        forget(keys)
        documents, postings, forms = [], [], set()
        for page in pages:
            title, lead, text = page.title, page.summary, "\n".join(_texts(page))
            documents.append(
                SearchDocument(
                    page=page,
                    path=page.path,
                    kind=page._meta.model_name,
                    day=page.told_on.toordinal() if page.told_on else 0,
                    lead=lead,
                    text=text,
                    indexed_at=now,
                    analysis=analysis.VERSION,
                )
            )
            weights, its_forms = _weights(((title, TITLE), (lead, LEAD), (text, TEXT)))
            forms |= its_forms
            postings += [
                Posting(document_id=page.pk, key=key, weight=weight)
                for key, weight in weights.items()
            ]
        SearchDocument.objects.bulk_create(documents)
        Posting.objects.bulk_create(postings, batch_size=2_000)
        Form.objects.bulk_create(
            [Form(form=form, folded=analysis.folded(form)) for form in sorted(forms)],
            ignore_conflicts=True,
        )
        # A page that is no longer public advances the generation; one that says other words need not.
        forget_remembered()
    return sorted_before != {(one.page_id, one.path, one.kind, one.day) for one in documents}


def _weights(texts: Iterable[tuple[str, int]]) -> tuple[dict[str, int], set[str]]:
    """The greatest weight of each key in the texts, and the words as they stand there."""
    weights: dict[str, int] = {}
    forms = set()
    for text, weight in texts:
        its_forms = set(analysis.words(text))
        forms |= its_forms
        for form in its_forms:
            for key in analysis.keys(form):
                weights[key] = max(weights.get(key, 0), weight)
            for part in analysis.parts(form):
                for key in analysis.keys(part):
                    weights[key] = max(weights.get(key, 0), weight // IN_A_COMPOUND)
    return weights, forms


def _texts(page: BasePage) -> Iterator[str]:
    """What the page says beside its title and lead, by the fields that its type lets be searched."""
    for field in type(page).get_searchable_search_fields():
        if field.field_name not in ("title", "summary"):
            yield from _flat(field.get_value(page))


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for one in value:
            yield from _flat(one)
    elif value:
        yield " ".join(str(value).split())
