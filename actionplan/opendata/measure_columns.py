"""What is told of each measure and of each status update."""

from actionplan.freshness import FollowUpInterval, Freshness
from actionplan.opendata.columns import Column, Kind
from actionplan.opendata.measures import address, plain_text
from actionplan.prevention import PreventionKind, PreventionLevel
from actionplan.status import MeasureStatus, Outcome
from actionplan.timeliness import Timeliness


def _own(name: str):
    """The field of the page itself, which stands first in the row."""
    return lambda page, *others: getattr(page, name)


def _fact(name: str):
    return lambda measure, facts: getattr(facts, name)


MEASURE_COLUMNS = (
    Column(
        *("key", Kind.KEY, "Nyckel"),
        "Åtgärdens nyckel. Ändras aldrig, inte heller när rubrik och adress gör det.",
        "The key of the measure. Never changes, even when title and address do.",
        _own("translation_key"),
    ),
    Column(
        *("number", Kind.TEXT, "Nummer"),
        *("Numret i beslutet, om det finns.", "The number in the decision, if there is one."),
        _own("number"),
    ),
    Column(
        *("title", Kind.TEXT, "Rubrik"),
        *("Åtgärden på vanlig svenska.", "The measure in plain Swedish."),
        _own("title"),
    ),
    Column(
        *("url", Kind.ADDRESS, "Adress"),
        *("Åtgärdens sida.", "The page of the measure."),
        _fact("url"),
    ),
    Column(
        *("plan_key", Kind.KEY, "Planens nyckel"),
        *("Planen som åtgärden står i.", "The plan that holds the measure."),
        lambda measure, facts: facts.plan.translation_key,
    ),
    Column(
        *("plan", Kind.TEXT, "Plan"),
        *("Planens rubrik.", "The title of the plan."),
        lambda measure, facts: facts.plan.title,
    ),
    Column(
        *("focus_area_key", Kind.KEY, "Fokusområdets nyckel"),
        *("Fokusområdet som åtgärden hör till.", "The focus area of the measure."),
        lambda measure, facts: facts.area.translation_key,
        is_filter=True,
    ),
    Column(
        *("focus_area", Kind.TEXT, "Fokusområde"),
        *("Fokusområdets rubrik.", "The title of the focus area."),
        lambda measure, facts: facts.area.title,
    ),
    Column(
        *("summary", Kind.TEXT, "Ingress"),
        *("Det viktigaste om åtgärden.", "The measure in short."),
        _own("summary"),
    ),
    Column(
        *("official_wording", Kind.TEXT, "Så står det i beslutet"),
        *("Beslutets egna ord.", "The words of the decision."),
        _own("official_wording"),
    ),
    Column(
        *("problem", Kind.TEXT, "Varför"),
        *("Problemet som åtgärden svarar på.", "The problem that the measure answers."),
        _own("problem"),
    ),
    Column(
        *("goal", Kind.TEXT, "Mål"),
        *("Vad åtgärden ska leda till.", "What the measure is to achieve."),
        _own("goal"),
    ),
    Column(
        *("what_is_done", Kind.TEXT, "Det här görs"),
        *("Vad som görs, utan bilder och länkar.", "What is done, without pictures and links."),
        _fact("what_is_done"),
    ),
    Column(
        *("target_groups", Kind.LIST, "Målgrupper"),
        *("Vilka åtgärden är till för.", "Whom the measure is for."),
        _fact("target_groups"),
    ),
    Column(
        *("responsible", Kind.TEXT, "Ansvarig"),
        *("Enheten eller nämnden som svarar för den.", "The unit or board that answers for it."),
        lambda measure, facts: _name(measure.responsible),
    ),
    Column(
        *("partners", Kind.LIST, "Samverkan"),
        *("Organisationer som är med.", "Organisations that take part."),
        _fact("partners"),
    ),
    Column(
        *("place", Kind.TEXT, "Plats"),
        *("Var åtgärden görs.", "Where it is done."),
        _own("place"),
    ),
    Column(
        *("starts", Kind.DATE, "Börjar"),
        *("När arbetet börjar.", "When the work begins."),
        _own("starts"),
    ),
    Column(
        *("due", Kind.DATE, "Ska vara klar"),
        *("När arbetet ska vara klart.", "When the work is to be done."),
        _own("due"),
    ),
    Column(
        *("is_continuous", Kind.YES_NO, "Löpande"),
        *("Om arbetet saknar slutdatum.", "Whether the work has no end date."),
        _own("is_continuous"),
    ),
    Column(
        *("status", Kind.WORD, "Status"),
        "Hur långt åtgärden har kommit, enligt den senaste lägesrapporten.",
        "How far the measure has come, as the newest status update says.",
        *(_own("status"), MeasureStatus, True),
    ),
    Column(
        *("status_on", Kind.DAY, "Status den"),
        "Dagen som den senaste lägesrapporten gäller. Tomt: ingen rapport än.",
        "The day that the newest status update is about. Empty: no update yet.",
        lambda measure, facts: measure.standing.fact_on,
    ),
    Column(
        *("timeliness", Kind.WORD, "Tidsläge"),
        *("Om åtgärden håller sin tid.", "Whether the measure keeps its time."),
        *(_own("timeliness"), Timeliness, True),
    ),
    Column(
        *("follow_up_how", Kind.TEXT, "Så följs den upp"),
        *("Hur åtgärden följs upp.", "How the measure is followed up."),
        _own("follow_up_how"),
    ),
    Column(
        *("follow_up_interval", Kind.WORD, "Följs upp"),
        *("Hur ofta åtgärden följs upp.", "How often the measure is followed up."),
        *(_own("follow_up_interval"), FollowUpInterval),
    ),
    Column(
        *("next_follow_up", Kind.DATE, "Nästa uppföljning"),
        *("När den ska följas upp nästa gång.", "When it is to be followed up next."),
        _own("planned_follow_up"),
    ),
    Column(
        *("freshness", Kind.WORD, "Uppföljning"),
        "Om åtgärden är uppföljd i tid. Tomt: arbetet är avslutat.",
        "Whether it is followed up in time. Empty: the work is over.",
        *(_own("freshness"), Freshness),
    ),
    Column(
        *("prevention_kind", Kind.WORD, "Slag av förebyggande arbete"),
        *("Social eller situationell prevention.", "Social or situational prevention."),
        *(_own("prevention_kind"), PreventionKind),
    ),
    Column(
        *("prevention_level", Kind.WORD, "Nivå"),
        *("Vilka åtgärden ska nå.", "Whom the measure is meant to reach."),
        *(_own("prevention_level"), PreventionLevel),
    ),
    Column(
        *("indicator_keys", Kind.LIST, "Indikatorer"),
        *("Nycklar till indikatorer att följa.", "Keys of indicators to follow."),
        lambda measure, facts: [str(key) for key in facts.indicators],
    ),
    Column(
        *("replaced_by_key", Kind.KEY, "Ersatt av"),
        *("Åtgärden som gäller i stället.", "The measure that holds instead."),
        _fact("replaced_by"),
    ),
    Column(
        *("merged_into_key", Kind.KEY, "Ingår nu i"),
        *("Åtgärden som arbetet fortsätter i.", "The measure in which the work goes on."),
        _fact("merged_into"),
    ),
    Column(
        *("source", Kind.TEXT, "Källa"),
        *("Var uppgifterna kommer ifrån.", "Where the facts come from."),
        _own("source_text"),
    ),
    Column(
        *("source_url", Kind.ADDRESS, "Länk till källan"),
        *("Adressen till källan.", "The address of the source."),
        _own("source_url"),
    ),
    Column(
        *("published_at", Kind.MOMENT, "Publicerad"),
        *("När sidan först publicerades.", "When the page was first published."),
        _own("first_published_at"),
    ),
    Column(
        *("updated_at", Kind.MOMENT, "Uppdaterad"),
        "När något på sidan eller i dess lägesrapporter senast ändrades.",
        "When the page or one of its status updates last changed.",
        _own("updated_at"),
    ),
)

