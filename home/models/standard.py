"""Pages that say what does not change often: about the website, privacy, contact."""

from django.db.models.functions import Coalesce
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from foundation.fields import BodyField
from foundation.multilingual import MultilingualPage
from foundation.visibility import visible


class StandardPage(MultilingualPage):
    """A heading, a lead and a body; below the start page, or one level further down."""

    body = BodyField()

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "home.AccessibilityStatementPage"]
    # Below the root (1) and the start page (2) a section (3) and its pages (4).
    DEEPEST = 4

    content_panels = [*MultilingualPage.content_panels, FieldPanel("body")]
    search_fields = [*MultilingualPage.search_fields, index.SearchField("body")]

    called_by_readers = "Övriga sidor"

    class Meta:
        verbose_name = "fast sida"
        verbose_name_plural = "fasta sidor"

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Whether a new page may be made there: not below a page that is itself below another."""
        return parent.depth < cls.DEEPEST and super().can_create_at(parent)

    def can_move_to(self, parent: Page) -> bool:
        """Whether the page, with what lies below it, may be moved there."""
        deepest = 1 if self.is_leaf() else 2
        return parent.depth + deepest <= self.DEEPEST and super().can_move_to(parent)

    def get_context(self, request, *args, **kwargs) -> dict:
        """With the pages below, for links to them."""
        context = super().get_context(request, *args, **kwargs)
        versions = StandardPage.objects.exclude(version_of=None).values("pk")
        subpages = visible(self.get_children().exclude(pk__in=versions)).annotate(
            is_example=Coalesce(
                "standardpage__is_example", "accessibilitystatementpage__is_example"
            )
        )
        return {**context, "subpages": subpages}
