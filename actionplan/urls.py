"""Addresses below the plan's pages that end like files, which Wagtail's own pattern does not know."""

from django.urls import re_path

from actionplan import feeds
from foundation.routing import serve_page

urlpatterns = [
    re_path(r"^(?P<path>(?:[\w\-]+/)+)flode\.atom$", feeds.serve, name="page_feed"),
    re_path(r"^((?:[\w\-]+/)+varden(?:-excel)?\.csv)$", serve_page, name="indicator_values"),
]
