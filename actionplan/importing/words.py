"""The words that municipalities use for columns and statuses, and which of ours they mean."""

import re
import unicodedata

from actionplan.freshness import FollowUpInterval
from actionplan.prevention import PreventionKind, PreventionLevel
from actionplan.status import MeasureStatus

KIND, LEVEL = PreventionKind, PreventionLevel
MONTH, QUARTER, HALF = FollowUpInterval.MONTH, FollowUpInterval.QUARTER, FollowUpInterval.HALF_YEAR
YEAR, TWO_YEARS = FollowUpInterval.YEAR, FollowUpInterval.TWO_YEARS
ONGOING, DONE, PAUSED = MeasureStatus.ONGOING, MeasureStatus.DONE, MeasureStatus.PAUSED
CANCELLED, MERGED = MeasureStatus.CANCELLED, MeasureStatus.MERGED

# What each field of ours is called above a column. The first is what we call it ourselves.
COLUMNS: dict[str, str] = {
    "key": "nyckel, key",
    "number": "nummer, nr, number, åtgärdsnummer, åtgärdsnr, åtgärd nr, åtg nr, löpnummer, löpnr, id, #",
    "focus_area": "fokusområde, focus area, område, insatsområde, prioriterat område, "
    "utvecklingsområde, målområde, tema, problemområde, huvudområde, åtgärdsområde, delområde, "
    "strategiskt område, fokus, kategori",
    "title": "rubrik, title, titel, åtgärd, åtgärder, åtgärdens namn, namn på åtgärd, benämning, "
    "nr och åtgärd, nr åtgärd, nummer och åtgärd, åtgärdsförslag, planerad åtgärd, planerade åtgärder, namn",
    "summary": "ingress, summary, sammanfattning, kort beskrivning",
    "official_wording": "så står det i beslutet, official wording, beslutstext, beslutad formulering, "
    "lydelse",
    "problem": "varför, problem, problembild, problem orsak, problembeskrivning, orsak, orsaker, "
    "bakgrund, nuläge, lägesbild, motiv, behov",
    "goal": "mål, goal, effektmål, delmål, målsättning, syfte, syfte mål, mål syfte, önskad effekt, "
    "förväntad effekt, förväntat resultat, inriktningsmål, målbild, önskat läge",
    "body": "det här görs, what is done, vad görs, vad ska göras, insats, insatser, aktivitet, "
    "aktiviteter, beskrivning, åtgärdsbeskrivning, beskrivning av åtgärd, genomförande, hur, "
    "tillvägagångssätt, så här gör vi, innehåll, vad",
    "target_groups": "målgrupper, target groups, målgrupp, för vem, riktar sig till",
    "responsible": "ansvarig, responsible, ansvar, ansvariga, huvudansvarig, huvudansvar, "
    "ansvarig nämnd, ansvarig förvaltning, ansvarig enhet, ansvarig verksamhet, ansvarig aktör, "
    "ansvarig part, ansvarig funktion, huvudman, ägare, utförare, vem, vem ansvarar, förvaltning, nämnd",
    "partners": "samverkan, partners, samverkan med, samverkar med, samarbete, samarbete med, "
    "samarbetspartner, samarbetspartners, i samarbete med, samverkanspart, samverkanspartner, "
    "samverkansparter, samverkande, samverkande parter, samverkande aktörer, medverkande, "
    "medaktörer, aktörer, aktör, parter, delaktiga, berörda, övriga aktörer, tillsammans med, "
    "i samverkan med, deltagare",
    "place": "plats, place, var, geografiskt område, plats område, ort",
    "starts": "börjar, starts, start, startdatum, från, starttid, påbörjas, påbörjad, påbörjat, "
    "fr o m, from, planerad start",
    "due": "ska vara klar, due, slut, slutdatum, klart, klar, klart senast, klar senast, färdigt, "
    "senast, till, till och med, t o m, deadline, sluttid, slutförs, färdigdatum, klardatum, "
    "beräknas klar, ska vara klart, genomförd senast, avslutas, avslutas senast, slutar",
    "period": "tidplan, tid, tidsplan, tidsperiod, period, när, tidsram, tidpunkt, genomförs, år, "
    "genomförandetid, projekttid",
    "is_continuous": "löpande, is continuous",
    "status": "status, läge, nuvarande status, genomförandestatus, statusläge, hur går det, "
    "åtgärdsstatus, statusbedömning",
    "status_on": "status den, status on, statusdatum, datum för status, datum status, "
    "senast uppdaterad, senast uppdaterat, uppdaterad, uppdaterat, uppdaterat den, avstämt, avstämningsdatum, "
    "avstämd, status datum, status per",
    "status_text": "kommentar, kommentarer, statuskommentar, kommentar till status, lägesbeskrivning, "
    "lägesrapport, resultat, utfall, notering, noteringar, anmärkning, vad har hänt",
    "reason": "skäl, orsak till avvikelse",
    "follow_up_how": "så följs den upp, follow up how, uppföljning, uppföljning utvärdering, "
    "utvärdering, uppföljningsmetod, hur följs det upp, hur följer vi upp, uppföljning hur, "
    "metod för uppföljning, mätmetod",
    "follow_up_interval": "följs upp, follow up interval, uppföljningsintervall, hur ofta, intervall, "
    "uppföljning intervall, uppföljningsfrekvens",
    "next_follow_up": "nästa uppföljning, next follow up, uppföljningsdatum, följs upp senast, "
    "uppföljning datum, uppföljning när, datum för uppföljning, tid för uppföljning",
    "indicators": "indikatorer, indicator keys, indikator, mått, nyckeltal, mätetal, mätbart mål",
    "prevention_kind": "slag av förebyggande arbete, prevention kind, preventionstyp, typ av prevention, "
    "social situationell",
    "prevention_level": "nivå, prevention level, preventionsnivå",
    "source_text": "källa, source",
    "source_url": "länk till källan, source url",
    "replaced_by": "ersatt av, replaced by key",
    "merged_into": "ingår nu i, merged into key",
    "computed": "adress, url, planens nyckel, plan key, plan, fokusområdets nyckel, focus area key, "
    "tidsläge, timeliness, freshness, publicerad, published at, updated at",
}
# Words of another title column, where no column is called anything like a measure.
SECOND_TITLES = (
    "aktivitet",
    "aktiviteter",
    "insats",
    "insatser",
    "vad ska göras",
    "vad görs",
    "vad",
)
# What we call each field in messages.
NAMES = {field: words.split(", ")[0].capitalize() for field, words in COLUMNS.items()} | {
    "period": "Tid",
    "status_text": "Lägesrapportens text",
    "source_text": "Källa",
    "computed": "Räknas ut av webbplatsen",
}

