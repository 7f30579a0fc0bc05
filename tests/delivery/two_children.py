"""A program with two children that only note that they live, under the real supervisor.

Takes the folder to note it in.
"""

import os
import sys
import time
from pathlib import Path

from delivery.supervisor import Child, Supervisor


def note(path: str) -> None:
    """Say who lives, and live on."""
    Path(path).write_text(str(os.getpid()))
    while True:
        time.sleep(0.05)


def say(text: str) -> None:
    """Tell at once, whoever reads it."""
    print(text, flush=True)


if __name__ == "__main__":
    folder = sys.argv[1]
    sys.exit(
        Supervisor(
            children=[
                Child("en", note, (f"{folder}/one",)),
                Child("två", note, (f"{folder}/two",)),
            ],
            is_ready=lambda: True,
            when_ready=lambda: say("ready"),
            say=say,
        ).run()
    )
