"""A status update: what is true of a measure since a certain day."""

import datetime
import json
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.text import Truncator
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Revision
from wagtail.rich_text import get_text_for_indexing
from wagtail.search import index

from actionplan.enum_field import EnumField
from actionplan.new_update import AboutUpdatePanel
from actionplan.standing import below, counted, standings_of
from actionplan.status import MeasureStatus, Outcome
from actionplan.succession import arrival, successor_errors
from foundation.fields import PictureField
from foundation.pages import BasePage
from foundation.swedish.dates import long_date

if TYPE_CHECKING:
    from actionplan.models.measure import MeasurePage

# As much of the text as stands in a timeline, in lists and in search results.
EXCERPT = 300


def _shown_for(statuses: list[str]) -> dict[str, str]:
    """The attributes that let the form show a field for these statuses only."""
    return {
        "data-w-rules-target": "show",
        "data-w-rules": json.dumps({"status": [str(status) for status in statuses]}),
    }


def _without(status: MeasureStatus) -> list[str]:
    """All other statuses, and that none is chosen."""
    return ["", *(other for other in MeasureStatus if other is not status)]


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
    when_old = "Den här lägesrapporten är äldre än ett år. Läget kan vara ett annat nu."
    is_told_with_page_above = True
    is_of_its_day = True
    page_description = "Hur det går med åtgärden just nu."

    # At most five fields are seen at once; which ones depends on the status.
    content_panels = [
        AboutUpdatePanel(),
        FieldPanel("fact_on"),
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldPanel("reason", attrs=_shown_for(MeasureStatus.needing_reason())),
                FieldPanel("merged_into", attrs=_shown_for([MeasureStatus.MERGED])),
                FieldPanel("text"),
                FieldPanel("picture", attrs=_shown_for(_without(MeasureStatus.MERGED))),
            ],
            heading="Läget",
            attrs={"data-controller": "w-rules", "data-action": "change->w-rules#resolve"},
        ),
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
        index.SearchField("explanation"),
    ]

    class Meta:
        verbose_name = "lägesrapport"
        verbose_name_plural = "lägesrapporter"

    # Its name

    def _set_core_field_defaults(self) -> None:
        """Give itself its name before anything is validated, whoever writes it."""
        self.name_itself()
        super()._set_core_field_defaults()

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Keep a version under its own name; copies are kept without being validated."""
        self.name_itself()
        return super().save_revision(*args, **kwargs)

    def name_itself(self) -> None:
        """Make title, address and lead out of the day and the text.

        The address follows the day until the update is first published, then it stays.
        """
        day = self.fact_on if isinstance(self.fact_on, datetime.date) else None
        self.title = f"Lägesrapport {long_date(day)}" if day else "Lägesrapport"
        self.draft_title = self.title
        self.summary = self.excerpt
        wanted = day.isoformat() if day else "lagesrapport"
        if not self.path:
            self.slug = ""
        elif not self._keeps_slug(wanted):
            self.slug = self._get_autogenerated_slug(wanted)

    def _keeps_slug(self, wanted: str) -> bool:
        if not self._slug_is_available(self.slug, self.get_parent(), self):
            return False
        # What was published keeps the day it had then; a copy was given any name at all.
        kept = r"\d{4}-\d\d-\d\d" if self.first_published_at else wanted
        return re.fullmatch(rf"{kept}(-\d+)?", self.slug) is not None

    def with_content_json(self, content: dict) -> "StatusUpdatePage":
        """The page as an old revision has it, but where readers already find it."""
        if self.first_published_at:
            content = {**content, "slug": self.slug}
        return super().with_content_json(content)

    @property
    def told_on(self) -> datetime.date | None:
        """The day of the fact."""
        return self.fact_on

    @property
    def excerpt(self) -> str:
        """The beginning of the text, without markup."""
        return Truncator(" ".join(get_text_for_indexing(self.text).split())).chars(EXCERPT)

    # What it says

    @property
    def explanation(self) -> str:
        """The reason, where the status asks for one; what is left from another status is not it."""
        return self.reason if self.status and MeasureStatus(self.status).needs_reason else ""

    @cached_property
    def measure(self) -> "MeasurePage":
        """The measure that it tells of."""
        parent = getattr(self, "parent_in_form", None) or self.get_parent()
        return parent.specific

    @cached_property
    def is_in_force(self) -> bool:
        """Whether the measure stands as this update says: it is the newest, or still a draft."""
        if not self.live:
            return True
        above = self.breadcrumb[-1]
        return standings_of([above])[above.pk].update_id == self.pk

    @cached_property
    def successor(self) -> "MeasurePage | None":
        """The measure where the work that was merged by it goes on now, if that can be read."""
        if self.status != MeasureStatus.MERGED or self.merged_into_id is None:
            return None
        measures = type(self.measure).objects
        end = arrival(self.measure.pk, self.merged_into_id) if self.is_in_force else None
        return end and measures.visible().filter(pk=end).first()

    @property
    def looked_through_on(self) -> datetime.date | None:
        """A report tells of its day, whoever reads it through later."""
        return self.fact_on

    def as_event(self, request: HttpRequest | None = None) -> dict[str, Any]:
        """The update as a row in a timeline; its title says the day."""
        text = " ".join(part for part in (self.explanation, self.excerpt) if part)
        return {
            "title": self.title,
            "url": self.get_url(request),
            "status": self.status,
            "text": text,
            "is_example": self.is_example,
        }

    # The page

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """Its place in the story of the measure: the update before it, after it, and the newest."""
        story = self._story() if self.path else []
        place = next((n for n, update in enumerate(story) if update.pk == self.pk), None)
        around = {}
        if place is not None:
            self.is_in_force = place == 0
            around = {
                "earlier": next(iter(story[place + 1 :]), None),
                "later": story[place - 1] if place else None,
                "newest": story[0] if place else None,
            }
        return {**super().get_context(request, *args, **kwargs), **around}

    def _story(self) -> list["StatusUpdatePage"]:
        """The counted updates of the measure, newest day of fact first, with what a link shows."""
        siblings = StatusUpdatePage.objects.filter(**below(self.path[: -self.steplen]))
        shown = ("path", "content_type", "title", "slug", "url_path", "status")
        return list(counted(siblings).only(*shown))

    # Publishing

    def publication_errors(self) -> dict[str, list[str]]:
        """A day that has come, a status, and the reasons that a resident is owed."""
        errors = super().publication_errors()
        for field, message in self._missing():
            errors[field] = [message]
        if self.fact_on and self.fact_on > (public_on := self._public_on()):
            errors["fact_on"] = [
                f"Dagen får inte vara senare än {long_date(public_on)}, då rapporten blir publik."
            ]
        merges = self.status == MeasureStatus.MERGED and self.merged_into
        if merges and (messages := successor_errors(self.measure, self.merged_into)):
            errors["merged_into"] = messages
        return errors

    def _missing(self) -> list[tuple[str, str]]:
        status = MeasureStatus(self.status) if self.status else None
        rules = (
            ("fact_on", self.fact_on is None, "Skriv vilken dag det gäller."),
            ("status", status is None, "Välj en status."),
            (
                "reason",
                status and status.needs_reason and not self.reason.strip(),
                "Förklara varför, så att invånarna förstår.",
            ),
            (
                "merged_into",
                status and status.names_successor and not self.merged_into,
                "Välj åtgärden som arbetet fortsätter i.",
            ),
            (
                "text",
                not self.excerpt and not self.reason.strip(),
                "Skriv några meningar om vad som har hänt.",
            ),
            (
                "outcome_reason",
                self.outcome and not self.outcome_reason.strip(),
                "Motivera bedömningen av resultatet.",
            ),
        )
        return [(field, message) for field, is_missing, message in rules if is_missing]

    def _public_on(self) -> datetime.date:
        """The day on which the update becomes public if it is published now."""
        scheduled = self.go_live_at
        if scheduled and scheduled > timezone.now():
            return timezone.localdate(scheduled)
        return timezone.localdate()

    # Looking at a draft

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """Where the editor can see it: among the others, or by itself."""
        return [("measure", "På åtgärdens sida"), ("", "Egen sida")]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The draft as readers will see it; what is not filled in yet is left as it stands."""
        if mode_name != "measure":
            return super().serve_preview(request, mode_name)
        measure = self.measure
        # The text that is advised on is this one, not that of the measure around it.
        request.page_in_form = self
        self.fact_on = self.fact_on or timezone.localdate()
        self.status = self.status or measure.status
        measure.show_with(self)
        return measure.serve_preview(request, "")
