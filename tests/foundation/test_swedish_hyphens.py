"""Long compounds may be broken at their seams, and only there."""

import pytest
from django.template import engines

from foundation.swedish.hyphens import SOFT_HYPHEN, with_seams


@pytest.mark.parametrize(
    "seams",
    [
        "trygghets|undersökningen",
        "Tillgänglighets|redogörelse",
        "Åtgärdsplan för brotts|förebyggande arbete",
        "samhälls|byggnadsförvaltningen",
        "räddnings|tjänstförbundet",
        "Så ska brottsligheten minska",
        "Trygghets|vandring i Exempelparken",
        "brottslighetens",
        "undersökningen",
    ],
)
def test_a_long_word_has_a_soft_hyphen_where_it_is_joined(seams):
    assert with_seams(seams.replace("|", "")) == seams.replace("|", SOFT_HYPHEN)


def test_what_an_editor_writes_in_a_heading_is_still_only_text():
    template = engines["django"].from_string("{% load swedish %}<h1>{{ title|seams }}</h1>")

    assert template.render({"title": "<b>Trygghetsundersökningen"}) == (
        f"<h1>&lt;b&gt;Trygghets{SOFT_HYPHEN}undersökningen</h1>"
    )
