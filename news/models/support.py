"""Support for residents in danger, always in safe mode."""

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from foundation.fields import BodyField
from foundation.frame import current_frame
from foundation.multilingual import MultilingualPage
from news.help import help_contacts_beside, neutral_title_field
from news.models.campaign import CampaignPage


class SupportPage(MultilingualPage):
    """Where help is. In safe mode, always: the database accepts no other."""

    MAX_DEPTH = 5

    # Not the editors' to switch off: a page like this without the exit would be a trap.
    safe_mode = models.BooleanField("skyddat läge", default=True, editable=False)
    safe_title = neutral_title_field()
    body = BodyField()

    parent_page_types = ["home.HomePage", "news.SupportPage"]
    subpage_types = ["news.SupportPage", "news.CampaignPage"]
    page_description = "Hjälp för den som är utsatt eller orolig. Har alltid skyddat läge."

    content_panels = [*MultilingualPage.content_panels, FieldPanel("body")]
    promote_panels = [
        FieldPanel(
            "slug",
            required_on_save=False,
            help_text="Syns i webbläsarens historik: välj neutrala ord.",
        ),
        FieldPanel("safe_title"),
        MultiFieldPanel(["search_description", "hide_from_search_engines"], heading="Sökmotorer"),
    ]
    route_select_related = (*MultilingualPage.route_select_related, "version_of")
    search_fields = [*MultilingualPage.search_fields, index.SearchField("body")]

    called_by_readers = "Stöd och råd"

    class Meta:
        verbose_name = "stödsida"
        verbose_name_plural = "stödsidor"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(safe_mode=True),
                name="support_is_always_in_safe_mode",
                violation_error_message="En stödsida har alltid skyddat läge.",
            )
        ]

    # Where it may stand

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Below the start page, and a few steps further down."""
        return super().can_create_at(parent) and parent.depth < cls.MAX_DEPTH

    def can_move_to(self, parent: Page) -> bool:
        """As deep as a new one may be made, with the support pages below it."""
        lowest = self.get_descendants(inclusive=True).type(SupportPage).order_by("-depth").first()
        new_depth = lowest.depth - self.depth + parent.depth + 1
        return super().can_move_to(parent) and new_depth <= self.MAX_DEPTH

    # Reading

    @property
    def opens_the_branch(self) -> bool:
        """Whether this is where support begins: there the numbers come before everything else."""
        return (self.version_of or self).depth == 3

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """The numbers to call, the pages below, and the campaigns by where they stand today."""
        context = super().get_context(request, *args, **kwargs)
        context["help_contacts"] = help_contacts_beside(self)
        if self.path:
            # The one about traces is linked from every page in safe mode.
            traces = current_frame().settings.traces_page_id
            below = SupportPage.objects.visible().child_of(self).filter(version_of=None)
            context["subpages"] = [page for page in below if page.pk != traces]
            campaigns = CampaignPage.objects.visible().child_of(self)
            context["campaigns"] = campaigns.by_stage(timezone.localdate())
        return context

    # Publishing

    def publication_errors(self) -> dict[str, list[str]]:
        """Somebody in danger must see at once whether this is the right place."""
        errors = super().publication_errors()
        if not self.summary.strip():
            errors["summary"] = ["Skriv en ingress: vem sidan är till för och vad som finns här."]
        return errors
