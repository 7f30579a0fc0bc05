"""A search knows the forms of Swedish words for the same word, and other words for others."""

from itertools import permutations

import pytest

from search.analysis import folded, keys, parts, words

# The forms of words that residents search for and the plan is written in.
PARADIGMS = [
    "brott brottet brotten brottens brottets",
    "våld våldet våldets",
    "narkotika narkotikan narkotikans",
    "drog drogen droger drogerna",
    "missbruk missbruket missbrukets",
    "misshandel misshandeln misshandelns",
    "hot hotet hoten hotets",
    "rån rånet rånen rånens",
    "stöld stölden stölder stölderna",
    "inbrott inbrottet inbrotten",
    "skadegörelse skadegörelsen skadegörelser",
    "klotter klottret klottrets",
    "bedrägeri bedrägeriet bedrägerier bedrägerierna",
    "mord mordet morden",
    "skjutning skjutningen skjutningar skjutningarna",
    "gäng gänget gängen gängens",
    "kriminalitet kriminaliteten kriminalitetens",
    "brottslighet brottsligheten brottslighetens",
    "trygghet tryggheten trygghetens",
    "otrygghet otryggheten otrygghetens",
    "trygg tryggt trygga tryggare tryggast",
    "säkerhet säkerheten säkerhetens",
    "polis polisen poliser poliserna polisens",
    "kommun kommunen kommuner kommunerna kommunens",
    "skola skolan skolor skolorna skolans",
    "elev eleven elever eleverna elevens",
    "ungdom ungdomen ungdomar ungdomarna ungdomars",
    "barn barnet barnen barnens",
    "förälder föräldern föräldrar föräldrarna",
    "kvinna kvinnan kvinnor kvinnorna kvinnors",
    "man mannen män männen mäns",
    "relation relationen relationer relationerna",
    "familj familjen familjer familjerna",
    "åtgärd åtgärden åtgärder åtgärderna åtgärdens",
    "plan planen planer planerna planens",
    "mål målet målen målens",
    "uppföljning uppföljningen uppföljningar uppföljningarna",
    "undersökning undersökningen undersökningar undersökningarna",
    "rapport rapporten rapporter rapporterna",
    "lägesbild lägesbilden lägesbilder",
    "samverkan samverkans",
    "samarbete samarbetet samarbeten samarbetets",
    "beslut beslutet besluten beslutets",
    "ansvar ansvaret ansvarets",
    "torg torget torgen torgets",
    "park parken parker parkerna",
    "gata gatan gator gatorna",
    "belysning belysningen belysningar belysningens",
    "lampa lampan lampor lamporna",
    "kamera kameran kameror kamerorna",
    "vandring vandringen vandringar vandringarna",
    "möte mötet möten mötena",
    "förening föreningen föreningar föreningarna",
    "företag företaget företagen företagens",
    "anmälan anmälningar anmälningarna",
    "stöd stödet stöden stödets",
    "hjälp hjälpen hjälpens",
    "kampanj kampanjen kampanjer kampanjerna",
    "invånare invånaren invånarna invånarnas",
    "förebygga förebygger förebyggde förebyggt förebyggande",
    "anmäla anmäler anmälde anmält",
    "minska minskar minskade minskat",
    "drabba drabbar drabbade drabbats drabbas",
    "utsatt utsatta utsattas",
    "ung unga yngre yngst",
    "vapen vapnet vapnen vapnens",
    "natt natten nätter nätterna",
    "bok boken böcker böckerna",
    "stad staden städer städerna",
    "hus huset husen husens",
    "medling medlingen medlingar",
    "brottsoffer brottsoffret brottsoffren",
    "vittne vittnet vittnen vittnena",
    "fängelse fängelset fängelser fängelserna",
    "behandling behandlingen behandlingar",
    "alkohol alkoholen alkoholens",
    "nyhet nyheten nyheter nyheterna",
    "kväll kvällen kvällar kvällarna",
    "granne grannen grannar grannarna",
    "centrum centrumet centrums",
    "sälja säljer sålde sålt såld sålda",
    "gripa griper gripit gripen gripna",
    "förstöra förstör förstörde förstört förstörda",
]
PAIRS = [pair for forms in PARADIGMS for pair in permutations(forms.split(), 2)]


def test_of_a_hundred_pairs_of_forms_of_a_word_at_least_ninety_five_meet():
    apart = [pair for pair in PAIRS if not keys(pair[0]) & keys(pair[1])]

    assert len(apart) <= 0.05 * len(PAIRS), apart


def test_a_plural_that_is_a_verb_as_well_meets_its_singular():
    assert keys("cyklar") & keys("cykel")
    assert keys("cyklar") & keys("cykla")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("våld", "vald"),
        ("våldet", "valet"),
        ("plan", "plats"),
        ("hot", "hotell"),
        ("brott", "bro"),
        ("polis", "policy"),
        ("rån", "ränta"),
        ("torg", "torka"),
        ("mord", "mod"),
        ("skola", "skold"),
        ("stöd", "stöld"),
        ("man", "mani"),
        ("barn", "barr"),
        ("åtgärd", "gärde"),
        ("heder", "hed"),
        ("lager", "lag"),
        ("skotte", "skotten"),
        ("måla", "målet"),
        ("lovar", "lovet"),
        ("drog", "dra"),
        ("hemliga", "hemmet"),
        ("tidigare", "tiden"),
        ("order", "ord"),
        ("vite", "vit"),
        ("skola", "ska"),
        ("skolan", "skulle"),
        ("skolor", "skall"),
        ("varor", "var"),
        ("kunder", "kunde"),
    ],
)
def test_words_that_only_look_alike_stay_apart(one, other):
    assert not keys(one) & keys(other)


@pytest.mark.parametrize(
    ("compound", "its_parts"),
    [
        ("våldsbrott", ("våld", "brott")),
        ("kvinnovåld", ("kvinna", "våld")),
        ("trygghetsvandring", ("trygghet", "vandring")),
        ("narkotikamissbruk", ("narkotika", "missbruk")),
        ("ungdomsgård", ("ungdom", "gård")),
        ("bilbrand", ("bil", "brand")),
        ("ungdomsrån", ("ungdom", "rån")),
        ("dödshot", ("död", "hot")),
        ("skolgården", ("skol", "gård")),
        ("gatubelysning", ("gata", "belysning")),
        ("näthat", ("nät", "hat")),
        ("föräldrastöd", ("förälder", "stöd")),
        ("hagforstorget", ("torget",)),
        ("kommunen", ()),
        ("belysningen", ()),
        ("misshandel", ()),
        ("otrygghet", ()),
        ("polis", ()),
        ("patrull", ()),
        ("granskar", ()),
        ("beslutet", ()),
        ("handling", ()),
        ("a", ()),
    ],
)
def test_a_compound_is_known_by_its_parts(compound, its_parts):
    assert parts(compound) == its_parts


def test_a_text_is_words_in_small_letters():
    assert words("ANDT-arbetet, 2025: Åtgärd nr\u00a07!") == [
        "andt",
        "arbetet",
        "2025",
        "åtgärd",
        "nr",
        "7",
    ]
    assert words("a\u030atga\u0308rd") == ["åtgärd"]
    assert words(" – ") == []


def test_words_are_folded_as_they_are_typed_without_rings_and_dots():
    assert folded("brottsförebyggande") == "brottsforebyggande"
    assert folded("idé") == "ide"
