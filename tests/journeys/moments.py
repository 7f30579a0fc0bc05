"""Moments that something is set for, and that a journey cannot wait for."""

import datetime

from django.utils import timezone
from playwright.sync_api import Page, expect
from wagtail.models import Revision

from foundation.scheduled_publishing import publish_due


def schedule_for_tomorrow(page: Page) -> None:
    """Set, in an open form, that it is published at this hour tomorrow."""
    page.get_by_role("button", name="Växla status").click()
    page.get_by_role("button", name="Sätt schema").click()
    moment = timezone.localtime() + datetime.timedelta(days=1)
    page.locator("input[name=go_live_at]").fill(f"{moment:%Y-%m-%d %H:%M}")
    # The calendar that opens lies above the button.
    page.get_by_role("button", name="Spara schema").press("Enter")
    page.get_by_role("button", name="Schemalägg publicering").click()
    expect(page.locator(".messages")).to_contain_text("schemalagd")


def let_the_moment_come(revision: Revision) -> None:
    """What was set for tomorrow is due now."""
    past = timezone.now() - datetime.timedelta(minutes=1)
    revision.content["go_live_at"] = past.isoformat()
    revision.approved_go_live_at = past
    revision.save()
    assert publish_due() == 1
