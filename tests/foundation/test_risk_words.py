"""Which words give away what a safe page is about, whole and in Swedish compounds."""

import unicodedata

import pytest

from foundation.risk_words import risk_words

TELLING = """
Våld i nära relationer|En vecka fri från våld|VÅLD|våldet|Våldets många former|våldsutsatt|våldsam
våldsverkare|kvinnovåld|Kvinnovåldet|mansvåld|hedersvåld|partnervåldet|ungdomsvåldet|våldtäkt|våldtagen
våldta|våldföra|Stoppa våldet!|vinr|VINR-kampanjen|VINR-planen|Kvinnojouren|kvinnofridslinjen|tjejjouren
mansjour|Misshandel i hemmet|kvinnomisshandel|barnmisshandeln|Hedersförtryck|förtrycket|hedersrelaterat
Är du utsatt?|utsatta|utsatthet|brottsutsatt|brottsutsatta|Hot och trakasserier|hotet|hotad|hotelser
dödshot|Stalkning|stalkad|Skyddat boende|skyddade boenden|skyddad identitet|skyddsboende|Slagen hemma
slag|övergrepp|sexualbrott|sexbrott
vald-i-nara-relationer|en-vecka-fri-fran-vald|valdet|valdsutsatt|valdsam|kvinnovald|kvinnovaldet|mansvald
hedersvald|valdtakt|valdta|hot-och-trakasserier|dodshot|ar-du-utsatt|hedersfortryck|skyddat-boende
affisch_vald.pdf|affisch-valdsutsatt-a3.pdf|overgrepp|Våld.pdf|stoppa_vald_nu.docx
"""

TELLING_NOTHING = """
Stöd och råd|stod-och-rad|Orange vecka|Kontakt|Valdemarsvik|valdemarsvik|valdistrikt|valdistriktet|valdag
valdagen|valdeltagande|anvald|invald|utvald|utvalda|förvald|nyvald|omvald|folkvald|folkvalda|valda|valde
direktvald|Val och demokrati|väldigt|Hotell och vandrarhem|hotellet|Slagsta torg|Förslag till ändringar
beslag|inslag|utslag|slagord|vinröd|vinranka|förutsatt|forutsatt|förutsatta|fortsatt|hedersgäst|hederspris
tjänstemansjour|Skydd mot inbrott|skyddad cykelparkering|vallande|vållande|hemsida|uthus|shot|fotboll|hand
"""


def words_of(table):
    return [words for line in table.split("\n") for words in line.split("|") if words]


@pytest.mark.parametrize("words", words_of(TELLING))
def test_words_that_would_give_the_reader_away(words):
    assert risk_words(words)
    # A file from a Mac writes å as two signs.
    assert risk_words(unicodedata.normalize("NFD", words))


@pytest.mark.parametrize("words", ["", *words_of(TELLING_NOTHING)])
def test_words_that_tell_nothing(words):
    assert risk_words(words) == []


def test_the_words_are_told_in_order():
    assert risk_words("Hot, våld och glädje") == ["hot", "våld"]
