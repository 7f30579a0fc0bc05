"""Pages that exist in several languages, each version a page with an address of its own."""

from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from wagtail.admin.panels import MultiFieldPanel

from foundation.languages import Language
from foundation.pages import BasePage


class MultilingualPage(BasePage):
    """A page that can be another page in another language, or in Swedish that is easy to read."""

    language = models.CharField(
        "språk",
        max_length=10,
        choices=Language,
        default=Language.SWEDISH,
        help_text="Språket som sidan är skriven på. Då uttalas den rätt av den som lyssnar.",
    )
    version_of = models.ForeignKey(
        "self",
        verbose_name="version av",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="versions",
        help_text=(
            "För en sida på ett annat språk eller på lättläst: den svenska sidan. Läsaren kan då "
            "byta mellan dem överst på sidan."
        ),
    )

    # A copy would be a second version in the same language.
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, "version_of"]
    settings_panels = [
        *BasePage.settings_panels,
        MultiFieldPanel(["language", "version_of"], heading="Språk"),
    ]

    class Meta:
        abstract = True

    @property
    def written_in(self) -> Language:
        """The language of the page's own text."""
        return Language(self.language)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """With the versions that readers may see, where there are any others."""
        context = super().get_context(request, *args, **kwargs)
        versions = self._versions_to_read() if self.path else []
        context["versions"] = versions if any(page.pk != self.pk for page in versions) else []
        context["alternates"] = self._alternates(versions)
        return context

    def publication_errors(self) -> dict[str, list[str]]:
        """A version has a Swedish page behind it and a language that no other version has."""
        errors = super().publication_errors()
        if self.version_of_id is None:
            return errors
        original = self.version_of
        if self.language == Language.SWEDISH:
            errors["language"] = [
                "En version av en annan sida är på ett annat språk eller på lättläst."
            ]
        elif original.versions.live().filter(language=self.language).exclude(pk=self.pk).exists():
            errors["language"] = ["Det finns redan en version på det språket. Ändra den i stället."]
        if original.pk == self.pk:
            errors["version_of"] = ["En sida kan inte vara en version av sig själv."]
        elif original.version_of_id or original.language != Language.SWEDISH:
            errors["version_of"] = ["Välj sidan på vanlig svenska."]
        elif self.pk and self.versions.exists():
            errors["version_of"] = [
                "Andra sidor är versioner av den här. Den kan därför inte själv vara en version."
            ]
        return errors

    def _versions_to_read(self) -> list["MultilingualPage"]:
        """This page and its versions, as far as the public may see them, in order of language."""
        order = list(Language)
        first = self.version_of_id or self.pk
        family = type(self).objects.visible().filter(Q(pk=first) | Q(version_of=first))
        return sorted(family.defer_streamfields(), key=lambda page: order.index(page.written_in))

    def _alternates(self, versions: list["MultilingualPage"]) -> list[dict]:
        """What search engines are told of the versions, each of which says the same.

        Whoever reads none of the languages is led to the Swedish page.
        """
        told = [page for page in versions if page.written_in.hreflang and page.is_indexable]
        if len(told) < 2 or self.pk not in {page.pk for page in told}:
            return []
        alternates = [{"hreflang": page.written_in.hreflang, "page": page} for page in told]
        original = next((page for page in told if page.version_of_id is None), None)
        return [*alternates, *([{"hreflang": "x-default", "page": original}] if original else [])]
