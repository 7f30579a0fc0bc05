"""Tells the caches that something readers may see was written. Decides nothing."""

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site
from wagtail.signals import page_unpublished, post_page_move

from delivery import generation
from foundation.abbreviations import Abbreviation
from foundation.contacts import Contact, HelpContact, Organisation, TargetGroup
from foundation.corrections import Correction
from foundation.media import SiteDocument, SiteImage
from foundation.settings import SiteSettings

REGISTERS = (Abbreviation, Contact, HelpContact, Organisation, TargetGroup)
UPLOADS = (SiteImage, SiteDocument, Collection, CollectionViewRestriction)
WATCHED = (Page, Correction, PageViewRestriction, Site, SiteSettings, *REGISTERS, *UPLOADS)

# What saving a draft writes on the page itself. Readers see nothing of it.
DRAFT_FIELDS = {
    "_comments",
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "locked",
    "locked_at",
    "locked_by",
}


def connect() -> None:
    """Listen to every way in which what readers see can change."""
    for signal in (post_save, post_delete):
        signal.connect(_written, dispatch_uid="foundation.written")
    for signal in (post_page_move, page_unpublished):
        signal.connect(_moved, dispatch_uid="foundation.moved")


def _written(sender: type[Model], update_fields: frozenset[str] | None = None, **kwargs) -> None:
    if issubclass(sender, WATCHED) and not (update_fields and update_fields <= DRAFT_FIELDS):
        generation.advance()


def _moved(**kwargs) -> None:
    generation.advance()
