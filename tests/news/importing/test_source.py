"""A file gives its text, or one sentence about why there is none."""

import os
import re
from pathlib import Path

import pytest

from foundation.importing.refusal import Refused
from news.importing.source import LARGEST, read_text

ARTICLE = "Trygghet på torget\n\nFler vuxna är ute på kvällarna – det märks."


def file(tmp_path: Path, content: bytes, name: str = "artikel.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def sentence_about(path: Path) -> str:
    with pytest.raises(Refused) as refusal:
        read_text(path)
    return str(refusal.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_swedish_text_is_read_in_the_encodings_that_people_have(tmp_path, encoding):
    assert read_text(file(tmp_path, ARTICLE.encode(encoding))) == ARTICLE


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_both_orders_of_bytes_are_read_when_the_file_says_which(tmp_path, order):
    assert read_text(file(tmp_path, f"\ufeff{ARTICLE}".encode(order))) == ARTICLE


def test_an_old_web_page_in_latin_1_is_read(tmp_path):
    page = f'<meta charset="iso-8859-1"><h1>{ARTICLE.replace("–", "-")}</h1>'

    assert "på kvällarna" in read_text(file(tmp_path, page.encode("latin-1"), "sida.html"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "är tom"),
        (ARTICLE.replace("–", "-").encode("cp850"), "teckenkodning"),
        (ARTICLE.replace("–", "-").encode("mac-roman"), "teckenkodning"),
        (ARTICLE.encode("utf-8")[:-1].replace(b"\xa4", b""), "teckenkodning"),
        (b'<meta charset="utf-8"><p>p\xe5 torget</p>', "teckenkodning"),
        (b"\xff\xfe" + ARTICLE.encode("utf-16-le")[:-1], "teckenkodning"),
        (ARTICLE.encode("utf-16-le"), "inte text"),
        (ARTICLE.encode().decode("cp1252").encode(), "förstörda"),
        (ARTICLE.replace("å", "\ufffd").encode(), "förstörda"),
        (b"\x00\x01\x02\x03" * 100, "inte text"),
        (bytes(range(256)) * 4, "inte text"),
        (b"abc\x01\x02\x03\x04\x05\x06 def", "inte text"),
        (b"%PDF-1.7 ...", "en pdf"),
        (b"PK\x03\x04....", "Word"),
        (b"\xd0\xcf\x11\xe0....", "Word"),
        (b"{\\rtf1 hej}", "rtf"),
        (b"\x89PNG\r\n", "en bild"),
        (
            b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            "webbarkiv",
        ),
    ],
)
def test_what_is_no_readable_text_is_refused_in_one_sentence(tmp_path, content, said):
    sentence = sentence_about(file(tmp_path, content))

    assert said in sentence
    assert re.fullmatch(r"[A-ZÅÄÖ/][^\n]*\.", sentence)


def test_a_missing_file_is_refused(tmp_path):
    assert sentence_about(tmp_path / "ingen.txt").endswith("ingen.txt finns inte.")


def test_a_folder_is_refused(tmp_path):
    assert "är en mapp" in sentence_about(tmp_path)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    pipe = tmp_path / "rör"
    os.mkfifo(pipe)

    assert "ingen vanlig fil" in sentence_about(pipe)


@pytest.mark.parametrize("path", ["a" * 5000, "nolla\x00.txt"])
def test_a_name_that_no_file_can_have_is_refused(path):
    assert "går inte att läsa" in sentence_about(Path(path))


def test_a_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    path = file(tmp_path, b"text")

    def forbidden(*args, **kwargs):
        raise PermissionError

    monkeypatch.setattr(Path, "open", forbidden)

    assert "behörighet saknas" in sentence_about(path)


def test_a_file_of_50_megabytes_is_refused_without_being_opened(tmp_path, monkeypatch):
    path = tmp_path / "stor.txt"
    with path.open("wb") as big:
        big.truncate(50_000_000)

    def never(*args, **kwargs):
        raise AssertionError("a file that is too big was opened")

    monkeypatch.setattr(Path, "open", never)

    assert "för stor" in sentence_about(path)


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path, monkeypatch):
    path = file(tmp_path, b"a" * (LARGEST + 1))
    monkeypatch.setattr("foundation.importing.file.check_size", small_at_first())

    assert "för stor" in sentence_about(path)


def small_at_first():
    from foundation.importing import file as reading

    check = reading.check_size
    sizes = iter([1])
    return lambda size, *told, **more: check(next(sizes, size), *told, **more)
