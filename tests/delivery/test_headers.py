"""What the browser is told to refuse, on every kind of response."""

import pytest
from django.http import HttpResponse

from delivery.headers import SecurityHeadersMiddleware, hide_the_visit

ADDRESSES = ["/halsa/lever", "/media/images/saknas.png", "/redaktion/login/"]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_every_response_carries_the_headers_that_cost_nothing(client, address):
    response = client.get(address)

    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    for feature in ("camera", "geolocation", "microphone", "payment"):
        assert f"{feature}=()" in response["Permissions-Policy"]


def policy_of(response) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


@pytest.mark.django_db
def test_a_public_page_may_load_only_from_the_site_itself(client):
    policy = policy_of(client.get("/finns-inte/"))

    assert policy["default-src"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert policy["form-action"] == policy["frame-ancestors"] == "'self'"
    assert set(policy.values()) == {"'none'", "'self'"}


@pytest.mark.django_db
def test_the_admin_whose_scripts_need_more_is_left_out_of_the_policy(client):
    assert "Content-Security-Policy" not in client.get("/redaktion/login/")


def answer(request):
    return HttpResponse("hej", headers={"Cache-Control": "max-age=60"})


@pytest.mark.parametrize("status", [200, 404])
def test_a_visit_to_a_safe_branch_is_kept_by_nobody_and_told_to_nobody(rf, status):
    request = rf.get("/")
    request.safe_branch = True

    response = SecurityHeadersMiddleware(lambda _: HttpResponse(status=status))(request)

    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"


def test_other_pages_keep_their_own_word_on_caching(rf):
    request = rf.get("/")
    request.safe_branch = False

    response = SecurityHeadersMiddleware(answer)(request)

    assert response["Cache-Control"] == "max-age=60"
    assert "Referrer-Policy" not in response


def test_a_view_that_does_not_route_can_hide_the_visit_itself():
    response = HttpResponse()

    hide_the_visit(response)

    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/finns-inte/", "/sok/?q=trygghet", "/halsa/lever"])
def test_an_anonymous_reader_gets_no_cookie(client, address):
    assert not client.get(address).cookies
