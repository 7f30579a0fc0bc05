"""The start page: the whole plan at a glance."""

from datetime import datetime
from functools import cached_property

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page

from actionplan.changes import changes_in, last_changes
from actionplan.models import FocusAreaPage, PlanPage
from foundation import figures
from foundation.pages import BasePage
from foundation.visibility import visible
from news.models import NewsIndexPage, NewsPage


class HomePage(BasePage):
    """What the plan is for, how it goes, what is new, and where there is help."""

    heading = models.CharField(
        "rubrik",
        max_length=120,
        help_text="En mening om vad planen är till för. Sidans titel ovanför syns bara i webbläsarens flik.",
    )
    key_figure_indicator = models.ForeignKey(
        "actionplan.IndicatorPage",
        verbose_name="indikator",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Välj en indikator för att alltid visa dess senaste siffra, med enhet, källa och tid.",
    )
    key_figure = models.CharField(
        "nyckeltal",
        max_length=40,
        blank=True,
        help_text="Till exempel: 12 procent. Har du valt en indikator visas det du skriver här bara "
        "om indikatorn inte är publicerad.",
    )
    key_figure_meaning = models.CharField(
        "vad talet betyder",
        max_length=250,
        blank=True,
        help_text="Fortsätt meningen som talet börjar. Har du skrivit talet själv: säg vem som uppger "
        "det och när.",
    )
    key_figure_source = models.CharField(
        "talets källa", max_length=250, blank=True, help_text="Vem som har mätt, och när."
    )
    key_figure_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="sida om undersökningen",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    help_heading = models.CharField(
        "rubrik i rutan om hjälp", max_length=80, default="Behöver du hjälp?"
    )
    help_text = models.TextField("text i rutan om hjälp", max_length=300, blank=True)
    help_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="sida med stöd och råd",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    changes_shown = models.PositiveSmallIntegerField(
        "antal nyheter om planen",
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text="Så många av de senaste ändringarna i planen visas på startsidan.",
    )

    NEWS_SHOWN = 3

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "actionplan.PlanPage",
        "news.NewsIndexPage",
        "news.SupportPage",
        "home.StandardPage",
    ]
    max_count = 1
    months_until_old = None
    shows_corrections = False
    # What the site itself answers at, now or by its contract with those who read it.
    reserved_child_slugs = dict.fromkeys(
        [
            "api",
            "datasets",
            "dokument",
            "flode",
            "halsa",
            "media",
            "oppna-data",
            "paminnelser",
            "redaktion",
            "sitemap",
            "sok",
            "static",
        ]
    )

    content_panels = [
        FieldPanel("title", heading="Titel i webbläsarens flik"),
        FieldPanel("heading"),
        FieldPanel("summary"),
        MultiFieldPanel(
            [
                FieldPanel("key_figure_indicator"),
                FieldRowPanel(["key_figure", "key_figure_source"]),
                FieldPanel("key_figure_meaning"),
                FieldPanel("key_figure_page"),
            ],
            heading="Nyckeltal",
        ),
        MultiFieldPanel(
            [
                FieldPanel("help_heading"),
                FieldPanel("help_text"),
                FieldPanel("help_page"),
            ],
            heading="Hjälp",
        ),
        FieldPanel("changes_shown"),
    ]

    called_by_readers = "Startsidan"

    class Meta:
        verbose_name = "startsida"
        verbose_name_plural = "startsidor"

    def publication_errors(self) -> dict[str, list[str]]:
        """A start page says what the plan is for, and a figure says what it means and whose it is."""
        errors = super().publication_errors()
        if not self.heading:
            errors["heading"] = ["Skriv en mening om vad planen är till för."]
        has_figure = self.key_figure or self.key_figure_indicator_id
        if has_figure and not self.key_figure_meaning:
            errors["key_figure_meaning"] = ["Skriv vad talet betyder."]
        if self.key_figure and not self.key_figure_source:
            errors["key_figure_source"] = ["Skriv vem som har mätt. Ett tal utan källa visas inte."]
        return errors

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        """The plan in short, and what is new, as far as the public may see it."""
        context = super().get_context(request, *args, **kwargs)
        plan = PlanPage.objects.visible().filter(superseded_by=None).order_by("-path").first()
        changes = changes_in(plan, limit=self.changes_shown) if plan else []
        plan_changed_at = changes[0].at if changes else None
        # Told by the changes, so that it need not be asked for again.
        self.updated_at = self._newest(self.changed_at, self.first_published_at, plan_changed_at)
        return {
            **context,
            "plan": plan,
            "plan_changed_at": plan_changed_at,
            "areas": self._areas_of(plan) if plan else [],
            "changes": [change.as_event() for change in changes],
            "news": self._news,
            "live_figure": self._live_figure,
            **self._ways_on(),
        }

    def _areas_of(self, plan: PlanPage) -> list[dict]:
        """The plan's focus areas, each with how many measures it has."""
        areas = FocusAreaPage.objects.visible().child_of(plan).order_by("path").defer("body")
        return [
            {
                "page": area,
                "count": sum(measure.path.startswith(area.path) for measure in plan.measures),
            }
            for area in areas
        ]

    @cached_property
    def _news(self) -> list[NewsPage]:
        return list(NewsPage.objects.visible().newest_first()[: self.NEWS_SHOWN])

    @cached_property
    def updated_at(self) -> datetime | None:
        """The newest visible change here: of the page itself, of the plan, or of the news shown."""
        return self._newest(last_changes([self])[self.pk])

    @property
    def _live_figure(self) -> figures.Figure | None:
        """The newest figure of the chosen indicator, if readers may see it."""
        key = self.key_figure_indicator_id
        return figures.figure_of(figures.figures_of([key]).get(key, [])) if key else None

    def _newest(self, *moments: datetime | None) -> datetime | None:
        moments = [*moments, *(article.updated_at for article in self._news)]
        return max((moment for moment in moments if moment), default=None)

    def _ways_on(self) -> dict[str, Page | None]:
        """The list of news and the pages that the editor has chosen to link to, in one query."""
        chosen = Q(pk__in={self.key_figure_page_id, self.help_page_id} - {None})
        pages = visible(Page.objects.filter(chosen | Q(newsindexpage__isnull=False)))
        by_key = {page.pk: page for page in pages}
        lists = (page for page in by_key.values() if page.specific_class is NewsIndexPage)
        return {
            "news_index": next(lists, None),
            "key_figure_page": by_key.get(self.key_figure_page_id),
            "help_page": by_key.get(self.help_page_id),
        }
