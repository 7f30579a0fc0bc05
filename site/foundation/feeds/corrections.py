"""The feed of corrections: what was wrong on any page, said in the open."""

from django.apps import apps
from django.db.models import QuerySet
from django.utils.html import format_html
from wagtail.models import Page

from foundation import examples, safe_mode
from foundation.corrections import Correction
from foundation.feeds.entry import Entry, Source, newest
from foundation.pages import BasePage
from foundation.visibility import visible


def entries(limit: int) -> list[Entry]:
    """The newest corrections of pages that all may read, examples and safe branches apart."""
    pages = {page.pk: page for page in _corrected()}
    told = []
    for correction in Correction.objects.filter(page__in=pages):
        page = pages[correction.page_id]
        moment = correction.seen_at(page.first_published_at, page.changed_at)
        address = Page(url_path=page.url_path).url
        if moment and address:
            told.append(
                Entry(
                    key=f"page/{page.translation_key}/rattelse/{correction.pk}",
                    title=f"Rättelse: {page.title}",
                    address=address,
                    updated_at=moment,
                    published_at=moment,
                    html=format_html(
                        "<p>{}</p><p>Varför: {}</p>", correction.what_changed, correction.reason
                    ),
                )
            )
    return newest(told, limit)


corrections = Source("rattelser", "Rättelser", "Fel som har rättats på någon sida.", entries)


def _corrected() -> list:
    """The corrected pages that may be told of, of whatever type, in one query."""
    first, *others = [_of(model) for model in apps.get_models() if issubclass(model, BasePage)]
    hidden = safe_mode.current_paths() + examples.current_paths()
    pages = first.union(*others, all=True)
    return [page for page in pages if not safe_mode.covers(hidden, page.path)]


def _of(model: type[BasePage]) -> QuerySet:
    corrected = model.objects.filter(corrections__isnull=False).distinct()
    return (
        visible(corrected)
        .order_by()
        .values_list(
            *("pk", "path", "title", "url_path", "translation_key"),
            *("first_published_at", "changed_at"),
            named=True,
        )
    )
