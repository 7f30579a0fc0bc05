"""A status update: what is true of a measure since a certain day."""

import json

from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from actionplan.enum_field import EnumField
from actionplan.status import MeasureStatus, Outcome
from foundation.fields import PictureField
from foundation.pages import BasePage


def _shown_for(statuses: list[MeasureStatus]) -> dict[str, str]:
    """The attributes that let the form show a field for these statuses only."""
    return {
        "data-w-rules-target": "show",
        "data-w-rules": json.dumps({"status": [status.value for status in statuses]}),
    }


class StatusUpdatePage(BasePage):
    """What the municipality says about how it goes with a measure, as of a day."""

    fact_on = models.DateField(
        "dagen det gäller",
        null=True,
        help_text="Dagen då det var så, inte dagen då du skriver.",
    )
    status = EnumField("status", enum=MeasureStatus)
    reason = models.TextField(
        "varför",
        blank=True,
        help_text="Förklara för invånarna varför åtgärden är pausad, avbruten eller ingår i en annan.",
    )
    merged_into = models.ForeignKey(
        "actionplan.MeasurePage",
        verbose_name="ingår nu i",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Åtgärden där arbetet fortsätter.",
    )
    text = RichTextField(
        "text",
        blank=True,
        features=["bold", "italic", "ul", "ol", "link", "document-link"],
        help_text="Vad har hänt, och vad händer nu? Några meningar räcker.",
    )
    picture = PictureField()
    outcome = EnumField("resultat", enum=Outcome, blank=True)
    outcome_reason = models.TextField(
        "motivering", blank=True, help_text="Vad bedömningen bygger på."
    )

    parent_page_types = ["actionplan.MeasurePage"]
    subpage_types = []
    page_description = "Hur det går med åtgärden just nu."

    content_panels = [
        FieldPanel("fact_on"),
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldPanel("reason", attrs=_shown_for(MeasureStatus.needing_reason())),
                FieldPanel("merged_into", attrs=_shown_for([MeasureStatus.MERGED])),
            ],
            heading="Läget",
            attrs={"data-controller": "w-rules", "data-action": "change->w-rules#resolve"},
        ),
        FieldPanel("text"),
        FieldPanel("picture"),
        MultiFieldPanel(
            [FieldPanel("outcome"), FieldPanel("outcome_reason")],
            heading="Bedöm resultatet",
            classname="collapsed",
        ),
    ]
    promote_panels = []
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("text"),
        index.SearchField("reason"),
    ]

    class Meta:
        verbose_name = "lägesrapport"
        verbose_name_plural = "lägesrapporter"
