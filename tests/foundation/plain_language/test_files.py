"""A PDF on another website is announced by those who link to it."""

import pytest

from foundation.plain_language.files import files_without_size
from tests.foundation.plain_language.writing import page, text


@pytest.mark.parametrize(
    ("label", "address", "told"),
    [
        ("Rapporten", "https://example.com/rapport.pdf", True),
        ("Rapporten (pdf)", "https://example.com/Rapport.PDF?v=2", True),
        ("Rapporten (pdf, 1,2 MB)", "https://example.com/rapport.pdf", False),
        ("Rapporten", "https://example.com/rapport", False),
    ],
)
def test_its_link_says_what_it_is_and_how_large(label, address, told):
    link = text(f'<p><a href="{address}">{label}</a></p>')
    assert bool(list(files_without_size(page(link)))) is told


def test_of_a_file_of_the_site_itself_the_site_tells():
    assert not list(files_without_size(page(text('<p><a linktype="document" id="1">x</a></p>'))))
