"""How near a kept page comes to nginx, which sends the same bytes as a file. Not a test: it is timed.

    python tests/benchmarks/cached_page.py [http://127.0.0.1:8000/ …]

Needs a running site (`make serve`) on this machine, nginx and wrk (`apt install nginx-light wrk`).
Starts an nginx of its own on free ports of 127.0.0.1, loads both in turn with 16 connections for a
few seconds each, and prints for each address, once plain and once with an unknown key in the query:
requests a second, the slowest hundredth in milliseconds, and both as ratios to nginx's own. A third
line has nginx as a proxy that keeps what it may. Quote the ratios: the rest is the machine's.
"""

import gzip
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from socket import socket
from urllib.parse import urlsplit

ROUNDS = 3
SECONDS = 3
CONNECTIONS = 16

NGINX = """
worker_processes 2;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    keepalive_requests 1000000;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    default_type text/html;
    gzip_static on;
    sendfile on;
    tcp_nopush on;
    open_file_cache max=100;
    proxy_cache_path {folder}/kept keys_zone=pages:1m;
    upstream site {{ server {site}; keepalive 16; }}
    server {{ listen 127.0.0.1:{file_port}; root {folder}/files; }}
    server {{
        listen 127.0.0.1:{proxy_port};
        location / {{
            proxy_pass http://site;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $host;
            proxy_cache pages;
            proxy_cache_lock on;
            proxy_cache_revalidate on;
            proxy_cache_use_stale error timeout http_500 http_503;
        }}
    }}
}}
"""


@dataclass
class Load:
    """What one round gave."""

    per_second: float
    slowest_ms: float


def main(addresses: list[str]) -> None:
    """Measure each address against nginx."""
    for tool in ("nginx", "wrk"):
        if shutil.which(tool) is None:
            raise SystemExit(f"{tool} is missing (apt install nginx-light wrk).")
    print(f"{'':44}{'req/s':>9}{'p99 ms':>9}{'ratio':>8}{'p99 ratio':>11}")
    for address in addresses:
        if urlsplit(address).hostname not in ("127.0.0.1", "localhost"):
            raise SystemExit("Only a site on this machine is loaded.")
        compare(address)


def compare(address: str) -> None:
    """Print the lines of one address."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        page = fetch(address)
        (folder / "files").mkdir()
        (folder / "files" / "page.html").write_bytes(gzip.decompress(page))
        (folder / "files" / "page.html.gz").write_bytes(page)
        file_port, proxy_port = free_port(), free_port()
        configuration = folder / "nginx.conf"
        configuration.write_text(
            NGINX.format(
                folder=folder,
                site=urlsplit(address).netloc,
                file_port=file_port,
                proxy_port=proxy_port,
            )
        )
        nginx = subprocess.Popen(  # noqa: S603
            [shutil.which("nginx"), "-c", configuration, "-g", "daemon off;"],
            stderr=subprocess.DEVNULL,
        )
        try:
            time.sleep(1)
            separator = "&" if "?" in address else "?"
            path = urlsplit(address).path
            targets = {
                "nginx, a file": f"http://127.0.0.1:{file_port}/page.html",
                path: address,
                f"{path} with an unknown key": f"{address}{separator}utm_source=brev",
                f"{path} behind nginx": f"http://127.0.0.1:{proxy_port}{path}",
            }
            report(targets)
        finally:
            nginx.terminate()
            nginx.wait()


def report(targets: dict[str, str]) -> None:
    """Load the targets in turn and print their middle rounds; the first is the measure."""
    rounds: dict[str, list[Load]] = {name: [] for name in targets}
    for _ in range(ROUNDS):
        for name, address in targets.items():
            rounds[name].append(load(address))
    middle = {
        name: Load(
            statistics.median(one.per_second for one in found),
            statistics.median(one.slowest_ms for one in found),
        )
        for name, found in rounds.items()
    }
    measure = next(iter(middle.values()))
    for name, one in middle.items():
        print(
            f"{name:44}{one.per_second:>9.0f}{one.slowest_ms:>9.2f}"
            f"{one.per_second / measure.per_second:>8.2f}{one.slowest_ms / measure.slowest_ms:>11.1f}"
        )


def load(address: str) -> Load:
    """One round of wrk."""
    found = subprocess.run(  # noqa: S603
        [
            *(shutil.which("wrk"), "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency"),
            *("-H", "Accept-Encoding: gzip", address),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=10 * SECONDS,
    ).stdout
    if "Non-2xx" in found or "Socket errors" in found:
        raise SystemExit(f"{address} did not stand it:\n{found}")
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", found).groups()
    per_second = float(re.search(r"Requests/sec:\s+([\d.]+)", found)[1])
    return Load(per_second, float(number) * {"us": 1e-3, "ms": 1.0, "s": 1e3}[unit])


def fetch(address: str) -> bytes:
    """The page as it travels, compressed; asked twice so that it is kept."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310
    for _ in range(2):
        with urllib.request.urlopen(request) as response:  # noqa: S310
            page = response.read()
            if response.headers["Content-Encoding"] != "gzip":
                raise SystemExit(f"{address} does not come compressed.")
    return page


def free_port() -> int:
    """A port that nobody answers on."""
    with socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


if __name__ == "__main__":
    main(sys.argv[1:] or ["http://127.0.0.1:8000/"])
