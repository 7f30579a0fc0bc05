"""The site that the news stand on."""

import pytest
from wagtail.models import Page, Site

from tests.factories import (
    FocusAreaPageFactory,
    HomePageFactory,
    NewsIndexPageFactory,
    PlanPageFactory,
    SupportPageFactory,
)


@pytest.fixture
def home(db):
    """The start page of the default site."""
    page = HomePageFactory(parent=Page.get_first_root_node())
    Site.objects.filter(is_default_site=True).update(root_page=page, hostname="localhost")
    Site.clear_site_root_paths_cache()
    return page


@pytest.fixture
def news(home):
    """The list of news, empty."""
    return NewsIndexPageFactory(parent=home)


@pytest.fixture
def support(home):
    """The start of the support branch."""
    return SupportPageFactory(parent=home)


@pytest.fixture
def focus_area(home):
    """A focus area of the plan, for measures to stand in."""
    return FocusAreaPageFactory(parent=PlanPageFactory(parent=home))
