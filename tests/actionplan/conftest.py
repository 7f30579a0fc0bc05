"""A small plan to test with."""

import pytest
from wagtail.models import Page, Site

from tests.factories import (
    FocusAreaPageFactory,
    HomePageFactory,
    MeasurePageFactory,
    PlanPageFactory,
)


@pytest.fixture
def home(db):
    """The start page of the default site."""
    page = HomePageFactory(parent=Page.get_first_root_node())
    Site.objects.filter(is_default_site=True).update(root_page=page, hostname="localhost")
    Site.clear_site_root_paths_cache()
    return page


@pytest.fixture
def plan(home):
    """The plan, still without focus areas."""
    return PlanPageFactory(parent=home)


@pytest.fixture
def area(plan):
    """A focus area of the plan, still without measures."""
    return FocusAreaPageFactory(parent=plan, title="Trygga platser")


@pytest.fixture
def measure(area):
    """A measure that nobody has reported on."""
    return MeasurePageFactory(parent=area, title="Ett tryggare torg")
