"""Kolada's answers as files: JSON of v3, and of v2 as people may have kept it.

    {"values": [{"kpi": "N15436", "municipality": "1783", "period": 2024,
                 "values": [{"gender": "T", "status": "", "value": 81.2, "isdeleted": false}]}],
     "count": 1, "next_url": null}

A file may hold several answers in a list, among them those that tell what the codes mean.
"""

from actionplan.importing.figures.reading import FigureTable, FileKind, Reading, Spot
from foundation.importing.refusal import Refused, shown
from foundation.tables.limits import MOST_ROWS, TOO_LONG
from foundation.tables.records import read_json
from foundation.tables.sheet import Cell

SOURCE = "Kolada"
GENDERS = ("T", "K", "M", "F")


def read_kolada(content: bytes, name: str) -> list[FigureTable]:
    """The figures by the name of their indicator, or nothing if the file is no answer of Kolada."""
    told = read_json(content, name)
    answers = _answers(told)
    if not answers:
        return []
    tables: dict[str, FigureTable] = {}
    titles: dict[str, str] = {}
    places: dict[str, str] = {}
    number = 0
    for one in (one for answer in answers for one in answer["values"]):
        if "kpi" not in one:
            _keep_name(one, titles, places)
            continue
        number += 1
        if number > MOST_ROWS:
            raise Refused(f"Filen {name} {TOO_LONG}")
        kpi = str(one["kpi"])[:40]
        table = tables.setdefault(kpi, FigureTable(kpi, FileKind.KOLADA, source_text=SOURCE))
        table.readings += _readings(one, number)
    if not tables:
        raise Refused(
            f"Filen {name} är från Kolada men har inga värden. Hämta filen med värden (data) i stället."
        )
    for table in tables.values():
        table.title, table.names = titles.get(table.series, ""), places
        if any(answer.get("next_url") or answer.get("next_page") for answer in answers):
            table.notes.append(
                "Filen är bara en del av svaret från Kolada: det finns fler sidor. Hämta dem också."
            )
    return list(tables.values())


def _answers(told: object) -> list[dict]:
    several = told if isinstance(told, list) else [told]
    answers = [one for one in several if isinstance(one, dict) and _is_answer(one)]
    return answers if len(answers) == len(several) else []


def _is_answer(one: dict) -> bool:
    values = one.get("values")
    return isinstance(values, list) and all(
        isinstance(value, dict) and ("kpi" in value or "id" in value) for value in values
    )


def _keep_name(one: dict, titles: dict[str, str], places: dict[str, str]) -> None:
    key, title = str(one.get("id", ""))[:40], str(one.get("title", ""))[:250]
    (places if one.get("type") in ("K", "L") else titles)[key] = title


def _readings(one: dict, number: int) -> list[Reading]:
    values = one.get("values")
    if values is None and "value" in one:
        values = [one]
    if not isinstance(values, list):
        values = [values]
    return [_reading(one, value, number) for value in values[:100]]


def _reading(one: dict, value: object, number: int) -> Reading:
    told = value if isinstance(value, dict) else {}
    gender = str(told.get("gender") or "T").upper()
    reading = Reading(
        Spot(number),
        Cell(_plain(one.get("period"))),
        Cell(_plain(told.get("value"))),
        place=str(one.get("municipality", ""))[:80],
        groups=[gender],
    )
    said = str(told.get("status") or "").strip()
    if told is not value:
        reading.withdrawn = "Raden har inget värde som går att läsa."
    elif told.get("isdeleted") not in (None, False, 0, "false", ""):
        reading.withdrawn = "Värdet är struket i Kolada."
    elif told.get("value") is None:
        why = f" ({said[:40]})" if said else ""
        reading.withdrawn = f"Kolada har inget värde{why}. Det är inte samma sak som noll."
    elif gender not in GENDERS:
        reading.withdrawn = f"Könet {shown(gender)} är okänt."
    elif isinstance(told.get("count"), int) and told["count"] > 1:
        reading.note = f"Ovägt medelvärde av {told['count']} kommuner."
    if said and not reading.withdrawn:
        reading.status = said[:40]
    return reading


def _plain(value: object) -> str | int | float | None:
    return value if value is None or isinstance(value, int | float) else str(value)[:60]
