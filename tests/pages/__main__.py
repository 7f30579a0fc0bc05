"""Measures what is promised of every type of public page, on a real site served for the occasion.

Weights are of a first view on a phone; see `weight.py`. Lighthouse simulates a phone on a slow
line; a page that is not perfect at once is measured four times more, and the median counts.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from tests.own_folder import settle_in
from tests.pages.tools import ToolError, Tools, refuse_if_something_is_missing

ROOT = Path(__file__).parents[2]
REPEATS = 4


def main() -> int:
    """Measure and print; 0 when every promise is kept."""
    chosen = _arguments()
    started = time.monotonic()
    refuse_if_something_is_missing()
    place = Path(os.environ.get("ATGARDSPLAN_VAR") or ROOT / "var") / "pages"
    tools = Tools(place / "npm")
    _say("Gör i ordning mätverktygen …")
    tools.install()
    folder = Path(tempfile.mkdtemp(prefix="site-", dir=place))
    try:
        settle_in(folder)
        return _measure(tools, folder, chosen, started)
    finally:
        shutil.rmtree(folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make pages", description=__doc__)
    parser.add_argument("names", nargs="*", help="sidorna att mäta; alla om ingen nämns")
    parser.add_argument("--utan-lighthouse", action="store_true", help="hoppa över Lighthouse")
    return parser.parse_args()


def _measure(tools: Tools, folder: Path, chosen: argparse.Namespace, started: float) -> int:
    from tests.pages import server, table
    from tests.pages.promises import judged
    from tests.real_site import KINDS, OTHER_STATES, Kind

    away = [
        Kind("503", "/sok/?q=lampor", status=503, is_indexable=False),
        Kind("503-skyddad", "/stod-och-rad/finns-inte/", status=503, is_indexable=False),
    ]
    kinds = [*KINDS, *OTHER_STATES, *away]
    if unknown := set(chosen.names) - {kind.name for kind in kinds}:
        known = ", ".join(kind.name for kind in kinds)
        raise ToolError(f"Okänd sida: {', '.join(sorted(unknown))}. Det finns: {known}.")
    kinds = [kind for kind in kinds if not chosen.names or kind.name in chosen.names]
    _say("Bygger en webbplats att mäta på …")
    server.build()
    with server.served(folder / "serve.log") as address:
        _say(f"Mäter {len(kinds)} sidor …")
        findings = _seen(tools, folder, address, [kind for kind in kinds if kind.status < 500])
        if not chosen.utan_lighthouse:
            _say("Kör Lighthouse …")
            _add_lighthouse(tools, findings)
        if failing := [kind for kind in kinds if kind.status >= 500]:
            with server.database_lost():
                findings += _seen(tools, folder, address, failing)
    rows = {finding.kind.name: judged(finding) for finding in findings}
    _say(f"\n{table.drawn(rows)}")
    broken = table.broken(rows)
    if broken:
        _say("\nBrutna löften:\n" + "\n".join(broken))
    _say(f"\n{len(rows)} sidor, {len(broken)} brutna löften, {time.monotonic() - started:.0f} s.")
    return 1 if broken else 0


def _seen(tools: Tools, folder: Path, site: str, kinds: list) -> list:
    """What a browser, the line and the HTML checker say of each page."""
    from playwright.sync_api import sync_playwright

    from tests.chromium import ARGUMENTS, CHROMIUM
    from tests.pages.promises import Finding
    from tests.pages.sight import PHONE, look
    from tests.pages.weight import fetch

    findings, files = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for kind in kinds:
            address = site + kind.address
            context = browser.new_context(**PHONE, locale="sv-SE")
            sight = look(context, kind, site, tools.axe, until="networkidle")
            context.close()
            answers = {address: fetch(address, kind.method)}
            answers |= {url: fetch(url) for url in sight.fetched if url != address}
            findings.append(Finding(kind, address, answers, sight, []))
            files.append(folder / f"{kind.name}.html")
            files[-1].write_bytes(answers[address].plain)
        browser.close()
    errors = tools.html_errors(files)
    return [
        replace(finding, html_errors=errors[file.name])
        for finding, file in zip(findings, files, strict=True)
    ]


def _add_lighthouse(tools: Tools, findings: list) -> None:
    """Ask Lighthouse of each type that search engines may show; again where it is not content."""
    from tests.real_site import KINDS

    asked = [one for one in findings if one.kind in KINDS and one.kind.is_indexable]
    first = tools.lighthouse([finding.address for finding in asked])
    runs = {address: [found] for address, found in first.items()}
    doubted = [address for address, found in first.items() if not _is_content(found)]
    for _ in range(REPEATS):
        for address, found in tools.lighthouse(doubted).items():
            runs[address].append(found)
    for finding in asked:
        finding.lighthouse = _median(runs[finding.address])


def _is_content(found: dict) -> bool:
    from tests.pages.promises import LCP_SECONDS, PERFECT

    return found["scores"] == [PERFECT] * 4 and found["lcp"] <= LCP_SECONDS and not found["cls"]


def _median(runs: list[dict]) -> dict:
    """Of several runs each figure's median, with the reasons of the run in the middle."""
    good = [run for run in runs if not run["problem"] and None not in run["scores"]]
    if not good:
        return runs[0]
    middle = sorted(good, key=lambda run: run["scores"])[len(good) // 2]
    return middle | {
        "scores": [
            round(statistics.median(scores))
            for scores in zip(*(run["scores"] for run in good), strict=True)
        ],
        "lcp": statistics.median(run["lcp"] for run in good),
        "cls": statistics.median(run["cls"] for run in good),
    }


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except ToolError as reason:
        sys.stderr.write(f"{reason}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
