"""The kinds of pages that a search can be narrowed to have names that residents know."""

from search.places import kinds


def test_a_kind_is_called_what_residents_call_it_and_no_two_are_called_the_same():
    words = kinds()

    assert words["homepage"] == "Startsidan"
    assert words["standardpage"] == "Övriga sidor"
    assert words["measurepage"] == "Åtgärder"
    assert len(set(words.values())) == len(words)
    assert not [word for word in words.values() if "sidor med" in word or "listor" in word]
