"""A figure says who has found it."""

import pytest

from foundation.languages import Language
from foundation.plain_language.figures import figures_without_source
from foundation.plain_language.parts import KeyFigure
from tests.foundation.plain_language.writing import HERE, page, text


@pytest.mark.parametrize(
    ("html", "share"),
    [
        ("<p>Av invånarna är 12 procent otrygga.</p>", "12 procent"),
        ("<p>Det är 34,5&nbsp;% av alla.</p>", "34,5 %"),
        ("<p>Mellan 10–15 procent.</p>", "10–15 procent"),
        ("<p>Enligt Brå är 12 procent otrygga.</p>", None),
        ("<p>Undersökningen visar att 12 procent är otrygga.</p>", None),
        ('<p><a linktype="page" id="4">12 procent</a> är otrygga.</p>', None),
        ("<p>Vi byter 40 lampor den 3 maj 2026.</p>", None),
    ],
)
def test_a_share_in_the_text_says_where_it_comes_from(html, share):
    found = [advice.quote for advice in figures_without_source(page(text(html)))]
    assert found == ([share] if share else [])


def test_the_source_of_the_page_is_that_of_its_figures():
    share = text("<p>Av invånarna är 12 procent otrygga.</p>")
    assert not list(figures_without_source(page(share, has_source=True)))
    assert not list(figures_without_source(page(share, language=Language.ENGLISH)))


@pytest.mark.parametrize(
    ("value", "source", "told"), [("12", "", 1), ("12", "Brå", 0), ("", "", 0)]
)
def test_a_key_figure_has_a_source_of_its_own(value, source, told):
    written = page(KeyFigure(HERE, value, source), has_source=True)
    assert len(list(figures_without_source(written))) == told
