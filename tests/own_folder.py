"""A folder and a port that a site has to itself, for tools that serve one for the occasion."""

import os
import socket
from pathlib import Path

import django


def settle_in(folder: Path) -> None:
    """Let Django, here and in the server, use nothing but the folder and a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        os.environ["PORT"] = str(free.getsockname()[1])
    os.environ["ATGARDSPLAN_VAR"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.standalone"
    os.environ.pop("DATABASE_URL", None)
    # Playwright keeps an event loop in this thread, where Django would refuse to query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    django.setup()
