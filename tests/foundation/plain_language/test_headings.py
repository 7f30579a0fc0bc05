"""No step is missing between one heading and the next."""

import pytest

from foundation.plain_language.headings import skipped_headings
from foundation.plain_language.parts import Heading
from tests.foundation.plain_language.writing import HERE, page


@pytest.mark.parametrize(
    ("levels", "astray"),
    [
        ([], []),
        ([2, 3, 3, 2, 3], []),
        ([3, 2, 3], [0]),
        ([3, 3], [0]),
    ],
)
def test_a_subheading_has_a_heading_above_it(levels, astray):
    headings = [Heading(HERE, str(place), level) for place, level in enumerate(levels)]
    found = [int(advice.quote) for advice in skipped_headings(page(*headings))]
    assert found == astray
