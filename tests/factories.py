"""Pages and parts with plain values, for tests to change what they are about.

A page is really published, so a test sees what a reader would see. `live=False` makes a draft.
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from unittest.mock import MagicMock, patch

import factory
import wagtail_factories
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from actionplan.models import (
    FocusAreaPage,
    IndicatorIndexPage,
    IndicatorPage,
    MeasurePage,
    PlanPage,
    StatusUpdatePage,
    SurveyIndexPage,
    SurveyPage,
)
from actionplan.status import MeasureStatus
from foundation.contacts import HelpContact, Organisation
from home.models import HomePage
from news.models import CampaignPage, NewsIndexPage, NewsPage, SupportPage


@contextmanager
def untold() -> Iterator[None]:
    """Let the search index and the references wait for the publication, which tells them all."""
    with (
        disable_reference_index_auto_update(),
        patch("modelsearch.signal_handlers.insert_or_update_object_task", MagicMock()),
    ):
        yield


class PublishedPageFactory(wagtail_factories.PageFactory):
    """A page below `parent`, published like an editor does it."""

    title = factory.Sequence(lambda number: f"Sida {number}")
    live = True

    class Meta:
        abstract = True

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs) -> Page:
        publish = kwargs.pop("live")
        with untold() if publish else nullcontext():
            page = super()._create_instance(model_class, parent, {**kwargs, "live": False})
            revision = page.save_revision() if publish else None
        if revision:
            revision.publish()
            page.refresh_from_db()
        return page


class HomePageFactory(PublishedPageFactory):
    """The start page; its parent is the root of the tree."""

    title = "Start"
    slug = "start"
    heading = "Tillsammans gör vi kommunen tryggare"

    class Meta:
        model = HomePage


# The plan


class PlanPageFactory(PublishedPageFactory):
    """The plan."""

    title = "Åtgärdsplanen"
    slug = "atgardsplan"

    class Meta:
        model = PlanPage


class FocusAreaPageFactory(PublishedPageFactory):
    """A focus area of the plan."""

    title = "Trygga platser"

    class Meta:
        model = FocusAreaPage


class MeasurePageFactory(PublishedPageFactory):
    """A measure in a focus area."""

    title = factory.Sequence(lambda number: f"Åtgärd {number}")

    class Meta:
        model = MeasurePage


class StatusUpdatePageFactory(PublishedPageFactory):
    """What was said of a measure one day in spring."""

    title = ""
    slug = ""
    fact_on = datetime.date(2025, 5, 3)
    status = MeasureStatus.ONGOING
    text = "<p>Stolparna byts under våren.</p>"

    class Meta:
        model = StatusUpdatePage


class IndicatorIndexPageFactory(PublishedPageFactory):
    """The list of indicators."""

    title = "Indikatorer"
    slug = "indikatorer"

    class Meta:
        model = IndicatorIndexPage


class IndicatorPageFactory(PublishedPageFactory):
    """An indicator that has no figures yet."""

    title = factory.Sequence(lambda number: f"Hur många svarar ja på fråga {number}?")
    unit = "procent"

    class Meta:
        model = IndicatorPage


class SurveyIndexPageFactory(PublishedPageFactory):
    """The list of surveys."""

    title = "Undersökningar"
    slug = "undersokningar"

    class Meta:
        model = SurveyIndexPage


class SurveyPageFactory(PublishedPageFactory):
    """A survey."""

    title = "Nationella trygghetsundersökningen"

    class Meta:
        model = SurveyPage


# News, support and campaigns


class NewsIndexPageFactory(PublishedPageFactory):
    """The list of news."""

    title = "Nyheter"

    class Meta:
        model = NewsIndexPage


class NewsPageFactory(PublishedPageFactory):
    """An article."""

    title = factory.Sequence(lambda number: f"Nyhet {number}")
    summary = "Det viktigaste i två meningar. Här är den andra."
    published_on = datetime.date(2026, 5, 3)
    body = [("paragraph", "<p>Torget har fått ny belysning.</p>")]

    class Meta:
        model = NewsPage


class SupportPageFactory(PublishedPageFactory):
    """A page in the support branch."""

    title = "Stöd och råd"
    summary = "Här finns hjälp för dig som är utsatt, och för dig som är orolig för någon annan."

    class Meta:
        model = SupportPage


class CampaignPageFactory(PublishedPageFactory):
    """A campaign that went on in November 2025."""

    title = "Orange vecka"
    summary = "En vecka då vi pratar om att alla ska vara trygga hemma."
    purpose = "Fler ska veta var det finns hjälp."
    starts_on = datetime.date(2025, 11, 24)
    ends_on = datetime.date(2025, 11, 30)

    class Meta:
        model = CampaignPage


# Registers


class OrganisationFactory(factory.django.DjangoModelFactory):
    """A unit of the municipality."""

    name = factory.Sequence(lambda number: f"Exempelenheten {number}")

    class Meta:
        model = Organisation


class HelpContactFactory(factory.django.DjangoModelFactory):
    """A published number, never checked."""

    name = "Kvinnofridslinjen"
    phone = "020-50 50 50"
    source = "Nationellt centrum för kvinnofrid"

    class Meta:
        model = HelpContact
