"""The start page: the whole plan at a glance."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from foundation.pages import BasePage


class HomePage(BasePage):
    """What the plan is for, how it goes, what is new, and where there is help."""

    heading = models.CharField(
        "rubrik",
        max_length=120,
        help_text="En mening om vad planen är till för. Sidans titel ovanför syns bara i webbläsarens flik.",
    )
    key_figure = models.CharField(
        "nyckeltal", max_length=40, blank=True, help_text="Till exempel: 12 procent."
    )
    key_figure_meaning = models.CharField(
        "vad talet betyder",
        max_length=250,
        blank=True,
        help_text="Fortsätt meningen som talet börjar, och säg vem som uppger det och när.",
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

    class Meta:
        verbose_name = "startsida"
        verbose_name_plural = "startsidor"

    def publication_errors(self) -> dict[str, list[str]]:
        """A start page says what the plan is for, and a figure says what it means and whose it is."""
        errors = super().publication_errors()
        if not self.heading:
            errors["heading"] = ["Skriv en mening om vad planen är till för."]
        if self.key_figure and not self.key_figure_meaning:
            errors["key_figure_meaning"] = ["Skriv vad talet betyder."]
        if self.key_figure and not self.key_figure_source:
            errors["key_figure_source"] = ["Skriv vem som har mätt. Ett tal utan källa visas inte."]
        return errors
