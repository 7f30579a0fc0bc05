"""What every page of the site is made of."""

from datetime import date, datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.compat import HTTPMethod
from wagtail.models import COMMENTS_RELATION_NAME, Page, PageViewRestriction
from wagtail.models import PageManager as WagtailPageManager
from wagtail.search import index
from wagtail.url_routing import RouteResult
from wagtail.utils.decorators import cached_classmethod

from foundation import chosen, publishers, routing, safe_mode, telling
from foundation.contacts import Organisation
from foundation.corrections import Correction, corrections_of
from foundation.fields import empty_fields, unfinished_parts
from foundation.four_eyes.permissions import UnderFourEyes
from foundation.frame import current_frame
from foundation.languages import Language
from foundation.page_form import BasePageForm
from foundation.past_dates import future_dates
from foundation.precise_date.months import months_later
from foundation.reserved_addresses import AddressAwareCopyForm
from foundation.risk_words import risk_words
from foundation.visibility import VisiblePageQuerySet

PageManager = WagtailPageManager.from_queryset(VisiblePageQuerySet)


class BasePage(UnderFourEyes, Page):
    """A page with a lead, a publisher, a source, dates that are true, and safe mode."""

    summary = models.TextField(
        "ingress",
        blank=True,
        max_length=500,
        help_text="Det viktigaste i två eller tre meningar. Visas överst på sidan och i listor.",
    )
    publisher = models.ForeignKey(
        "foundation.Organisation",
        verbose_name="publicerad av",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Enheten som svarar för sidan.",
    )
    reviewed_on = models.DateField(
        "senast granskad",
        null=True,
        blank=True,
        help_text="Dagen då någon senast läste igenom sidan och såg att den stämmer.",
    )
    source_text = models.CharField(
        "källa",
        max_length=250,
        blank=True,
        help_text="Var uppgifterna kommer ifrån, till exempel: Kommunens nyhet om planen.",
    )
    source_url = models.URLField("länk till källan", blank=True)
    source_on = models.DateField("källans datum", null=True, blank=True)
    is_example = models.BooleanField(
        "exempeldata",
        default=False,
        help_text="Påhittat innehåll som visar hur webbplatsen fungerar. Märks på sidan och göms för sökmotorer.",
    )
    hide_from_search_engines = models.BooleanField(
        "visa inte i sökmotorer",
        default=False,
        help_text="Sidan kan läsas av alla men ska inte komma upp i Google och andra sökmotorer.",
    )
    safe_mode = models.BooleanField(
        "skyddat läge",
        default=False,
        help_text=(
            "För sidor som läses av den som är rädd för någon hemma. Gäller sidan och allt under den: "
            "knappen ”Lämna sidan snabbt”, en neutral rubrik i webbläsaren och så få spår som möjligt."
        ),
    )
    safe_title = models.CharField(
        "neutral rubrik",
        max_length=80,
        blank=True,
        help_text="Visas i webbläsarens flik och historik i skyddat läge. Får inte avslöja vad sidan handlar om.",
    )
    minor_edit = models.BooleanField(
        "liten rättelse",
        default=False,
        help_text="Kryssa i när du bara rättar ett skrivfel. Då ändras inte datumet ”Uppdaterad”.",
    )
    changed_at = models.DateTimeField("ändrad", null=True, blank=True, editable=False)
    changed_digest = models.CharField(max_length=64, blank=True, editable=False)

    objects = PageManager()
    base_form_class = BasePageForm
    copy_form_class = AddressAwareCopyForm
    allowed_http_methods = [HTTPMethod.GET, HTTPMethod.HEAD]
    exclude_fields_in_copy = ["changed_at", "changed_digest"]

    # Months after which a page that nobody has looked through is old; None where it never is.
    months_until_old: ClassVar[int | None] = 12
    # What an old page says of itself; nothing: how long ago somebody looked through it.
    when_old: ClassVar[str] = ""
    # Whether its title says too little where it stands alone, without that of the page above.
    is_told_with_page_above: ClassVar[bool] = False
    # What readers call pages of this type, where the editors' name for them says readers nothing.
    called_by_readers: ClassVar[str] = ""
    # The language of the page's own text.
    written_in: ClassVar[Language] = Language.SWEDISH
    # Whether its template shows the corrections of the page.
    shows_corrections: ClassVar[bool] = True
    # Whether it tells of a day, so that a later change of it mends an error rather than says news.
    is_of_its_day: ClassVar[bool] = False
    # Relations that the page's own template always shows, fetched with the page.
    route_select_related: ClassVar[tuple[str, ...]] = ("publisher",)
    # Keys of the query that change what the page shows. Others are not even told to it.
    query_keys: ClassVar[tuple[str, ...]] = ()
    # Addresses below this page that only the named page type may have, or none at all.
    reserved_child_slugs: ClassVar[dict[str, str | None]] = {}
    # Dates of what has happened, which may not lie in the future.
    past_dates: ClassVar[tuple[str, ...]] = ("reviewed_on", "source_on")
    # Fields and children that stay in the admin: no reader sees them or that they changed.
    internal_fields: ClassVar[tuple[str, ...]] = ()

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        # Pasted with the mouse, a title saves itself before the browser has made an address of it.
        FieldPanel("slug", required_on_save=False),
        MultiFieldPanel(
            ["seo_title", "search_description", "hide_from_search_engines"], heading="Sökmotorer"
        ),
        MultiFieldPanel(["safe_mode", "safe_title"], heading="Skyddat läge"),
    ]
    settings_panels = [
        PublishingPanel(),
        FieldPanel("minor_edit"),
        MultiFieldPanel(
            [
                FieldPanel(
                    "publisher",
                    help_text="Enheten som svarar för sidan. Tomt betyder den som svarar för "
                    "sidan ovanför.",
                ),
                "reviewed_on",
            ],
            heading="Ansvar",
        ),
        MultiFieldPanel(["source_text", "source_url", "source_on"], heading="Källa"),
        InlinePanel(
            "corrections",
            heading="Rättelser",
            label="rättelse",
            help_text="Om något på sidan var fel: skriv här vad som ändrades och varför. Visas för alla.",
        ),
        FieldPanel("is_example"),
    ]

    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    @cached_classmethod
    def get_edit_handler(cls):  # noqa: N805
        """The editing form in three tabs, or the form that the page type gives itself."""
        handler = getattr(cls, "edit_handler", None) or TabbedInterface(
            [
                ObjectList(panels, heading=heading)
                for panels, heading in (
                    (cls.content_panels, "Innehåll"),
                    (cls.promote_panels, "Adress och sökning"),
                    (cls.settings_panels, "Publicering"),
                )
                if panels
            ],
            base_form_class=cls.base_form_class,
        )
        return handler.bind_to_model(cls)

    # Reading

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Lead to this page or one below it."""
        if path_components:
            return routing.route_below(self, request, path_components)
        if not self.live:
            raise Http404
        if self.depth == 2:  # the start page: nothing above it has looked
            request.safe_branch = self.in_safe_branch
        return RouteResult(self)

    def come_by(self, way: list[Page]) -> None:
        """Remember the pages passed on the way here, the last being this one."""
        self._above = way[:-1]
        self._found_public = not any(page.is_private or page.alias_of_id for page in way)

    def get_view_restrictions(self):
        """What a reader must be allowed to; the router may have seen that there is nothing."""
        if getattr(self, "_found_public", False):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """Note what the page chooses, so that it is all fetched together."""
        chosen.note_page(self)
        return super().get_context(request, *args, **kwargs)

    @property
    def published_by(self) -> Organisation | None:
        """The unit that answers for the page: its own, or that of the nearest page that names one."""
        return self.publisher or publishers.above(self._place, itself=not self.path)

    @property
    def told_corrections(self) -> list[Correction]:
        """What was wrong on the page, newest first; a draft tells its own."""
        return corrections_of(self)

    @property
    def breadcrumb(self) -> list[Page]:
        """The pages above this one, from the start page down."""
        if not hasattr(self, "_above"):
            self._above = list(self.get_ancestors().filter(depth__gt=1)) if self.path else []
        return self._above

    @property
    def in_safe_branch(self) -> bool:
        """Whether this page or one above it is in safe mode."""
        return self.safe_mode or safe_mode.covers(safe_mode.current_paths(), self._place)

    @property
    def browser_title(self) -> str:
        """What stands in the browser's tab and history, and in previews elsewhere."""
        if self.in_safe_branch:
            return self.safe_title or self._neutral_title
        title = self.seo_title or self.title
        above = self.breadcrumb[-1:] if self.is_told_with_page_above else []
        return ": ".join([title, *(page.title for page in above)])

    @property
    def _neutral_title(self) -> str:
        """The nearest neutral title above, or this page's own where it gives nothing away."""
        if not risk_words(self.title):
            return self.title
        return current_frame().settings.name

    @property
    def updated_at(self) -> datetime | None:
        """The newest moment when readers could see something change here."""
        return self.changed_at or self.first_published_at

    @property
    def told_on(self) -> date | None:
        """The day that the page tells of, by which a search puts the newest first."""
        moment = self.changed_at or self.first_published_at
        return timezone.localdate(moment) if moment else None

    @property
    def looked_through_on(self) -> date | None:
        """The day when somebody last saw that the page is right, or else changed it."""
        changed_on = timezone.localdate(self.updated_at) if self.updated_at else None
        return self.reviewed_on or changed_on

    @property
    def is_old(self) -> bool:
        """Whether so long has passed since then that readers must be told."""
        seen_on, months = self.looked_through_on, self.months_until_old
        if seen_on is None or months is None:
            return False
        return timezone.localdate() > months_later(seen_on, months)

    @property
    def is_indexable(self) -> bool:
        """Whether search engines may show the page."""
        return not (self.is_example or self.hide_from_search_engines)

    # Publishing

    def publication_errors(self) -> dict[str, list[str]]:
        """What stops this page from being public, by field. Page types add their own."""
        errors = telling.errors_of(self) if self.in_safe_branch else {}
        return {**errors, **future_dates(self, *self.past_dates)}

    def with_content_json(self, content: dict) -> "BasePage":
        """The page as a revision has it; when readers last saw it change is no part of that."""
        page = super().with_content_json(content)
        kept = type(self)._base_manager.filter(pk=self.pk)
        page.changed_at, page.changed_digest = kept.values_list("changed_at", "changed_digest")[0]
        return page

    def publish(self, revision, *args, **kwargs):
        """Publish the revision, by whatever way it came here, unless something stops it."""
        draft = revision.as_object()
        errors = {**unfinished_parts(draft), **draft.publication_errors()}
        for relation in get_all_child_relations(type(draft)):
            name = relation.get_accessor_name()
            if name == COMMENTS_RELATION_NAME:  # what editors say to each other
                continue
            for row in getattr(draft, name).all():
                wrong = {**empty_fields(row), **getattr(row, "publication_errors", dict)()}
                for messages in wrong.values():
                    errors.setdefault(name, []).extend(messages)
        if errors:
            raise ValidationError(_by_known_field(self, errors))
        return super().publish(revision, *args, **kwargs)

    def reserved_slug_errors(self, parent: Page | None) -> list[str]:
        """Why this page may not have its address below `parent`; empty if it may."""
        reserved = getattr(parent, "reserved_child_slugs", {})
        if self.slug in reserved and reserved[self.slug] != type(self).__name__:
            return [f"Adressen ”{self.slug}” används av webbplatsen själv. Välj en annan."]
        return []

    def clean(self) -> None:
        """Refuse an address that the site itself uses, whoever writes the page."""
        super().clean()
        parent = self.get_parent().specific if self.path and self.depth > 2 else None
        if messages := self.reserved_slug_errors(parent):
            raise ValidationError({"slug": messages})

    @property
    def _place(self) -> str:
        """The tree path of this page, or of the page it is about to be made below."""
        parent = getattr(self, "parent_in_form", None)
        return self.path or (parent.path if parent else "")


def _by_known_field(page: Page, errors: dict[str, list[str]]) -> dict[str, list[str]]:
    known = {field.name for field in page._meta.get_fields()}
    gathered: dict[str, list[str]] = {}
    for field, messages in errors.items():
        gathered.setdefault(field if field in known else "__all__", []).extend(messages)
    return gathered
