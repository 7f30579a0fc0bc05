"""Whatever file is sent as figures, by the command or the form, is refused in a sentence."""

import time
import tracemalloc

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from actionplan.models import ValueBatch
from foundation.importing.kept import ImportRun
from tests.foundation.tables.books import handmade, sheet_xml
from tests.foundation.tables.test_hostile_workbooks import HOSTILE
from tests.people import make_roles, member_of

pytestmark = pytest.mark.django_db

MILLION = 1_000_000
ROWS = {
    "a million rows.xlsx": lambda: handmade(sheet_xml("<row><c><v>1</v></c></row>" * MILLION)),
    "a million rows.csv": lambda: b"Plats;V\n" + b"2024;1\n" * MILLION,
    "a bomb.xlsx": lambda: handmade(sheet_xml("") + " " * 60_000_000),
    "a bomb.json": lambda: b"[" * 400_000 + b"]" * 400_000,
    "wide.json": lambda: b'{"values":[' + b"[]," * 500_000 + b"[]]}",
    "a picture.csv": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50,
}


def test_the_command_refuses_it(indicator, tmp_path, capsys, subtests):
    kinds = {f"{kind}.xlsx": make for kind, (make, _) in HOSTILE.items()} | ROWS
    for name, make in kinds.items():
        path = tmp_path / name
        path.write_bytes(make())
        with subtests.test(name):
            started = time.process_time()
            tracemalloc.start()
            with pytest.raises(SystemExit):
                call_command("import_indicator", path, "--source", "Exempel", "--publish")
            _, most = tracemalloc.get_traced_memory()
            tracemalloc.stop()
            told = capsys.readouterr().err.strip()
            assert told.endswith(".")
            assert "\n" not in told
            assert most < 150_000_000
            assert time.process_time() - started < 60
        tracemalloc.stop()
    assert not ValueBatch.objects.exists()


@pytest.mark.parametrize("name", ["a million rows.csv", "wide.json", "a picture.csv", "50 MB"])
def test_the_form_refuses_it(indicator, client, name):
    make_roles()
    client.force_login(member_of("Samordnare"))
    content = (ROWS.get(name) or HOSTILE[name][0])()
    form = {"file": SimpleUploadedFile(name, content), "indicator": indicator.pk}

    answer = client.post(reverse("import_new", args=["indikatorvarden"]), form, follow=True)

    page = BeautifulSoup(answer.content, "html.parser")
    told = " ".join(one.get_text(" ") for one in page.select("[role=alert], .w-field__errors"))
    assert told.strip().endswith("."), page.get_text()
    assert not ImportRun.objects.filter(state=ImportRun.State.CHECKED).exists()
    assert not ValueBatch.objects.exists()
