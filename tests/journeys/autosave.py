"""What a browser has to wait for where Wagtail's forms save themselves."""

from playwright.sync_api import Page, expect

# Wagtail begins to look for changes two seconds after the form is there, and takes what the form holds
# by then for what it held. It sets about that more than once: what a machine types before the last
# time it does not see.
_LOOKS_FOR_CHANGES = """
let awaited = 0;
const tell = (more) => {
  awaited += more;
  document.documentElement.dataset.watched = awaited > 0 ? "no" : "yes";
};
document.addEventListener("w-unsaved:ready", () => tell(1));
document.addEventListener("w-unsaved:watch-edits", () => tell(-1));
"""


def tell_when_watched(page: Page) -> None:
    """Let every form that is opened from now on tell when it looks for changes."""
    page.add_init_script(_LOOKS_FOR_CHANGES)


def wait_until_watched(page: Page) -> None:
    """From here on the form saves what is written."""
    expect(page.locator("html[data-watched=yes]")).to_be_attached()


def wait_until_saved(page: Page) -> None:
    """All that was written is saved, without a button."""
    indicator = page.locator("#w-autosave-indicator")
    expect(indicator).to_have_attribute("data-w-autosave-state-value", "saved")
