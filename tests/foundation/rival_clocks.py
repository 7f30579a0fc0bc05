"""Two clocks at the same work, one of them killed outright every moment, until all is done.

Run as a program of its own, with the settings of the site in the environment. Prints how many
times it killed.
"""

import os
import random
import signal
import time

import django

django.setup()

from django.db import connections  # noqa: E402

from delivery.parent import end_with_parent  # noqa: E402
from foundation.scheduled_publishing import everything_due, publish_due  # noqa: E402

LONGEST = 40.0


def start_clock() -> int:
    """A process that publishes what is due for as long as it lives."""
    parent = os.getpid()
    if pid := os.fork():
        return pid
    end_with_parent(parent)
    try:
        while True:
            publish_due()
    finally:
        os._exit(1)


def kill(clock: int) -> None:
    """End it outright, in the middle of whatever it does."""
    os.kill(clock, signal.SIGKILL)
    os.waitpid(clock, 0)


def main() -> None:
    """Kill one or the other at random for as long as anything is due."""
    chance = random.Random()  # noqa: S311
    clocks = [start_clock(), start_clock()]
    kills, started = 0, time.monotonic()
    while any(True for _ in everything_due()) and time.monotonic() - started < LONGEST:
        # A connection must not be shared with a child.
        connections.close_all()
        time.sleep(chance.uniform(0.02, 0.25))
        kill(clocks.pop(chance.randrange(2)))
        kills += 1
        clocks.append(start_clock())
    for clock in clocks:
        kill(clock)
    publish_due()
    print(kills)


main()
