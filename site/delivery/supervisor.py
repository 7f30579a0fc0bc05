"""One parent of the processes that together are the running site."""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess

import django

from delivery.parent import end_with_parent

LOOK_EVERY = 0.1
PATIENCE_AT_STOP = 8.0
# One that lived this long was well: its next death is a new story.
WELL_AFTER = 30.0
LONGEST_WAIT = 30.0
SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
# A forked child has all code loaded from its first moment. Elsewhere than on Linux the system's
# own libraries do not stand it.
PROCESSES = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")


@dataclass
class Child:
    """A process that should always be running."""

    name: str
    work: Callable[..., None]
    arguments: tuple = ()
    process: BaseProcess | None = None
    started_at: float = 0.0
    start_at: float = 0.0
    deaths: int = 0

    def start(self) -> None:
        """Start it as one that ends when its parent does."""
        self.process = PROCESSES.Process(
            target=_live, args=(os.getpid(), self.work, self.arguments), name=self.name
        )
        self.process.start()
        self.started_at = time.monotonic()

    @property
    def is_running(self) -> bool:
        """Whether the process is there."""
        return self.process is not None and self.process.is_alive()

    def note_death(self) -> float:
        """Decide when to start it again: soon at first, later and later if it keeps dying."""
        now = time.monotonic()
        self.deaths = 1 if now - self.started_at > WELL_AFTER else self.deaths + 1
        wait = min(LONGEST_WAIT, 0.5 * 2 ** (self.deaths - 1))
        self.start_at, self.process = now + wait, None
        return wait


@dataclass
class Supervisor:
    """Keeps children running until told to stop, and leaves none behind.

    `when_ready` runs once, when `is_ready` first says so. A child that dies before that ends
    the whole start: what never worked will not work by trying again.
    """

    children: list[Child]
    is_ready: Callable[[], bool]
    when_ready: Callable[[], None]
    say: Callable[[str], None]
    stopping: bool = field(default=False, init=False)

    def run(self) -> int:
        """Run until SIGTERM or SIGINT; the exit code of the whole."""
        for number in SIGNALS:
            signal.signal(number, self._stop_soon)
        try:
            return self._keep_running()
        finally:
            self._end_all()

    def _stop_soon(self, *_: object) -> None:
        self.stopping = True

    def _keep_running(self) -> int:
        ready = False
        while not self.stopping:
            for child in self.children:
                if child.is_running:
                    continue
                if child.process is not None:
                    if not ready:
                        self.say(f"Det gick inte att starta: {child.name} avslutades.")
                        return 1
                    wait = child.note_death()
                    self.say(f"Oväntat: {child.name} avslutades. Startar igen om {wait:g} s.")
                elif time.monotonic() >= child.start_at:
                    child.start()
            if not ready and self.is_ready():
                ready = True
                self.when_ready()
            time.sleep(LOOK_EVERY)
        return 0

    def _end_all(self) -> None:
        running = [child.process for child in self.children if child.is_running]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + PATIENCE_AT_STOP
        for process in running:
            process.join(max(0.0, deadline - time.monotonic()))
            if process.is_alive():
                process.kill()
                process.join()


def _live(parent: int, work: Callable[..., None], arguments: tuple) -> None:
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    # A group of its own: Ctrl-C is for the parent to pass on.
    os.setsid()
    end_with_parent(parent)
    django.setup()
    work(*arguments)