UPDATE_COLUMNS = (
    Column(
        *("key", Kind.KEY, "Nyckel"),
        *("Lägesrapportens nyckel. Ändras aldrig.", "The key of the update. Never changes."),
        _own("translation_key"),
    ),
    Column(
        *("measure_key", Kind.KEY, "Åtgärdens nyckel"),
        *("Åtgärden som rapporten handlar om.", "The measure that the update is about."),
        lambda update, measure, into: measure.translation_key,
        is_filter=True,
    ),
    Column(
        *("measure", Kind.TEXT, "Åtgärd"),
        *("Åtgärdens rubrik.", "The title of the measure."),
        lambda update, measure, into: measure.title,
    ),
    Column(
        *("title", Kind.TEXT, "Rubrik"),
        *("Lägesrapportens rubrik.", "The title of the update."),
        _own("title"),
    ),
    Column(
        *("url", Kind.ADDRESS, "Adress"),
        *("Lägesrapportens sida.", "The page of the update."),
        lambda update, measure, into: address(update),
    ),
    Column(
        *("fact_on", Kind.DAY, "Dagen det gäller"),
        *("Dagen då det var så.", "The day on which it was so."),
        _own("fact_on"),
    ),
    Column(
        *("status", Kind.WORD, "Status"),
        *("Hur långt åtgärden hade kommit.", "How far the measure had come."),
        *(_own("status"), MeasureStatus, True),
    ),
    Column(
        *("reason", Kind.TEXT, "Varför"),
        "Varför åtgärden är pausad, avbruten eller ingår i en annan.",
        "Why the measure is paused, cancelled or merged.",
        _own("explanation"),
    ),
    Column(
        *("merged_into_key", Kind.KEY, "Ingår nu i"),
        *("Åtgärden som arbetet fortsätter i.", "The measure in which the work goes on."),
        lambda update, measure, into: into if update.status.names_successor else None,
    ),
    Column(
        *("text", Kind.TEXT, "Text"),
        *("Vad som har hänt.", "What has happened."),
        lambda update, measure, into: plain_text(update.text),
    ),
    Column(
        *("outcome", Kind.WORD, "Resultat"),
        *("Hur resultatet bedöms.", "How the result is judged."),
        *(_own("outcome"), Outcome),
    ),
    Column(
        *("outcome_reason", Kind.TEXT, "Motivering"),
        *("Vad bedömningen bygger på.", "What the judgement is based on."),
        _own("outcome_reason"),
    ),
    Column(
        *("published_at", Kind.MOMENT, "Publicerad"),
        *("När rapporten först publicerades.", "When the update was first published."),
        _own("first_published_at"),
    ),
    Column(
        *("updated_at", Kind.MOMENT, "Uppdaterad"),
        *("När rapporten senast ändrades.", "When the update last changed."),
        _own("updated_at"),
    ),
)


def _name(organisation: object) -> str:
    return "" if organisation is None or organisation.is_example else organisation.name
