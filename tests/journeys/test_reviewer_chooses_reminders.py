"""Somebody chooses how often letters come, at the address that every letter ends with."""

import pytest
from django.contrib.auth import get_user_model
from playwright.sync_api import expect

from accounts.reminders import Reminders

pytestmark = pytest.mark.journey


def test_the_choice_is_found_in_the_account_and_kept(log_in, site):
    page = log_in("Granskare")
    # The form asks everybody for a name, and for an address to write to.
    get_user_model().objects.update(
        first_name="Kim", last_name="Exempel", email="granskare@example.se"
    )
    page.get_by_role("link", name="Konto", exact=True).first.click()
    page.get_by_role("tab", name="Notifikationer").click()
    choice = page.get_by_role("combobox", name="Påminn mig med e-post")
    expect(choice).to_have_value(Reminders.DAILY)
    choice.select_option(label="Aldrig")
    page.get_by_role("button", name="Spara").first.click()

    expect(page.locator(".messages")).to_contain_text("Dina inställningar är sparade.")
    expect(choice).to_have_value(Reminders.NEVER)
    assert get_user_model().objects.get(username="granskare").reminders == Reminders.NEVER
