"""The words of tables with figures: columns, groups, and what stands where no figure stands."""

import re

from actionplan.importing.words import plain
from actionplan.models import IndicatorValue

Status = IndicatorValue.Status

# What each part of a figure is called above a column; the first as we call it ourselves.
COLUMNS: dict[str, str] = {
    "period": "period, period from, från, år, year, tid, tidpunkt, mätår, undersökningsår, "
    "redovisningsår, kalenderår, läsår, månad, kvartal, datum, time, date, mätperiod, årtal",
    "period_to": "till och med, period to, t o m, tom, till, periodens slut",
    "value": "värde, value, andel, procent, utfall, resultat, siffra, mätvärde, index, kvot, "
    "skattning, punktskattning, observation, medelvärde, per 100 000, per 100 000 invånare",
    "low": "troligen minst, low, lägst, lägsta, undre, undre gräns, nedre, nedre gräns, ki undre, "
    "ki nedre, ki låg, konfidensintervall undre, konfidensintervall nedre, lower, min, "
    "osäkerhet lägst, undre konfidensgräns, nedre konfidensgräns",
    "high": "troligen högst, high, högst, högsta, övre, övre gräns, ki övre, ki hög, "
    "konfidensintervall övre, upper, max, osäkerhet högst, övre konfidensgräns",
    "interval": "konfidensintervall, ki, 95 ki, 95 % ki, 95 % konfidensintervall, intervall, "
    "osäkerhet, felmarginal, osäkerhetsintervall, osäkerhetstal, felmarginal +",
    "geography": "plats, geography, kommun, region, område, ort, geografi, län, stadsdel, "
    "municipality, geografiskt område, polisområde, lokalpolisområde, polisregion, riket",
    "group": "grupp, group, kön, gender, ålder, åldersgrupp, undergrupp, redovisningsgrupp, "
    "befolkningsgrupp",
    "base": "antal i underlaget, base, n, bas, antal svar, antal svarande, svarande, underlag, "
    "antal intervjuade, antal i urvalet",
    "status": "status, värdestatus",
    "note": "anmärkning, note, kommentar, notering, fotnot",
    "source_text": "källa, source, publikation",
    "source_url": "länk till källan, source url",
    "indicator": "fråga, indicator, indikator, nyckeltal, mått, kpi, variabel",
    "indicator_key": "nyckel, key, indicator key",
    "unit": "enhet, unit",
    "code": "kommunkod, kod, regionkod, länskod, municipality code, områdeskod",
    "computed": "exempeldata, is example, adress, url, indicator url, publicerad, uppdaterad",
}
NAMES = {
    "period": "Period",
    "period_to": "Till och med",
    "value": "Värde",
    "low": "Osäkerhet, lägst",
    "high": "Osäkerhet, högst",
    "interval": "Osäkerhet",
    "geography": "Plats",
    "group": "Grupp",
    "base": "Antal i underlaget",
    "status": "Status",
    "note": "Anmärkning",
    "source_text": "Källa",
    "source_url": "Länk till källan",
    "indicator": "Indikator",
    "indicator_key": "Indikatorns nyckel",
    "unit": "Enhet",
}
# "Antal" alone is the figure, beside a share it is what the share is of.
EITHER = {"antal", "antal personer", "antal brott", "count"}
FIELD_OF = {plain(word): name for name, words in COLUMNS.items() for word in words.split(", ")}

MISSING = {
    *("..", ".", "…", "...", "uppgift saknas", "saknas", "missing", "ej tillgänglig", "n/a", "na"),
    *("ingen uppgift", "not available", "null"),
}
SUPPRESSED = {
    *("sekretess", "skyddas av sekretess", "sekretessbelagd", "visas inte", "för få svar"),
    *("visas inte, för få svar", "för litet underlag", "suppressed", "private"),
}
STATUSES = {
    Status.FINAL: "fastställt, fastställd, final, slutlig, slutligt, definitiv, ok",
    Status.PRELIMINARY: "preliminärt, preliminär, preliminary, prel, p",
    Status.MISSING: "uppgift saknas, saknas, missing",
    Status.SUPPRESSED: "visas inte för få svar, visas inte, suppressed, sekretess, för få svar, private",
}
STATUS_OF = {plain(word): one for one, words in STATUSES.items() for word in words.split(", ")}

EVERYBODY = {
    *("alla", "samtliga", "totalt", "total", "t", "båda könen", "båda", "kvinnor och män"),
    *("män och kvinnor", "hela befolkningen", "1+2", "all", "everybody"),
}
# "Samtliga 16–84 år": everybody whom the survey asks.
EVERYBODY_AGED = re.compile(r"(?:alla|samtliga|totalt|båda könen),?\s*\(?\d+\s*[–-]\s*\d+\s*år\)?")
GROUPS = {
    **dict.fromkeys(("k", "kvinna", "kvinnor", "women", "female", "f"), "kvinnor"),
    **dict.fromkeys(("m", "man", "män", "men", "male"), "män"),
}


def column_named(heading: str) -> tuple[str, bool]:
    """What a heading names, and whether the whole of it says so; nothing if it is unknown."""
    words = plain(heading)
    for text in (words, plain(heading.replace("(", " ").replace(")", " "))):
        if text in FIELD_OF:
            return FIELD_OF[text], True
    if words in EITHER:
        return "either", True
    fitting = [one for one in FIELD_OF if len(one) > 2 and words.startswith(f"{one} ")]
    if fitting:
        return FIELD_OF[max(fitting, key=len)], False
    return "", False


def group_named(text: str) -> tuple[str, str]:
    """The group as the site writes it (nothing: everybody), and how a loose word was read."""
    words = " ".join(text.split())
    said = words.casefold()
    if not said or said in EVERYBODY:
        return "", ""
    if EVERYBODY_AGED.fullmatch(said):
        return "", f"”{words}” läses som alla."
    if said in GROUPS:
        return GROUPS[said], ""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words, ""


def is_group(text: str) -> bool:
    """Whether the text can only be a group of people."""
    said = " ".join(text.casefold().split())
    return (
        said in EVERYBODY
        or said in GROUPS
        or bool(EVERYBODY_AGED.fullmatch(said))
        or bool(re.match(r"(?:kvinnor|män|samtliga|flickor|pojkar)\b|\d+\s*[–-]\s*\d+ år", said))
    )
