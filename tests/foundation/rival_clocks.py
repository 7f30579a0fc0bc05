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

from foundation.scheduled_publishing import everything_due, publish_due  # noqa: E402

LONGEST = 60.0


def start_clock() -> int:
    """A process that publishes what is due for as long as it lives."""
    if pid := os.fork():
        return pid
    try:
        while True:
            publish_due()
    finally:
        os._exit(1)


def main() -> None:
    """Kill one or the other at random for as long as anything is due."""
    chance = random.Random()  # noqa: S311
    clocks = [start_clock(), start_clock()]
    kills, started = 0, time.monotonic()
    while time.monotonic() - started < LONGEST:
        time.sleep(chance.uniform(0.02, 0.25))
        victim = chance.randrange(2)
        os.kill(clocks[victim], signal.SIGKILL)
        os.waitpid(clocks[victim], 0)
        kills += 1
        if not any(True for _ in everything_due()):
            break
        # A connection must not be shared with a child.
        django.db.connections.close_all()
        clocks[victim] = start_clock()
    for pid in set(clocks) - {clocks[victim]}:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    publish_due()
    print(kills)


main()
