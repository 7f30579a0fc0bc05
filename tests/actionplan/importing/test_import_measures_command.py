"""The command tells what it does or would do, and leaves the database alone when it cannot."""

import pytest
from django.core.management import call_command

from actionplan.models import MeasurePage, StatusUpdatePage
from tests.foundation.tables.books import workbook

pytestmark = pytest.mark.django_db

ROWS = (["Åtgärd", "Ansvarig", "Status"], ["Fler lyktor", "Gatan", "Pågår"])


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plan.xlsx"
    path.write_bytes(workbook(*ROWS))
    return path


def test_a_dry_run_tells_and_changes_nothing(area, file, capsys):
    call_command("import_measures", file, "--dry-run", "--area", area.title)

    said = capsys.readouterr().out
    assert "Rad 2: Ny. Fler lyktor" in said
    assert "Ansvarig: Gatan" in said
    assert "saknar datum" in said
    assert "Ingenting är ändrat" in said
    assert not MeasurePage.objects.filter(title="Fler lyktor").exists()


def test_it_does_what_it_told(area, file, capsys):
    options = ["--area", area.title, "--status-date", "2025-05-03", "--publish"]

    call_command("import_measures", file, *options)

    page = MeasurePage.objects.get(title="Fler lyktor")
    assert page.live
    assert StatusUpdatePage.objects.child_of(page).get().live
    call_command("import_measures", file, *options)
    assert "Rad 2: Oförändrad" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Excels gamla format"), (b"a;b\n1;2\n", "rubriker")],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(area, tmp_path, content, says, capsys):
    path = tmp_path / "plan.xls"
    path.write_bytes(content)

    with pytest.raises(SystemExit):
        call_command("import_measures", path)

    assert says in capsys.readouterr().err


def test_without_a_focus_area_the_row_is_left_out_and_says_why(area, file, capsys):
    call_command("import_measures", file)

    assert "Filen säger inte vilket fokusområde" in capsys.readouterr().out
    assert not MeasurePage.objects.filter(title="Fler lyktor").exists()
