"""What stops the start before anything is installed, each with one clear sentence."""

import ast
import errno
import os
import socket
import subprocess
import sys
import tempfile
from collections import namedtuple

import bootstrap
import pytest
from django.conf import settings

from delivery.port import HIGHEST, PortError, refuse_unusable

OLD = namedtuple("Version", "major minor micro")(3, 9, 2)


def run(errand="serve", **environment) -> subprocess.CompletedProcess:
    """Start for real, as `make` does."""
    return subprocess.run(  # noqa: S603
        [sys.executable, settings.BASE_DIR / "site" / "bootstrap.py", errand],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.fixture
def taken_port():
    """A port that somebody else answers on."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def assert_one_sentence(found: subprocess.CompletedProcess, *parts: str) -> None:
    assert found.returncode == 1
    assert len(found.stderr.strip().splitlines()) == 1, found.stderr
    for part in parts:
        assert part in found.stderr


def test_a_taken_port_is_refused_and_another_proposed(taken_port, tmp_path):
    found = run(PORT=str(taken_port), ATGARDSPLAN_VAR=str(tmp_path))

    assert_one_sentence(found, f"Port {taken_port} är upptagen", f"PORT={taken_port + 1}")


def test_no_port_above_the_highest_is_proposed():
    with socket.socket() as other:
        other.bind(("127.0.0.1", HIGHEST))
        with pytest.raises(PortError, match=f"PORT={HIGHEST - 1}"):
            refuse_unusable(HIGHEST)


@pytest.mark.parametrize("port", ["åtta", "0", "65536", "-1", "8000x"])
def test_a_port_that_is_none_is_refused(port, tmp_path):
    found = run(PORT=port, ATGARDSPLAN_VAR=str(tmp_path))

    assert_one_sentence(found, "PORT ska vara ett tal mellan 1 och 65535")


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").touch()

    found = run("ready", ATGARDSPLAN_VAR=str(tmp_path / "file" / "var"))

    assert_one_sentence(found, "Det går inte att skriva i mappen", str(tmp_path / "file" / "var"))


def test_a_read_only_disk_is_noticed_although_the_folder_is_there(monkeypatch, tmp_path):
    def refuse(**_):
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)

    with pytest.raises(bootstrap.StartError, match="Det går inte att skriva i mappen"):
        bootstrap.refuse_a_read_only_folder(str(tmp_path))


def test_an_old_python_says_which_one_is_needed(monkeypatch):
    monkeypatch.setattr(sys, "version_info", OLD)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)

    with pytest.raises(bootstrap.StartError, match=r"behöver Python 3\.11 .* finns Python 3\.9\."):
        bootstrap.run_a_new_enough_python(["serve"])


def test_an_old_python_leaves_the_work_to_a_newer_one_on_the_path(monkeypatch):
    handed_over = []
    monkeypatch.setattr(sys, "version_info", OLD)
    monkeypatch.setattr(
        bootstrap.shutil, "which", lambda name: sys.executable if name == "python3.12" else None
    )
    monkeypatch.setattr(bootstrap.os, "execv", lambda *call: handed_over.append(call))

    with pytest.raises(bootstrap.StartError):  # reached only because nothing was really handed over
        bootstrap.run_a_new_enough_python(["serve"])

    assert handed_over[0] == (
        sys.executable,
        [sys.executable, os.path.abspath(bootstrap.__file__), "serve"],
    )


def test_a_python_without_venv_says_how_to_get_it(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    monkeypatch.setattr(bootstrap, "VENV", str(tmp_path / ".venv"))

    with pytest.raises(bootstrap.StartError, match="sudo apt install python3-venv"):
        bootstrap.create_environment()

    assert not (tmp_path / ".venv").exists()


def test_the_file_reads_in_a_python_that_is_far_too_old():
    source = (settings.BASE_DIR / "site" / "bootstrap.py").read_text()

    ast.parse(source, feature_version=(3, 6))


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """A clone with a finished environment, where installing only notes that it was asked for."""
    for name, path in {
        "ROOT": "",
        "VAR": "var",
        "VENV": ".venv",
        "VENV_PYTHON": ".venv/bin/python",
        "UNFINISHED": ".venv/unfinished",
        "STAMP": ".venv/installed",
    }.items():
        monkeypatch.setattr(bootstrap, name, str(tmp_path / path).rstrip("/"))
    for name in ("requirements.txt", "requirements-test.txt"):
        (tmp_path / name).write_text(f"pinned for {name}")
    ran = []

    def note(command, complaint):
        ran.append(command)
        if "venv" in command:
            make_python(tmp_path)

    monkeypatch.setattr(bootstrap, "run_logged", note)
    return namedtuple("Folder", "path ran")(tmp_path, ran)


def make_python(path) -> None:
    (path / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
    (path / ".venv" / "bin" / "python").touch()


def was_made_anew(ran: list) -> bool:
    return any("venv" in command for command in ran)


def test_a_finished_environment_is_left_alone(folder):
    bootstrap.make_environment("requirements.txt")
    assert len(folder.ran) == 2

    bootstrap.make_environment("requirements.txt")
    assert len(folder.ran) == 2


def test_what_the_tests_need_is_enough_for_serving_but_not_the_other_way_round(folder):
    bootstrap.make_environment("requirements.txt")
    bootstrap.make_environment("requirements-test.txt")
    assert len(folder.ran) == 3

    bootstrap.make_environment("requirements.txt")
    assert len(folder.ran) == 3


def test_changed_requirements_are_installed_into_the_environment_that_is_there(folder):
    bootstrap.make_environment("requirements.txt")
    folder.ran.clear()
    (folder.path / "requirements.txt").write_text("pinned anew")

    bootstrap.make_environment("requirements.txt")

    assert len(folder.ran) == 1
    assert not was_made_anew(folder.ran)


def test_an_interrupted_installation_is_begun_again(folder, monkeypatch, capsys):
    note = bootstrap.run_logged

    def interrupted(command, complaint):
        note(command, complaint)
        if "pip" in command:
            raise KeyboardInterrupt

    monkeypatch.setattr(bootstrap, "run_logged", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bootstrap.make_environment("requirements.txt")
    monkeypatch.setattr(bootstrap, "run_logged", note)
    folder.ran.clear()

    bootstrap.make_environment("requirements.txt")

    assert was_made_anew(folder.ran)
    assert "Förra installationen avbröts" in capsys.readouterr().out


def test_an_environment_whose_python_is_gone_is_made_anew(folder, capsys):
    bootstrap.make_environment("requirements.txt")
    folder.ran.clear()
    (folder.path / ".venv/bin/python").unlink()

    bootstrap.make_environment("requirements.txt")

    assert was_made_anew(folder.ran)
    assert "Python har bytts ut" in capsys.readouterr().out


def test_a_moved_folder_gets_an_environment_of_its_own(folder, capsys):
    bootstrap.make_environment("requirements.txt")
    folder.ran.clear()
    stamp = folder.path / ".venv/installed"
    stamp.write_text(stamp.read_text().replace(str(folder.path), "/somewhere/else"))

    bootstrap.make_environment("requirements.txt")

    assert was_made_anew(folder.ran)
    assert "Mappen har flyttats" in capsys.readouterr().out


def test_a_failed_installation_says_where_the_reason_stands(monkeypatch, tmp_path):
    monkeypatch.setattr(bootstrap, "VAR", str(tmp_path))

    with pytest.raises(
        bootstrap.StartError, match=r"Det gick inte\. Orsaken står i .*install\.log"
    ):
        bootstrap.run_logged(
            [sys.executable, "-c", "import sys; sys.exit('no network')"], "Det gick inte."
        )

    assert "no network" in (tmp_path / "log" / "install.log").read_text()
