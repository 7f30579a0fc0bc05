"""How long `make serve` takes until the site answers, the second time. Not a test: it is timed.

    python tests/benchmarks/second_start.py [starts]

Starts the site on a free port of 127.0.0.1 with data in a folder of its own, which the first start
fills with the demonstration and which is removed afterwards. Prints for each start the seconds until
/halsa/redo answers and the seconds of processor that were used for it, children included. The promise
is 10 seconds for the second start; on a machine that others use the processor's time tells more.
"""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from socket import socket

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 600


def main(starts: int) -> None:
    """Start as often as asked for, and tell of each."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, starts + 1):
            wall, processor = start(folder)
            print(f"start {number}: {wall:5.1f} s, {processor:5.1f} s of processor", flush=True)


def start(folder: str) -> tuple[float, float]:
    """Seconds until the site answered, and seconds of processor until it had stopped again."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "ATGARDSPLAN_VAR": folder, "PORT": str(port)}
    before, began = _used(), time.monotonic()
    site = subprocess.Popen(
        [sys.executable, "site/bootstrap.py", "serve"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        while not _answers(port):
            if site.poll() is not None or time.monotonic() - began > PATIENCE:
                raise SystemExit("The site did not start.")
            time.sleep(0.05)
        wall = time.monotonic() - began
    finally:
        site.send_signal(signal.SIGINT)
        site.wait()
    return wall, _used() - before


def _answers(port: int) -> bool:
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/halsa/redo", timeout=2).close()
    except OSError:
        return False
    return True


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
