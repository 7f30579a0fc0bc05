"""Kolada's answers: what was struck out or is missing is no figure, and never nought."""

import json

import pytest

from foundation.importing.refusal import Refused

pytestmark = pytest.mark.django_db


def row(value, kpi="N00001", municipality="1783", period=2024, **more):
    told = {"gender": "T", "status": "", "value": value, "count": 1, "isdeleted": False, **more}
    return {"kpi": kpi, "municipality": municipality, "period": period, "values": [told]}


def answer(*rows, **more):
    return json.dumps({"values": rows, "count": len(rows), "next_url": None, **more})


def test_figures_are_those_that_the_source_still_holds(take, figures):
    report = take(
        answer(
            row(81.25),
            row(90, period="2023", isdeleted=True),
            row(None, period=2022, status="Missing"),
            row(70, period=2024, gender="K"),
            row(75, period=2024, gender="M"),
            row(float("nan"), period=2021),
            row(5, municipality="9999"),
        ),
        "svar.json",
        source_text="",
    )

    assert figures() == [
        "2024 Hagfors kommun: 81,25",
        "2024 Hagfors kommun: 70",
        "2024 Hagfors kommun: 75",
    ]
    told = {one["row"]: one["left_out"] for one in report["rows"]}
    assert told["Rad 2"] == "Värdet är struket i Kolada."
    assert told["Rad 3"].startswith("Kolada har inget värde (Missing).")
    assert "inget tal" in told["Rad 6"]
    assert any("9999 = platsens namn" in note for note in report["notes"])
    assert report["source"] == "Kolada"


def test_a_figure_that_was_struck_out_later_stays_and_is_said(take, figures):
    take(answer(row(81.2)), "svar.json")

    (told,) = take(answer(row(81.2, isdeleted=True)), "svar.json")["rows"]

    assert told["left_out"].endswith("På webbplatsen står 81,2, och det får stå kvar.")
    assert figures() == ["2024 Hagfors kommun: 81,2"]


def test_places_are_named_once_and_remembered(take, figures):
    take(
        answer(row(8), row(9, municipality="0000"), row(7, municipality="1764")),
        "svar.json",
        places="1783 = Hagfors kommun\n1764 = Grums kommun",
    )
    take(answer(row(8), row(6, municipality="1764")), "svar.json")

    assert figures() == ["2024 Grums kommun: 6", "2024 Hagfors kommun: 8"]


def test_among_several_indicators_of_kolada_one_is_chosen_and_remembered(take, look):
    both = answer(row(8), row(9, kpi="N00002"))

    with pytest.raises(Refused, match="flera serier: ”N00001”, ”N00002”"):
        look(both, "svar.json")
    take(both, "svar.json", series="N00002")
    assert look(both, "svar.json")["series"] == "N00002"
    notes = look(answer(row(8)), "svar.json")["notes"]
    assert any("Förra importen läste ”N00002”" in note for note in notes)


def test_a_part_of_an_answer_says_that_it_is_one(look):
    report = look(answer(row(8), next_url="https://example.com/2"), "svar.json")

    assert any("det finns fler sidor" in note for note in report["notes"])


def test_answers_in_a_list_tell_what_their_codes_mean(take, look, figures):
    names = {"values": [{"id": "1764", "title": "Grums", "type": "K"}]}
    kpi = {"values": [{"id": "N00001", "title": "En fråga", "auspice": "X"}]}
    data = json.loads(answer(row(8, municipality="1764")))

    report = take(json.dumps([names, kpi, data]), "svar.json")

    assert figures() == ["2024 Grums: 8"]
    assert report["title"] == "En fråga"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"values": [{"id": "N1", "title": "En fråga"}]}', "har inga värden"),
        ('{"values": []', "trasig JSON"),
        ('{"annat": 1}', "ingen lista med rader"),
        ("[" * 100_000, "trasig JSON"),
        ("[" + "[]," * 1_000_000 + "[]]", "fler än"),
        ('{"values": [{"kpi": "N1", "period": 2024, "municipality": "1783", "values": 7}]}', None),
    ],
)
def test_other_json_is_refused_in_a_sentence(look, content, says):
    if says is None:
        assert "går att läsa" in look(content, "svar.json")["rows"][0]["left_out"]
        return
    with pytest.raises(Refused, match=says):
        look(content, "svar.json")
