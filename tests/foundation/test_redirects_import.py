"""Taking in redirects from a file: a button pressed twice, or half a form, is no fault of the site."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db
TAKE_IN = reverse("wagtailredirects:process_import")


@pytest.fixture
def confirmed(client, area):
    """The second form, as it is sent."""
    make_roles()
    client.force_login(member_of("Systemförvaltare"))
    file = SimpleUploadedFile("gamla.csv", "från,till\n/gammal,https://example.com/ny\n".encode())
    answer = client.post(reverse("wagtailredirects:start_import"), {"import_file": file})
    fields = BeautifulSoup(answer.content, "html.parser").select("input[type=hidden][value]")
    form = {field["name"]: field["value"] for field in fields}
    return form | {"from_index": "0", "to_index": "1", "permanent": "on"}


def words(answer):
    return " ".join(BeautifulSoup(answer.content, "html.parser").get_text(" ").split())


def test_a_whole_form_is_taken_in_and_pressed_again_says_so(client, confirmed):
    client.post(TAKE_IN, confirmed, follow=True)
    assert Redirect.objects.count() == 1

    again = client.post(TAKE_IN, confirmed, follow=True)

    assert "Inget mer importerades" in words(again)
    assert Redirect.objects.count() == 1


@pytest.mark.parametrize("name", ["import_file_name", "input_format"])
@pytest.mark.parametrize("value", [None, "", "0", "/etc/passwd:abc"])
def test_a_form_that_is_cut_short_or_changed_is_refused_in_a_sentence(
    client, confirmed, name, value
):
    sent = {key: said for key, said in confirmed.items() if key != name}
    answer = client.post(TAKE_IN, sent | ({} if value is None else {name: value}), follow=True)

    assert "Inget mer importerades" in words(answer)
    assert not Redirect.objects.exists()