STATUSES: dict[MeasureStatus, str] = {
    MeasureStatus.PLANNED: "planerad, planerat, planeras, ej påbörjad, ej påbörjat, ej påbörjade, "
    "inte påbörjad, inte påbörjat, ej startad, ej startat, inte startad, inte startat, kommande, "
    "planned, ej inledd, ej inlett, att göra",
    ONGOING: "pågår, påbörjad, påbörjat, påbörjade, pågående, igång, startad, startat, inledd, inlett, "
    "under arbete, under genomförande, löpande, fortlöpande, ongoing, pågår enligt plan, pågående arbete, "
    "pågår löpande, genomförs, genomförs löpande, delvis genomförd, delvis genomfört, "
    "delvis klar, delvis klart, i drift",
    DONE: "genomförd, genomfört, genomförda, klar, klart, klara, avslutad, avslutat, avslutade, "
    "färdig, färdigt, slutförd, slutfört, utförd, utfört, done, helt genomförd, "
    "klar enligt plan, klart enligt plan, genomförd enligt plan, genomfört enligt plan",
    PAUSED: "pausad, pausat, vilande, uppskjuten, uppskjutet, framskjuten, framskjutet, paused, på paus",
    CANCELLED: "avbruten, avbrutet, utgår, utgått, utgår ur planen, struken, struket, inställd, "
    "inställt, nedlagd, nedlagt, cancelled, ej aktuell, ej aktuellt, inte aktuell",
    MERGED: "ingår i en annan åtgärd, sammanslagen, sammanslaget, ingår i annan åtgärd, merged, "
    "hopslagen",
}
# Computed from the dates, and so no status that anybody sets.
LATE = {"försenad", "försenat", "försenade", "sen", "försening", "ligger efter"}
# What people write where they have nothing to say.
UNKNOWN = {
    "",
    "-",
    "?",
    "okänt",
    "ej beslutat",
    "ej bestämt",
    "saknas",
    "uppgift saknas",
    "n/a",
}
UNKNOWN |= {
    "inte bestämt",
    "ej angivet",
    "na",
    "ingen",
    "inget",
    "vet ej",
    "ej klart",
    "tbd",
    "…",
    "...",
}
# What people write where the row above has said it.
DITTO = {"dito", "d o", "ditto", "se ovan", "samma", "samma som ovan"}
DITTO_MARKS = re.compile(r"[\s|–—-]*(?:[\"”“″]+|'')[\s|–—-]*")

