"""Every block of a body as its own preview shows it, and in its other states."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from wagtail.blocks import Block

from foundation.blocks import BodyBlock
from home.showcase.sample import LONG, Shown, drawn

BODY = BodyBlock()
# Beside the preview: what is changed in it, by the name of the state.
OTHER_STATES: dict[str, dict[str, dict[str, Any]]] = {
    "heading": {"Underrubrik": {"level": "h3"}, "Lång": {"text": LONG}},
    "quote": {
        "Utan namn": {"speaker": "", "role": ""},
        "Två stycken": {"text": "Det första stycket.\nDet andra stycket."},
    },
    "foreign_passage": {
        "Från höger till vänster": {"language": "ar", "text": "<p>مرحبا</p>"},
    },
    "key_figure": {
        "Utan länk och år": {"source_url": "", "period": ""},
        "Lång": {"value": "1 234 567 invånare", "explanation": LONG},
    },
    "fact_box": {"Lång": {"heading": LONG}},
    "table": {
        "Utan rubriker i första kolumnen": {
            "first_column_is_heading": False,
            "cells": {
                "caption": "Antal möten, utan rubriker i första kolumnen",
                "columns": [{"type": "text", "heading": "Plats"}],
                "rows": [{"values": ["Torget"]}, {"values": [""]}],
            },
        }
    },
    "link_list": {"Utan rubrik": {"heading": ""}},
    "document": {"Med egen länktext": {"text": "Läs hela planen"}},
    "help_contacts": {"Utan rubrik": {"heading": ""}},
    "picture": {"Bilden är borta: ingenting visas": {"image": None}},
    "note": {"På sidan: ingenting visas": {}},
}


def all_blocks(request: HttpRequest) -> list[Shown]:
    """Every block with its states, and last a body made of several."""
    shown = [_shown(name, block, request) for name, block in BODY.child_blocks.items()]
    parts = [
        {"type": name, "value": block.get_prep_value(block.get_preview_value())}
        for name, block in BODY.child_blocks.items()
        if name in {"heading", "paragraph", "quote"}
    ]
    body = BODY.render(BODY.to_python(parts), {"request": request})
    return [*shown, Shown("Flera delar i rad", "body", [("Rubrik, text och citat", drawn(body))])]


def _shown(name: str, block: Block, request: HttpRequest) -> Shown:
    preview = block.get_preview_value()
    states = [("Så som den visas när man väljer den", _preview(block, preview, request))]
    for state, changes in OTHER_STATES.get(name, {}).items():
        value = block.normalize({**preview, **changes}) if changes else preview
        states.append((state, drawn(block.render(value, {"request": request}))))
    return Shown(block.label, name, states)


def _preview(block: Block, value: Any, request: HttpRequest) -> str:
    """What the block's preview shows, without the page around it."""
    if template := getattr(block.meta, "preview_template", None):
        context = {"bound_block": block.bind(value), "around": "home/showcase/bare.html"}
        return render_to_string(template, context, request)
    return drawn(block.render(value, {"request": request}))
