"""A copy tells the same after it has lain on the disk, and a broken one tells nothing."""

import pytest

from delivery.page_copy import PageCopy, UnreadableCopyError, may_be_copied

BODY = "<h1>Åtgärder</h1>".encode() * 40
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Vary", "Cookie")]


def copy_of(headers=HEADERS, body=BODY) -> PageCopy:
    return PageCopy.of(body, headers, "1a", 1000.0, frozenset({"sida"}))


def test_it_is_the_same_after_a_restart():
    copy = copy_of()

    again = PageCopy.from_bytes(copy.as_bytes())

    assert again == copy
    assert again.forms == copy.forms


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda data: data[:-1], id="cut"),
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data.replace(b"h1", b"h2"), id="altered"),
        pytest.param(lambda data: b"[]" + data[data.index(b"\n") :], id="of another kind"),
    ],
)
def test_a_file_that_was_cut_or_altered_is_not_believed(spoil):
    with pytest.raises(UnreadableCopyError):
        PageCopy.from_bytes(spoil(copy_of().as_bytes()))


def test_each_form_has_a_mark_of_its_own_that_only_its_bytes_decide():
    forms = copy_of().forms
    other = copy_of(headers=[*HEADERS, ("X-Other", "1")]).forms

    assert len({form.etag for form in forms.values()}) == 3
    assert [form.etag for form in forms.values()] == [form.etag for form in other.values()]
    assert copy_of(body=BODY + b".").forms["br"].etag != forms["br"].etag


@pytest.mark.parametrize("header", ["{0}", "W/{0}", '"a", {0}', '"a,b" ,W/{0}', "*"])
def test_a_reader_who_has_it_is_known_however_it_says_so(header):
    form = copy_of().form_for("br")

    assert form.is_known_to(header.format(form.etag))


@pytest.mark.parametrize("header", ["", '"a"', '"a", "b"', 'W/""'])
def test_a_reader_who_has_another_is_not(header):
    assert not copy_of().form_for("br").is_known_to(header)


def test_a_page_in_safe_mode_leaves_no_mark_to_be_recognised_by():
    form = copy_of([*HEADERS, ("Cache-Control", "no-store")]).form_for("br")

    headers = dict(form.headers)
    assert headers["Cache-Control"] == "no-store"
    assert "ETag" not in headers
    assert not form.is_known_to("*")


def test_it_is_stale_after_a_publication_or_its_time():
    copy = copy_of()

    assert copy.is_fresh("1a", 999.0)
    assert not copy.is_fresh("1b", 999.0)
    assert not copy.is_fresh("1a", 1000.0)


@pytest.mark.parametrize(
    ("status", "header"),
    [
        ("404 Not Found", ("X", "")),
        ("500 Internal Server Error", ("X", "")),
        ("200 OK", ("Set-Cookie", "a=b")),
        ("200 OK", ("Cache-Control", "private, no-store")),
        ("200 OK", ("Content-Encoding", "gzip")),
    ],
)
def test_what_is_an_error_or_somebody_s_own_is_not_copied(status, header):
    assert may_be_copied("200 OK", HEADERS)
    assert not may_be_copied(status, [*HEADERS, header])
