"""Tells the caches that something readers may see was written. Decides nothing."""

from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_unpublished, post_page_move

from delivery import generation
from foundation.contacts import Contact, HelpContact, Organisation, TargetGroup
from foundation.settings import SiteSettings

REGISTERS = (Contact, HelpContact, Organisation, TargetGroup)
WATCHED = (Page, PageViewRestriction, Site, SiteSettings, *REGISTERS)


def connect() -> None:
    """Listen to every way in which what readers see can change."""
    for signal in (post_save, post_delete):
        signal.connect(_written, dispatch_uid="foundation.written")
    for signal in (post_page_move, page_unpublished):
        signal.connect(_moved, dispatch_uid="foundation.moved")


def _written(sender: type[Model], **kwargs) -> None:
    if issubclass(sender, WATCHED):
        generation.advance()


def _moved(**kwargs) -> None:
    generation.advance()
