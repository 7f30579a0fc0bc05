"""What on a page in safe mode would give its reader away: tab, address, names of files.

The words in its text are free, and should be plain. These are seen without reading it: in the
history, over a shoulder, among downloaded files.
"""

from collections import defaultdict
from pathlib import PurePath

from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from foundation.risk_words import risk_words


def errors_of(page: Page) -> dict[str, list[str]]:
    """Why the page may not be public in safe mode, by field."""
    errors = defaultdict(list)
    if not page.safe_title and risk_words(page.title):
        errors["safe_title"].append(
            "Rubriken avslöjar vad sidan handlar om. Skriv en neutral rubrik som visas i "
            "webbläsarens flik, till exempel Stöd och råd."
        )
    if risk_words(page.safe_title):
        errors["safe_title"].append(
            "Den neutrala rubriken avslöjar vad sidan handlar om. Välj andra ord."
        )
    if risk_words(page.slug or ""):
        errors["slug"].append(
            "Adressen avslöjar vad sidan handlar om och syns i webbläsarens historik. "
            "Välj en neutral adress."
        )
    if page.safe_mode and (titles := telling_addresses_below(page)):
        errors["safe_mode"].append(
            f"Byt först adress på {', '.join(titles)}. Adressen avslöjar vad sidan handlar om."
        )
    for field, names in telling_files(page).items():
        errors[field] += [
            f"Filen {name} har ett namn som avslöjar vad den handlar om och syns bland nedladdade "
            "filer. Ladda upp den igen under ett neutralt namn."
            for name in names
        ]
    return dict(errors)


def telling_addresses_below(page: Page) -> list[str]:
    """The titles of public pages below this one whose addresses tell, in quotation marks."""
    if not page.path:
        return []
    below = page.get_descendants().live().values_list("title", "slug")
    return [f"”{title}”" for title, slug in below if risk_words(slug)]


def telling_files(page: Page) -> dict[str, list[str]]:
    """The telling names of files that the page shows or offers, by field.

    Parts of a page with files of their own, such as a campaign's materials, see to them themselves.
    """
    found = {}
    for field in page._meta.get_fields():
        if field.name in page.internal_fields or not hasattr(field, "value_from_object"):
            continue
        keys = defaultdict(set)
        for model, key in _references(page, field):
            keys[model].add(key)
        for model in (get_image_model(), get_document_model()):
            names = model.objects.filter(pk__in=keys[model]).values_list("file", flat=True)
            telling = [PurePath(name).name for name in names if risk_words(PurePath(name).stem)]
            if telling:
                found.setdefault(field.name, []).extend(telling)
    return found


def _references(page: Page, field) -> list[tuple[type[Model], object]]:
    value = field.value_from_object(page)
    if not value:
        return []
    if hasattr(field, "extract_references"):
        return [(model, key) for model, key, *_path in field.extract_references(value)]
    return [(field.related_model, value)] if field.many_to_one else []
