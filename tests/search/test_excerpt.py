"""A list of hits shows where in the text the answer stands, with the words marked."""

from search.analysis import keys
from search.excerpt import LENGTH, Marker


def test_the_words_are_marked_whatever_their_form():
    assert Marker(keys("torg")).marked("Lamporna på torget") == "Lamporna på <mark>torget</mark>"
    assert (
        Marker(keys("vandringar")).marked("Trygghetsvandring") == "<mark>Trygghetsvandring</mark>"
    )


def test_the_excerpt_is_where_most_of_the_words_stand():
    text = "ord " * 200 + "Belysningen på torget byts. " + "ord " * 200

    found = Marker(keys("belysning") | keys("torg")).excerpt(text)

    assert "<mark>Belysningen</mark> på <mark>torget</mark>" in found
    assert found.startswith("… ")
    assert found.endswith(" …")
    assert len(found.split()) <= LENGTH + 2


def test_what_stands_in_a_text_is_never_run():
    found = Marker(keys("torg")).excerpt("<script>torget</script> & <b>")

    assert found == "&lt;script&gt;<mark>torget</mark>&lt;/script&gt; &amp; &lt;b&gt;"


def test_a_text_without_the_words_shows_how_it_begins():
    assert Marker(keys("torg")).excerpt("En kort text.") == "En kort text."
    assert Marker(keys("torg")).excerpt("") == ""
