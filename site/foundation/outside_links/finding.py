"""Finding the links to other websites on all that readers may see."""

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, get_page_models

from foundation.contacts import HelpContact, Organisation
from foundation.links import is_external
from foundation.outside_links.models import LONGEST, LinkPlace, OutsideLink
from foundation.settings import SiteSettings
from foundation.visibility import visible

_HREF = re.compile(r'\bhref="([^"]+)"')
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_AT_A_TIME = 200

# Of what, and of which thing: a page is always found as a page, whatever its type.
Place = tuple[type[models.Model], int]


def registers() -> list[models.QuerySet]:
    """What readers meet that is no page."""
    return [
        Organisation.objects.all(),
        HelpContact.objects.filter(live=True),
        SiteSettings.objects.all(),
    ]


def note_places() -> None:
    """Write down every link and where it stands; forget those that stand nowhere any more."""
    moment = timezone.now()
    found = _gather()
    with transaction.atomic():
        OutsideLink.objects.bulk_create(
            [OutsideLink(address=address) for address in sorted(found)], ignore_conflicts=True
        )
        keys = dict(OutsideLink.objects.values_list("address", "pk"))
        types = ContentType.objects.get_for_models(Page, *(rows.model for rows in registers()))
        LinkPlace.objects.all().delete()
        LinkPlace.objects.bulk_create(
            LinkPlace(
                link_id=keys[address], content_type=types[model], object_id=pk, found_at=moment
            )
            for address, places in found.items()
            for model, pk in sorted(places, key=lambda place: (place[0].__name__, place[1]))
        )
        OutsideLink.objects.filter(places=None).delete()


def links_of(thing: models.Model) -> set[str]:
    """The addresses of other websites in the thing's own fields."""
    found = set()
    for field in _fields(type(thing)):
        value = field.value_from_object(thing)
        raw = list(value.raw_data) if isinstance(field, StreamField) else value
        found.update(_addresses(raw))
    return found


def _gather() -> dict[str, set[Place]]:
    found = defaultdict(set)
    for model in get_page_models():
        pages = visible(model.objects.all())
        _note(found, pages, Page, "pk")
        for relation in get_all_child_relations(model):
            if relation.get_accessor_name() not in getattr(model, "internal_fields", ()):
                parts = relation.related_model._base_manager
                to_page = relation.field.attname
                _note(
                    found,
                    parts.filter(**{f"{to_page}__in": pages.order_by().values("pk")}),
                    Page,
                    to_page,
                )
    for rows in registers():
        _note(found, rows, rows.model, "pk")
    return found


def _note(found: dict, rows: models.QuerySet, model: type[models.Model], key: str) -> None:
    names = [field.name for field in _fields(rows.model)]
    if names:
        for row in rows.only(key, *names).iterator(chunk_size=_AT_A_TIME):
            for address in links_of(row):
                found[address].add((model, getattr(row, key)))


def _fields(model: type[models.Model]) -> Iterator[models.Field]:
    internal = getattr(model, "internal_fields", ())
    for field in model._meta.concrete_fields:
        if field.name not in internal and isinstance(
            field, models.URLField | RichTextField | StreamField
        ):
            yield field


def _addresses(raw: object) -> Iterator[str]:
    """The addresses in what is stored: a text, or blocks of texts however deep."""
    if isinstance(raw, dict):
        raw = list(raw.values())
    if isinstance(raw, str):
        yield from _of_another_website(_written_in(raw))
    elif isinstance(raw, Iterable):
        for part in raw:
            yield from _addresses(part)


def _written_in(text: str) -> list[str]:
    if _ADDRESS.fullmatch(text.strip()):
        return [text.strip()]
    return [html.unescape(address) for address in _HREF.findall(text)]


def _of_another_website(addresses: Iterable[str]) -> Iterator[str]:
    for address in addresses:
        if is_external(address) and len(address) <= LONGEST:
            # The part after # is the reader's own matter: no website is told of it.
            yield urldefrag(address).url
