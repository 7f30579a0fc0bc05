"""A reader gets the smallest form that it says it understands."""

import gzip

import brotli
import pytest
from django.http import HttpResponse

from delivery.encoding import CompressionMiddleware, forms_of, preferences
from delivery.keeping import may_be_kept


@pytest.mark.parametrize(
    ("accepted", "best"),
    [
        ("", "identity"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("GZIP ; Q=0.5", "gzip"),
        ("br;q=0.5, gzip;q=1.0", "gzip"),
        ("br;q=0, *", "gzip"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("identity", "identity"),
        ("identity;q=1, br;q=0.5", "identity"),
        ("identity;q=0.5, br;q=1", "br"),
        ("gzip;q=0, br;q=0", "identity"),
        ("identity;q=0", "identity"),
        ("gzip;q=many", "identity"),
        (",;,q=1", "identity"),
    ],
)
def test_the_reader_s_own_order_comes_first_and_then_size(accepted, best):
    assert preferences(accepted)[0] == best


def test_every_form_is_the_same_page():
    body = b"<p>trygg</p>" * 100

    forms = forms_of(body)

    assert list(forms) == ["br", "gzip", "identity"]
    assert brotli.decompress(forms["br"]) == gzip.decompress(forms["gzip"]) == body
    assert len(forms["br"]) < len(forms["gzip"]) < len(body)


def test_a_form_that_saves_nothing_is_not_kept():
    assert list(forms_of(b"kort")) == ["identity"]


@pytest.mark.parametrize(("kept", "encoding"), [(True, None), (False, "gzip")])
def test_only_what_is_not_kept_is_compressed_by_django(rf, kept, encoding):
    response = HttpResponse("<p>trygg</p>" * 100)
    if kept:
        may_be_kept(response)

    answer = CompressionMiddleware(lambda _: response)(rf.get("/", HTTP_ACCEPT_ENCODING="gzip"))

    assert answer.get("Content-Encoding") == encoding
