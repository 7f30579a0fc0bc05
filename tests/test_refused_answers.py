"""Who is refused is told so in plain Swedish, on a page of the site's own, and gets no cookie."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.views.defaults import bad_request, permission_denied, server_error

from foundation.frame import FrameMiddleware


def is_our_own(answer, heading):
    """Whether the answer is a whole Swedish page with this heading and leaves nothing behind."""
    page = answer.content.decode()
    return (
        '<html lang="sv">' in page
        and f"<h1>{heading}</h1>" in page
        and 'content="noindex"' in page
        and "Forbidden" not in page
        and not answer.cookies
    )


@pytest.mark.django_db
def test_a_form_that_nobody_can_vouch_for_is_refused(home):
    for address in ("/sok/", "/", "/redaktion/login/"):
        answer = Client(enforce_csrf_checks=True).post(address, {"q": "torget"})

        assert answer.status_code == 403
        assert is_our_own(answer, "Formuläret kunde inte tas emot")


@pytest.mark.django_db
def test_who_may_not_see_a_page_is_told_where_to_go(home):
    request = RequestFactory().get("/")
    answer = FrameMiddleware(lambda request: permission_denied(request, PermissionDenied()))(
        request
    )

    assert answer.status_code == 403
    assert is_our_own(answer, "Du får inte se sidan")


def test_a_question_that_cannot_be_read_costs_no_query(settings):
    settings.ALLOWED_HOSTS = ["hagfors.example"]
    answer = Client().get("/", headers={"host": "annan.example"})

    assert answer.status_code == 400
    assert is_our_own(answer, "Det gick inte att läsa frågan")


def test_neither_a_bad_question_nor_an_error_needs_the_database():
    request = RequestFactory().get("/")

    assert is_our_own(bad_request(request, ValueError()), "Det gick inte att läsa frågan")
    assert is_our_own(server_error(request), "Något gick fel")
    assert "/static/" not in server_error(request).text
