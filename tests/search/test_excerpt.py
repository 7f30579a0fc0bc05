"""A list of hits shows where in the text the answer stands, with the words marked."""

from search.analysis import keys
from search.excerpt import LENGTH, excerpt, marked


def test_the_words_are_marked_whatever_their_form():
    assert marked("Lamporna på torget", keys("torg")) == "Lamporna på <mark>torget</mark>"
    assert marked("Trygghetsvandring", keys("vandringar")) == "<mark>Trygghetsvandring</mark>"


def test_the_excerpt_is_where_most_of_the_words_stand():
    text = "ord " * 200 + "Belysningen på torget byts. " + "ord " * 200

    found = excerpt(text, keys("belysning") | keys("torg"))

    assert "<mark>Belysningen</mark> på <mark>torget</mark>" in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found.split()) <= LENGTH + 2


def test_what_stands_in_a_text_is_never_run():
    found = excerpt("<script>torget</script> & <b>", keys("torg"))

    assert found == "&lt;script&gt;<mark>torget</mark>&lt;/script&gt; &amp; &lt;b&gt;"


def test_a_text_without_the_words_shows_how_it_begins():
    assert excerpt("En kort text.", keys("torg")) == "En kort text."
    assert excerpt("", keys("torg")) == ""
