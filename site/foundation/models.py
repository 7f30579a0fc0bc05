"""Gathers the models of the foundation where Django looks for them."""

from foundation.abbreviations import Abbreviation
from foundation.contacts import Contact, HelpContact, Organisation, TargetGroup
from foundation.corrections import Correction
from foundation.daily import DailyErrand
from foundation.former_addresses import FormerAddress
from foundation.four_eyes.review import ReviewTask
from foundation.importing.kept import ImportRun
from foundation.media import SiteDocument, SiteImage, SiteRendition
from foundation.outside_links.models import LinkPlace, OutsideLink
from foundation.settings import SiteSettings

__all__ = [
    "Abbreviation",
    "Contact",
    "Correction",
    "DailyErrand",
    "FormerAddress",
    "HelpContact",
    "ImportRun",
    "LinkPlace",
    "Organisation",
    "OutsideLink",
    "ReviewTask",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "SiteSettings",
    "TargetGroup",
]