INTERVALS: dict[FollowUpInterval, str] = {
    MONTH: "varje månad, månadsvis, månatligen, en gång i månaden, 1 gång månad, 12 gånger år",
    QUARTER: "varje kvartal, kvartalsvis, en gång i kvartalet, 4 gånger år, fyra gånger per år",
    HALF: "varje halvår, halvårsvis, två gånger per år, 2 gånger år, två gånger om året, "
    "varje termin, terminsvis, 2 ggr år",
    YEAR: "varje år, årligen, årsvis, en gång per år, en gång om året, 1 gång år, 1 gång per år, 1 ggr år",
    TWO_YEARS: "vartannat år, varannat år, minst vartannat år",
}
KINDS: dict[PreventionKind, str] = {
    KIND.SOCIAL: "social, social prevention, socialt, sociala åtgärder",
    KIND.SITUATIONAL: "situationell, situationell prevention, situationellt, situationella åtgärder",
    KIND.BOTH: "båda, both, social och situationell, både social och situationell",
}
LEVELS: dict[PreventionLevel, str] = {
    LEVEL.UNIVERSAL: "universell, primär, universellt, universell prevention, primärprevention",
    LEVEL.SELECTIVE: "selektiv, sekundär, selektivt, selektiv prevention, sekundärprevention",
    LEVEL.INDICATED: "indikerad, tertiär, indikerat, indikerad prevention, tertiärprevention",
}


def plain(text: str) -> str:
    """The words alone, for comparing: small letters, no marks between or around them."""
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold()
    text = re.sub(r"\((?:[^()]{0,200})\)", " ", text) if "(" in text and text[0] != "(" else text
    return " ".join(re.sub(r"[\s:;,./\\_*?!()\[\]”\"'–—-]+", " ", text).split())


def _turned(table: dict) -> dict[str, object]:
    return {plain(word): meaning for meaning, words in table.items() for word in words.split(", ")}


FIELD_OF = _turned(COLUMNS)
STATUS_OF = _turned(STATUSES) | {plain(one.label): one for one in MeasureStatus}
LATE_WORDS = {plain(word) for word in LATE}
UNKNOWN_WORDS = {plain(word) for word in UNKNOWN}


def one_of(table: dict, text: str):
    """Which of the words the text is: in the table, one of our own labels or keys, or None."""
    words = _turned(table)
    for one in table:
        words |= {plain(one.label): one, plain(one.value): one}
    return words.get(plain(text))


def is_nothing(text: str) -> bool:
    """Whether somebody only said that there is nothing to say."""
    return plain(text) in UNKNOWN_WORDS or text.strip() in UNKNOWN


def is_ditto(text: str) -> bool:
    """Whether somebody only said that another row says it."""
    return plain(text) in DITTO or bool(DITTO_MARKS.fullmatch(text))


def field_of(heading: str) -> tuple[str | None, bool]:
    """The field that a heading names, and whether the whole of it says so.

    "Ansvarig nämnd/bolag" begins like one that is known, and is read like it; the preview says so.
    """
    words = plain(heading)
    if words in FIELD_OF:
        return FIELD_OF[words], True
    whole = plain(heading.replace("(", " ").replace(")", " "))
    for text in (words, whole):
        fitting = [known for known in FIELD_OF if len(known) > 2 and text.startswith(f"{known} ")]
        if fitting:
            return FIELD_OF[max(fitting, key=len)], False
    return None, False
