"""A handed-out password opens one door only: the one to a new password."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

pytestmark = pytest.mark.django_db

HANDED_OUT = "handed-out-by-somebody"
OWN = "en-egen-fin-mening-7"
PAGE = "/redaktion/nytt-losenord/"


@pytest.fixture
def newcomer(client):
    """Someone logged in with a password that another person has seen."""
    user = get_user_model().objects.create_superuser(
        "ny", password=HANDED_OUT, must_change_password=True
    )
    client.force_login(user)
    return user


def choose(client, password, again=None, address=PAGE):
    return client.post(address, {"new_password1": password, "new_password2": again or password})


def test_every_page_of_the_admin_leads_to_the_change_of_password(client, newcomer):
    for address in (
        "/redaktion/",
        "/redaktion/pages/",
        "/redaktion/account/",
        "/redaktion/finns-ej/",
    ):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith(f"{PAGE}?next=")


def test_the_way_out_and_what_the_page_itself_is_made_of_stay_open(client, newcomer):
    assert client.get(PAGE).status_code == 200
    assert client.get(reverse("wagtailadmin_javascript_catalog")).status_code == 200
    assert client.get(reverse("wagtailadmin_sprite")).status_code == 200
    assert client.post(reverse("wagtailadmin_logout"))["Location"] == "/redaktion/login/"


def test_a_script_is_refused_in_plain_terms_and_not_redirected(client, newcomer):
    by_mark = client.get("/redaktion/pages/", headers={"X-Requested-With": "XMLHttpRequest"})
    by_wish = client.post("/redaktion/pages/", headers={"Accept": "application/json"})

    assert by_mark.status_code == by_wish.status_code == 403
    assert by_mark.json() == {"fel": "Byt lösenord först."}


def test_a_new_password_opens_the_admin_and_keeps_the_person_logged_in(client, newcomer):
    response = choose(client, OWN, address=f"{PAGE}?next=/redaktion/images/%3Fq%3Dbro")

    assert response["Location"] == "/redaktion/images/?q=bro"
    newcomer.refresh_from_db()
    assert newcomer.check_password(OWN)
    assert newcomer.must_change_password is False
    assert client.get("/redaktion/images/").status_code == 200


def test_the_way_on_never_leads_to_another_site(client, newcomer):
    response = choose(client, OWN, address=f"{PAGE}?next=https://example.com/")

    assert response["Location"] == "/redaktion/"


@pytest.mark.parametrize(
    ("password", "again", "reason"),
    [
        ("kort-1", None, "minst 12 tecken"),
        ("qwerty123456", None, "vanligt"),
        (HANDED_OUT, None, "Välj ett annat lösenord än det du loggade in med."),
        (OWN, OWN + "x", "stämmer inte överens"),
        ("", None, "obligatoriskt"),
    ],
)
def test_a_poor_password_is_refused_in_swedish(client, newcomer, password, again, reason):
    response = choose(client, password, again)

    assert response.status_code == 200
    assert reason in response.text
    newcomer.refresh_from_db()
    assert newcomer.check_password(HANDED_OUT)
    assert newcomer.must_change_password is True


def test_those_with_a_password_of_their_own_are_left_alone(client, newcomer):
    get_user_model().objects.update(must_change_password=False)

    assert client.get("/redaktion/").status_code == 200


def test_what_residents_read_is_open_to_everyone(client, newcomer):
    assert client.get("/halsa/lever").status_code == 200


def test_a_stranger_is_asked_to_log_in_first(client):
    assert client.get(PAGE)["Location"].startswith("/redaktion/login/")
    assert client.get("/redaktion/")["Location"].startswith("/redaktion/login/")
