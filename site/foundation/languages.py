"""The languages that a text can be in, and which pages are not in ordinary Swedish."""

import functools
from collections.abc import Iterable

from django.apps import apps
from django.db import models
from wagtail.models import Page

_RIGHT_TO_LEFT = {"ar", "fa"}
_OWN_NAMES = {
    "sv": "Svenska",
    "lattlast": "Lättläst",
    "en": "English",
    "ar": "العربية",
    "fa": "فارسی",
    "fi": "Suomi",
    "fit": "Meänkieli",
    "no": "Norsk",
    "pl": "Polski",
    "rom": "Romani chib",
    "se": "Davvisámegiella",
    "so": "Soomaali",
    "th": "ไทย",
    "ti": "ትግርኛ",
    "uk": "Українська",
}


class Language(models.TextChoices):
    """A language, or Swedish that is easy to read, in the order of a list to choose from."""

    SWEDISH = "sv", "Svenska"
    EASY_SWEDISH = "lattlast", "Lättläst svenska"
    ENGLISH = "en", "Engelska"
    ARABIC = "ar", "Arabiska"
    PERSIAN = "fa", "Persiska"
    FINNISH = "fi", "Finska"
    MEANKIELI = "fit", "Meänkieli"
    NORWEGIAN = "no", "Norska"
    POLISH = "pl", "Polska"
    ROMANI = "rom", "Romani chib"
    NORTHERN_SAMI = "se", "Nordsamiska"
    SOMALI = "so", "Somaliska"
    THAI = "th", "Thailändska"
    TIGRINYA = "ti", "Tigrinska"
    UKRAINIAN = "uk", "Ukrainska"

    @property
    def tag(self) -> str:
        """The language tag (BCP 47) that browsers and screen readers are told."""
        return "sv" if self is Language.EASY_SWEDISH else str(self.value)

    @property
    def own_name(self) -> str:
        """What those who read the language call it."""
        return _OWN_NAMES[self.value]

    @property
    def direction(self) -> str:
        """The direction in which its letters run."""
        return "rtl" if self.value in _RIGHT_TO_LEFT else "ltr"

    @property
    def hreflang(self) -> str:
        """What search engines know it by; empty where they know no such language.

        They know the languages with two letters. Easy Swedish is Swedish to them, and one page
        only can be the Swedish one.
        """
        return "" if self is Language.EASY_SWEDISH or len(self.value) > 2 else str(self.value)

    @property
    def frame(self) -> str:
        """The language of menus, labels and dates around a text in this one."""
        return "en" if self is Language.ENGLISH else "sv"

    @classmethod
    def foreign(cls) -> list["Language"]:
        """Those that are not Swedish."""
        return [language for language in cls if language.tag != "sv"]


def paths_in_other_languages() -> dict[str, Language]:
    """The tree paths of all pages in another language than Swedish, in one query."""
    querysets = [
        model.objects.filter(language__in=Language.foreign())
        .order_by()
        .values_list("path", "language")
        for model in _page_types_with_a_language()
    ]
    rows = functools.reduce(lambda one, other: one.union(other, all=True), querysets)
    return {path: Language(language) for path, language in rows}


def _page_types_with_a_language() -> Iterable[type[Page]]:
    for model in apps.get_models():
        if issubclass(model, Page) and any(f.name == "language" for f in model._meta.fields):
            yield model
