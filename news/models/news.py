"""News articles, and the list of them."""

import datetime
from functools import cached_property

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db import models
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.search import index

from foundation.fields import BodyField, PictureField
from foundation.pages import BasePage
from foundation.swedish.dates import long_date
from foundation.visibility import VisiblePageQuerySet
from news import publication_day
from news.measure_links import MeasureLink, linked_measures


class NewsQuerySet(VisiblePageQuerySet):
    """News articles that are …"""

    def newest_first(self) -> "NewsQuerySet":
        """In the order of their day of publication; those of one day by when they went live."""
        return self.order_by(
            models.F("published_on").desc(nulls_last=True),
            models.F("first_published_at").desc(nulls_last=True),
            "-pk",
        )


NewsManager = PageManager.from_queryset(NewsQuerySet)


class NewsIndexPage(BasePage):
    """The list of all news, newest first."""

    PER_PAGE = 20
    query_keys = ("sida",)
    months_until_old = None
    shows_corrections = False

    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.NewsPage"]
    max_count_per_parent = 1
    page_description = "Listan med alla nyheter. Det finns bara en."

    called_by_readers = "Alla nyheter"

    class Meta:
        verbose_name = "nyhetslista"
        verbose_name_plural = "nyhetslistor"

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """One page of the news, as `?sida=` asks."""
        context = super().get_context(request, *args, **kwargs)
        context["page_obj"] = self._page_of_news(request.GET.get("sida", "1"))
        return context

    @cached_property
    def updated_at(self) -> datetime.datetime | None:
        """The newest visible change of the list itself or of an article in it."""
        seen = Coalesce("changed_at", "first_published_at")
        articles = NewsPage.objects.visible().child_of(self).aggregate(newest=models.Max(seen))
        return max(filter(None, (super().updated_at, articles["newest"])), default=None)

    @property
    def number_of_pages(self) -> int:
        """How many pages the list takes."""
        return self._paginator().num_pages

    def _paginator(self) -> Paginator:
        return Paginator(NewsPage.objects.visible().child_of(self).newest_first(), self.PER_PAGE)

    def _page_of_news(self, number: str) -> Page:
        try:
            return self._paginator().page(number)
        except (EmptyPage, PageNotAnInteger) as error:
            raise Http404("Den sidan av nyhetslistan finns inte.") from error


def pages_of_the_list() -> list[str]:
    """The addresses of the further pages of a list of news that does not fit on one."""
    return [
        f"{index.url}?sida={number}"
        for index in NewsIndexPage.objects.visible()
        if index.url
        for number in range(2, index.number_of_pages + 1)
    ]


class NewsPage(BasePage):
    """An article: what has happened, told by the municipality."""

    published_on = models.DateField(
        "publicerad",
        null=True,
        blank=True,
        help_text=(
            "Dagen som står på nyheten och som bestämmer dess plats i listan. "
            "Lämna tomt för att få dagen då den publiceras."
        ),
    )
    picture = PictureField(help_text="Visas överst. Fotografens namn hämtas från bilden.")
    body = BodyField()
    import_digest = models.CharField(max_length=64, blank=True, editable=False)

    months_until_old = 6
    is_of_its_day = True
    when_old = "Den här nyheten är äldre än sex månader. Något kan ha ändrats sedan dess."

    objects = NewsManager()
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, "import_digest", "published_on"]
    internal_fields = ("import_digest",)

    parent_page_types = ["news.NewsIndexPage"]
    subpage_types = []
    page_description = "En artikel om något som har hänt eller ska hända."

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        FieldPanel("picture"),
        MultiFieldPanel(
            [
                FieldPanel("published_on"),
                InlinePanel(
                    "measure_links",
                    heading="Åtgärder som nyheten handlar om",
                    label="åtgärd",
                    help_text="Nyheten länkas också från åtgärdens egen sida.",
                ),
            ],
            heading="Datum och åtgärder",
            classname="collapsed",
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("published_on"),
    ]

    class Meta:
        verbose_name = "nyhet"
        verbose_name_plural = "nyheter"

    # Reading

    @property
    def told_on(self) -> datetime.date | None:
        """The day that stands on the article."""
        return self.published_on or super().told_on

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """The measures that the article is about, as far as the public may see them."""
        context = super().get_context(request, *args, **kwargs)
        context["measures"] = linked_measures(self)
        return context

    @property
    def looked_through_on(self) -> datetime.date | None:
        """News grows old from its day, whoever reads it through later."""
        return self.published_on

    # Publishing

    def publication_errors(self) -> dict[str, list[str]]:
        """An article has a lead, a text, a picture that all can use, and a true day."""
        errors = super().publication_errors()
        if not self.summary.strip():
            errors["summary"] = ["Skriv en ingress: det viktigaste i två eller tre meningar."]
        if all(block.block_type == "note" for block in self.body):
            errors["body"] = ["Skriv något innan nyheten publiceras."]
        if messages := self._picture_errors():
            errors["picture"] = messages
        if message := self._too_late_a_day():
            errors["published_on"] = [message]
        return errors

    def publish(self, revision, *args, **kwargs):
        """Publish the revision; an article without a day gets that of its first publication."""
        publication_day.settle(revision)
        return super().publish(revision, *args, **kwargs)

    def _picture_errors(self) -> list[str]:
        """What is missing of the picture for those who do not see it, and for who took it."""
        images = [block.value["image"] for block in self.picture if block.value["image"]]
        messages = []
        if any(image.decorative or not image.contextual_alt_text for image in images):
            messages.append("Skriv vad bilden visar, för den som inte ser den.")
        if any(not image.photographer.strip() for image in images):
            messages.append("Bilden saknar fotograf. Skriv namnet i bildens uppgifter.")
        return messages

    def _too_late_a_day(self) -> str:
        """Why the article may not bear its day: nobody can have read it then."""
        if not self.published_on:
            return ""
        today = timezone.localdate()
        goes_live = timezone.localdate(self.go_live_at) if self.go_live_at else today
        if self.published_on <= max(today, goes_live):
            return ""
        if goes_live > today:
            return (
                f"Dagen ligger efter den {long_date(goes_live)}, då sidan är schemalagd att "
                "publiceras. Välj den dagen eller en tidigare, eller lämna fältet tomt."
            )
        return (
            "Dagen ligger i framtiden. Välj i dag eller tidigare, eller schemalägg sidan så att "
            "den publiceras då."
        )


class NewsMeasure(MeasureLink):
    """That an article is about a measure."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="measure_links")

    class Meta(MeasureLink.Meta):
        verbose_name = "åtgärd"
        verbose_name_plural = "åtgärder"
