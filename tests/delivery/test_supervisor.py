"""One parent, its children, and what becomes of each when the other dies."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from delivery.supervisor import Child


def wait_for(condition, seconds=20.0):
    """What `condition` gives, as soon as it gives something."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := condition():
            return found
        time.sleep(0.02)
    raise AssertionError("it did not happen in time")


def lives(pid: int) -> bool:
    """Whether the process runs; one that is dead but not yet taken care of does not."""
    try:
        os.kill(pid, 0)
        status = Path(f"/proc/{pid}/stat")
        return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def pid_in(path: Path) -> int:
    return int(path.read_text() or 0) if path.exists() else 0


@pytest.fixture
def parent(tmp_path):
    """The supervising process, running, with what it says in `said`."""
    said = (tmp_path / "said").open("w")
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, Path(__file__).with_name("two_children.py"), tmp_path],
        env={
            **os.environ,
            "PYTHONPATH": f"{settings.BASE_DIR / 'site'}{os.pathsep}{settings.BASE_DIR}",
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
        },
        stdout=said,
        stderr=said,
    )
    yield process
    process.kill()
    process.wait()
    said.close()


@pytest.fixture
def children(parent, tmp_path):
    """The two children, by the files where they write who they are."""
    one, two = tmp_path / "one", tmp_path / "two"
    wait_for(lambda: pid_in(one) and pid_in(two))
    return one, two


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_told_to_stop_it_stops_both_and_is_content(parent, children, number):
    pids = [pid_in(child) for child in children]

    parent.send_signal(number)

    assert parent.wait(10) == 0
    assert not any(lives(pid) for pid in pids)


def test_a_killed_child_is_back_soon_and_the_other_never_left(parent, children, tmp_path):
    one, two = (pid_in(child) for child in children)

    os.kill(two, signal.SIGKILL)

    wait_for(lambda: pid_in(children[1]) not in (0, two), 10)
    assert pid_in(children[0]) == one
    assert "Oväntat: två avslutades. Startar igen om 0.5 s." in (tmp_path / "said").read_text()


def test_a_parent_killed_outright_leaves_no_orphans(parent, children):
    pids = [pid_in(child) for child in children]

    parent.kill()
    parent.wait()

    wait_for(lambda: not any(lives(pid) for pid in pids), 5)


def test_a_child_that_keeps_dying_is_started_again_later_and_later():
    child = Child("en", print)
    now = child.started_at = time.monotonic()

    waits = [child.note_death() for _ in range(9)]

    assert waits == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    assert child.start_at > now + 29


def test_a_child_that_was_well_for_long_is_started_again_at_once():
    child = Child("en", print, deaths=5, started_at=time.monotonic() - 3600)

    assert child.note_death() == 0.5
