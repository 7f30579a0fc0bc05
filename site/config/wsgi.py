"""The door through which the web server reaches the site."""

import os
import sys
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.standalone")

application = get_wsgi_application()
if not settings.DEBUG:
    # Models must be loaded before what asks for settings of theirs.
    from delivery.page_cache import PageCache
    from delivery.shelf import Shelf, folder

    application = PageCache(application, Shelf(folder()))
