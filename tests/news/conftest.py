"""The site that the news stand on."""

import pytest

from tests import noting
from tests.factories import (
    FocusAreaPageFactory,
    NewsIndexPageFactory,
    PlanPageFactory,
    SupportPageFactory,
)


@pytest.fixture
@noting.once
def news(home):
    """The list of news, empty."""
    return NewsIndexPageFactory(parent=home)


@pytest.fixture
@noting.once
def support(home):
    """The start of the support branch."""
    return SupportPageFactory(parent=home)


@pytest.fixture
def focus_area(home):
    """A focus area of the plan, for measures to stand in."""
    return FocusAreaPageFactory(parent=PlanPageFactory(parent=home))
