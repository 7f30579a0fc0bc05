"""What is read of a page: all that its form asks an editor to write, saved or not."""

import datetime

import pytest
from wagtail.models import get_page_models

from actionplan.models import MeasurePage
from foundation.corrections import Correction
from foundation.media import SiteImage
from foundation.pages import BasePage
from foundation.plain_language.parts import (
    Heading,
    KeyFigure,
    Link,
    Picture,
    Table,
    Text,
    Words,
)
from foundation.plain_language.reading import written_on
from foundation.plain_language.rules import RULES, advice_on
from news.models import CampaignPage, NewsPage
from news.models.campaign_parts import CampaignMessage, InternalMessage

NUMBER = "900118-9811"
MAY = datetime.date(2026, 5, 3)


def said(written, kind):
    """The words of the parts of a kind, with their place."""
    if kind is Text:
        return [
            (part.place.words, [one.text for one in part.paragraphs]) for part in written.of(Text)
        ]
    return [(part.place.words, part.text) for part in written.of(kind)]


def body(**blocks):
    """A body with these blocks, as a form makes it."""
    field = NewsPage._meta.get_field("body").stream_block
    return field.to_python(
        [
            {"type": name, "value": value, "id": f"id-{place}"}
            for place, (name, value) in enumerate(blocks.items())
        ]
    )


@pytest.mark.parametrize(
    "model", [model for model in get_page_models() if issubclass(model, BasePage)]
)
@pytest.mark.django_db
def test_every_type_of_page_is_read_before_it_has_a_place_in_the_tree(model):
    page = model(title="En rubrik", summary=f"En ingress med {NUMBER}.")

    found = advice_on(written_on(page))

    # The one type whose form asks for no lead of its own writes it from its text.
    assert [advice.quote for advice in found] == ([NUMBER] if asks_for_a_lead(model) else [])


def asks_for_a_lead(model):
    return "summary" in model.get_edit_handler().get_form_class().base_fields


@pytest.mark.django_db
def test_blocks_are_taken_apart_with_their_place_in_the_form():
    page = NewsPage(
        title="Nyhet",
        body=body(
            heading={"text": "Så gjorde vi", "level": "h3"},
            paragraph="<p>Först <b>detta</b>.</p><ul><li>Ett<ul><li>Inuti</li></ul></li></ul>",
            quote={"text": "- Det gick bra.", "speaker": "Anna", "role": "chef"},
            key_figure={"value": "12 procent", "explanation": "är otrygga", "source": ""},
            fact_box={"heading": "Fakta", "text": "<p>Lagen kom 2023.</p>"},
            table={
                "cells": {
                    "columns": [{"type": "text", "heading": "Plats"}],
                    "rows": [{"values": ["Torget"]}],
                    "caption": "",
                }
            },
            link_list={
                "heading": "",
                "items": [{"label": "läs mer", "url": "https://example.com"}],
            },
            foreign_passage={"language": "en", "text": "<p>Call us.</p>"},
            note="Fråga enheten.",
        ),
    )
    written = written_on(page)

    assert said(written, Text) == [
        ("Ingress", []),
        ("Innehåll, Text", ["Först detta.", "Ett", "Inuti"]),
        ("Innehåll, Citat", ["Det gick bra."]),
        ("Innehåll, Faktaruta", ["Lagen kom 2023."]),
    ]
    assert [part.verbatim for part in written.of(Text)] == [False, False, True, False]
    assert said(written, Heading) == [("Innehåll, Rubrik", "Så gjorde vi")]
    assert written.of(Heading)[0].place.path == ("body", "id-0")
    assert [one.text for one in written.of(Link)] == ["läs mer"]
    assert [(one.caption, one.headings) for one in written.of(Table)] == [("", ("Plats",))]
    assert [(one.value, one.source) for one in written.of(KeyFigure)] == [("12 procent", "")]
    words = [text for _place, text in said(written, Words)]
    assert {"Nyhet", "Anna · chef", "Fakta", "Torget", "Call us.", "Fråga enheten."} <= set(words)


@pytest.mark.django_db
def test_a_picture_is_read_with_the_words_of_this_place():
    image = SiteImage(title="Torget", description="Ett torg")
    image.contextual_alt_text, image.decorative = "", False
    page = NewsPage(title="Nyhet")
    page.picture = [
        ("picture", {"image": image, "caption": "På torget"}),
    ]
    (picture,) = written_on(page).of(Picture)

    assert (picture.alt, picture.decorative) == ("", False)
    assert picture.place.path[0] == "picture"


@pytest.mark.django_db
def test_rows_below_the_page_are_read_and_what_stays_in_the_admin_is_not():
    page = CampaignPage(title="Kampanj")
    page.messages.add(CampaignMessage(text=f"Ring {NUMBER}."))
    page.internal_messages.add(InternalMessage(text="Bara för personalen."))
    page.corrections.add(Correction(what_changed="Fel siffra.", corrected_on=MAY))
    texts = [one for _place, paragraphs in said(written_on(page), Text) for one in paragraphs]

    assert f"Ring {NUMBER}." in texts
    assert "Fel siffra." in texts
    assert "Bara för personalen." not in texts


@pytest.mark.django_db
def test_the_words_of_a_decision_are_nobodys_to_mend(plan):
    long = "Kommunstyrelsen " + "beslutar " * 40 + "."
    assert advice_on(written_on(MeasurePage(title="Åtgärd", official_wording=long))) == []
    assert advice_on(written_on(MeasurePage(title="Åtgärd", goal=long)))


def test_every_rule_is_in_the_table():
    """A rule that somebody writes and forgets to add would never be heard."""
    import importlib
    import inspect
    import pkgutil

    from foundation import plain_language

    modules = [
        importlib.import_module(f"foundation.plain_language.{one.name}")
        for one in pkgutil.iter_modules(plain_language.__path__)
    ]
    rules = {
        function
        for module in modules
        for _, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not function.__name__.startswith("_")
        and "Advice]" in str(inspect.signature(function).return_annotation)
        and list(inspect.signature(function).parameters) == ["written"]
    }
    assert rules - set(RULES) == {advice_on}
