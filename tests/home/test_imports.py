"""An import in the admin: a file is looked through first, and then done with one button."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from actionplan.models import MeasurePage
from delivery.worker import BACKGROUND, MOST_TRIES, begin_again
from foundation.importing import jobs
from foundation.importing.kept import KEPT_FOR, ImportRun
from foundation.settings import SiteSettings
from tests.factories import MeasurePageFactory, NewsIndexPageFactory
from tests.foundation.tables.books import workbook
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db

PLAN = workbook(["Fokusområde", "Åtgärd", "Ansvarig"], ["Trygga platser", "Fler lyktor", "Gatan"])
NEW = reverse("import_new", args=["atgarder"])


@pytest.fixture
def person(home, area):
    NewsIndexPageFactory(parent=home)
    make_roles()

    return member_of


@pytest.fixture
def coordinator(client, person):
    client.force_login(user := person("Samordnare"))
    return user


def send(client, content=PLAN, name="plan.xlsx", **choices):
    file = SimpleUploadedFile(name, content)
    response = client.post(NEW, {"file": file, **choices})
    assert response.status_code == 302, BeautifulSoup(response.content, "html.parser").text
    return ImportRun.objects.latest("pk")


def seen(client, run):
    return BeautifulSoup(client.get(reverse("import_run", args=[run.pk])).content, "html.parser")


def press(client, name, run, **data):
    return client.post(reverse(name, args=[run.pk]), data)


def test_a_file_is_looked_through_and_changes_nothing(client, coordinator):
    run = send(client)

    text = seen(client, run).select_one(".imports").text
    assert "Rad 2: Ny." in text
    assert "Fler lyktor" in text
    assert "Utkast." in text
    assert run.state == ImportRun.State.CHECKED
    assert not MeasurePage.objects.filter(title="Fler lyktor").exists()


def test_one_button_does_it_once(client, coordinator):
    run = send(client)

    for _ in range(2):
        press(client, "import_begin", run)

    (page,) = MeasurePage.objects.filter(title="Fler lyktor")
    assert not page.live
    assert page.owner is None or page.owner == coordinator
    assert page.latest_revision.user == coordinator
    assert "Importen är klar" in seen(client, run).text


def test_readers_see_it_at_once_when_the_editor_ticks_publish(client, coordinator):
    run = send(client, publish="on")
    press(client, "import_begin", run)

    assert MeasurePage.objects.get(title="Fler lyktor").live


def test_under_four_eyes_nothing_is_published(client, coordinator):
    settings = SiteSettings.load()
    settings.four_eyes = True
    settings.save()

    form = BeautifulSoup(client.get(NEW).content, "html.parser")
    run = send(client, publish="on")
    press(client, "import_begin", run)

    assert not form.select("[name=publish]")
    assert not MeasurePage.objects.get(title="Fler lyktor").live


def test_what_was_seen_is_what_is_done(client, coordinator, area):
    run = send(client)
    MeasurePageFactory(parent=area, title="Fler lyktor", summary="Skriven under tiden.")

    press(client, "import_begin", run)

    text = seen(client, run).text
    assert "ändrats sedan förhandsgranskningen" in text
    assert MeasurePage.objects.filter(title="Fler lyktor").count() == 1

    press(client, "import_check", run)
    assert "Rad 2: Ändras." in seen(client, run).text


@pytest.mark.parametrize("role", ["Kommunikatör", "Granskare"])
def test_others_import_no_measures(client, person, role):
    theirs = ImportRun.of_file("atgarder", person("Samordnare"), "plan.xlsx", PLAN)
    client.force_login(person(role))

    answers = [
        client.get(NEW),
        client.post(NEW, {"file": SimpleUploadedFile("plan.xlsx", PLAN)}),
        client.get(reverse("import_run", args=[theirs.pk])),
        press(client, "import_begin", theirs),
        press(client, "import_check", theirs),
        press(client, "import_forget", theirs),
    ]

    assert {answer.status_code for answer in answers} <= {302, 404}
    assert ImportRun.objects.count() == 1
    assert not MeasurePage.objects.filter(title="Fler lyktor").exists()


def test_a_file_is_seen_by_its_owner_and_by_those_who_run_the_site(client, person):
    run = ImportRun.of_file("atgarder", person("Samordnare"), "plan.xlsx", PLAN)
    statuses = []
    for user in (person("Samordnare", name="en annan"), person("Systemförvaltare"), run.person):
        client.force_login(user)
        statuses.append(client.get(reverse("import_run", args=[run.pk])).status_code)

    assert statuses == [404, 200, 200]


def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(client, coordinator):
    run = send(client, b"%PDF-1.7 plan", "plan.pdf")

    alert = seen(client, run).select_one("[role=alert]").text
    assert "Filen plan.pdf är en pdf" in " ".join(alert.split())
    assert not run.can_begin


def test_a_file_that_is_too_large_is_not_even_kept(client, coordinator, monkeypatch):
    monkeypatch.setattr(SimpleUploadedFile, "size", 50_000_000, raising=False)
    response = client.post(NEW, {"file": SimpleUploadedFile("plan.xlsx", PLAN + b"x" * 10_000_001)})

    assert "är för stor" in response.content.decode()
    assert not ImportRun.objects.exists()


@pytest.fixture
def jobs_wait(settings):
    settings.TASKS = {
        "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
        BACKGROUND: {"BACKEND": "django_tasks_db.DatabaseBackend"},
    }


def test_while_it_is_at_work_the_page_asks_again_by_itself(client, coordinator, jobs_wait):
    run = send(client)
    run.tell_progress(3, 10)

    page = seen(client, run)

    assert page.select_one("meta[http-equiv=refresh]")
    assert "3 av 10 är klara" in page.text
    assert not page.select("form[action$=genomfor\\/]")


def test_an_import_whose_worker_was_killed_is_not_begun_and_can_be_begun_again(
    client, coordinator, jobs_wait
):
    run = send(client)
    jobs.check.func(run.pk)
    press(client, "import_begin", run)
    DBTaskResult.objects.update(status="RUNNING", worker_ids=["w"] * MOST_TRIES)

    begin_again()

    run.refresh_from_db()
    assert run.state == ImportRun.State.FAILED
    assert run.can_begin
    press(client, "import_begin", run)
    jobs.carry_out.func(run.pk)
    jobs.carry_out.func(run.pk)
    assert MeasurePage.objects.filter(title="Fler lyktor").count() == 1


def test_old_files_are_forgotten_and_what_they_gave_is_not(client, coordinator):
    run = send(client)
    press(client, "import_begin", run)
    ImportRun.objects.update(uploaded_at=timezone.now() - KEPT_FOR * 2)

    jobs.forget_old_imports.enqueue()

    assert not ImportRun.objects.exists()
    assert MeasurePage.objects.filter(title="Fler lyktor").exists()
