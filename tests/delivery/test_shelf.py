"""Copies are bounded in memory, shared on the disk, and gone when they are withdrawn."""

import os
import time

import pytest

from delivery.page_copy import PageCopy
from delivery.shelf import Shelf, key_of


def copy_of(text: str) -> PageCopy:
    return PageCopy.of(text.encode(), [], "1a", 1000.0, frozenset())


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "pages")


def test_what_one_process_keeps_another_finds(shelf, tmp_path):
    shelf.keep("/?", copy_of("hej"))

    assert Shelf(tmp_path / "pages").from_disk("/?") == copy_of("hej")


def test_what_is_only_remembered_takes_no_room_on_the_disk(shelf):
    shelf.remember("/?sida=2", copy_of("hej"))

    assert shelf.at_hand("/?sida=2") == copy_of("hej")
    assert shelf.from_disk("/?sida=2") is None


def test_memory_has_an_end_and_what_came_first_makes_room(tmp_path):
    shelf = Shelf(tmp_path, memory_bytes=10)
    for key in "abc":
        shelf.remember(key, copy_of("fyra"))

    assert [shelf.at_hand(key) is not None for key in "abc"] == [False, True, True]


def test_the_same_address_again_takes_no_more_room(tmp_path):
    shelf = Shelf(tmp_path, memory_bytes=10)
    shelf.remember("a", copy_of("fyra"))
    for _ in range(5):
        shelf.remember("b", copy_of("fyra"))

    assert shelf.at_hand("a")


def test_a_full_disk_costs_no_reader_a_page(tmp_path, caplog):
    (tmp_path / "pages").write_text("no folder can be made here")
    shelf = Shelf(tmp_path / "pages")

    shelf.keep("/?", copy_of("hej"))

    assert shelf.at_hand("/?") == copy_of("hej")
    assert "kunde inte sparas" in caplog.text


def test_what_was_withdrawn_is_cleared_away_and_half_files_with_it(shelf, tmp_path):
    for key in ("/?", "/bort/?"):
        shelf.keep(key, copy_of("hej"))
    half = tmp_path / "pages" / "0a.1.2"
    half.write_bytes(b"half")
    being_written = tmp_path / "pages" / "0b.1.2"
    being_written.write_bytes(b"half")
    os.utime(half, (0, time.time() - 3600))

    shelf.keep_only(["/?"])

    assert shelf.from_disk("/?")
    assert shelf.from_disk("/bort/?") is None
    assert not half.exists()
    assert being_written.exists()


def test_an_address_with_a_question_mark_in_it_is_not_one_with_a_query():
    assert key_of("/a?b") != key_of("/a", "b")
