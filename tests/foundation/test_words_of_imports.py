"""How the messages and the reports of imports write what they quote and count."""

import pytest
from django.template.loader import render_to_string

from foundation.importing.refusal import shown


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Trygghetsvandringar i Sveg", "”Trygghetsvandringar i Sveg”"),
        ("Trygghetsvandringar i Sveg och Hede", "”Trygghetsvandringar i Sveg …”"),
        ("Arbetet är klart till sommaren", "”Arbetet är klart till …”"),
        ("Brottsförebyggandesamordning", "”Brottsförebyggandesamordni …”"),
    ],
)
def test_a_long_quotation_ends_after_a_whole_word(text, quoted):
    assert shown(text, longest=26) == quoted


@pytest.mark.parametrize("template", ["measure_import", "indicator_import"])
def test_a_report_counts_with_a_space_between_thousands(template):
    report = {"page": 1, "counts": {"Ny": 1000, "Ändras": 0}}
    written = render_to_string(f"actionplan/admin/{template}.html", {"report": report})
    assert "Ny: 1\N{NO-BREAK SPACE}000 · Ändras: 0" in written
