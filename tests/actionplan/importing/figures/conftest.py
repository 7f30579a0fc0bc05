"""An indicator to import into, and figures as a test reads them."""

import pytest

from actionplan.importing.figures.indicators import check, do
from actionplan.importing.figures.planning import Choices
from tests import noting
from tests.factories import IndicatorIndexPageFactory, IndicatorPageFactory


@pytest.fixture
@noting.once
def indicator(plan):
    """An indicator of the municipality, without figures yet."""
    return IndicatorPageFactory(
        parent=IndicatorIndexPageFactory(parent=plan), title="Hur många är otrygga?", slug="otrygga"
    )


@pytest.fixture
def look(indicator):
    """What a file would do, as a report."""

    def look(content, name="varden.csv", **choices):
        content = content.encode() if isinstance(content, str) else content
        return check(content, name, Choices(indicator, **{"source_text": "Exempel", **choices}))

    return look


@pytest.fixture
def take(indicator):
    """Import a file, and publish it unless told otherwise."""

    def take(content, name="varden.csv", **choices):
        content = content.encode() if isinstance(content, str) else content
        given = {"source_text": "Exempel", "publish": True, **choices}
        return do(content, name, Choices(indicator, **given))

    return take


@pytest.fixture
def figures(indicator):
    """The public figures in words, the newest first."""

    def figures():
        page = type(indicator).objects.get(pk=indicator.pk)
        return [
            f"{value}{f' ({value.interval})' if value.interval else ''}"
            for value in page.values_in_order
        ]

    return figures
