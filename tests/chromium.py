"""The machine's own Chromium, started so that it talks to nobody but the site under test."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
CHROMIUM = os.environ.get("CHROMIUM") or next(
    (path for name in (*NAMES, ON_MACOS) if (path := shutil.which(name))), None
)
ARGUMENTS = [
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Chromium's sandbox does not work for root, whom containers run as.
    *(["--no-sandbox"] if os.geteuid() == 0 else []),
]
