"""The command tells what it does or would do, and leaves the database alone when it cannot."""

import pytest
from django.core.management import call_command

from actionplan.models import ValueBatch
from tests.factories import IndicatorPageFactory

pytestmark = pytest.mark.django_db

TABLE = "År;Plats;Värde\n2023;Hagfors;7\n2024;Hagfors;..\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "varden.csv"
    path.write_text(TABLE)
    return path


def test_a_dry_run_tells_and_changes_nothing(indicator, file, capsys):
    call_command("import_indicator", file, "--source", "Exempel", "--dry-run")

    said = capsys.readouterr().out
    assert "Rad 2, kolumn C: Ny. 2023, Hagfors\n  Värde: 7\n" in said
    assert "  Värde: uppgift saknas\n" in said
    assert "Summa: ny: 2, ändras: 0, oförändrad: 0, tas inte med: 0" in said
    assert "Ingenting är ändrat" in said
    assert not ValueBatch.objects.exists()
    assert not indicator.get_latest_revision_as_object().values.all()


def test_it_makes_a_draft_and_with_publish_it_publishes(indicator, file, capsys):
    call_command("import_indicator", file, "--source", "Exempel")
    assert not indicator.values.exists()

    file.write_text(TABLE.replace("7", "8"))
    indicator.refresh_from_db()
    indicator.get_latest_revision().publish()
    call_command("import_indicator", file, "--publish")

    assert [value.figure for value in indicator.values.order_by("pk")] == ["8", "uppgift saknas"]
    assert "Värde: 7 → 8" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"%PDF-1.7", "är en pdf"), (b"a;b\n1;2\n", "inga siffror med period"), (b"", "är tom")],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(indicator, tmp_path, content, says, capsys):
    path = tmp_path / "varden.csv"
    path.write_bytes(content)

    with pytest.raises(SystemExit):
        call_command("import_indicator", path)

    assert says in capsys.readouterr().err


def test_among_several_indicators_one_is_named(indicator, file, capsys):
    IndicatorPageFactory(parent=indicator.get_parent(), title="Andra frågan")

    with pytest.raises(SystemExit):
        call_command("import_indicator", file)
    assert "Ange vilken indikator" in capsys.readouterr().err

    address = indicator.get_url()
    call_command(
        "import_indicator", file, "--indicator", address, "--source", "Exempel", "--publish"
    )
    assert indicator.values.count() == 2
