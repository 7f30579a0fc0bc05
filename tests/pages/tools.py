"""The programs that pages are measured with: those of the machine, and those of npm.

What npm gives is pinned with hashes in `npm/`, and installed below `var/`.
"""

import json
import re
import shutil
import subprocess
from pathlib import Path

from tests.chromium import CHROMIUM

OLDEST_NODE = 20
OLDEST_JAVA = 11
PINNED = Path(__file__).parent / "npm"


class ToolError(Exception):
    """A reason why nothing can be measured, as one Swedish sentence."""


def missing_programs() -> list[str]:
    """What the machine lacks, by the names that people know."""
    found = {
        f"Node {OLDEST_NODE} eller nyare med npm": shutil.which("npm")
        and _major(["node", "--version"]) >= OLDEST_NODE,
        "Chromium": CHROMIUM,
        f"Java {OLDEST_JAVA} eller nyare": _major(["java", "-version"]) >= OLDEST_JAVA,
    }
    return [name for name, is_there in found.items() if not is_there]


def refuse_if_something_is_missing() -> None:
    """Say in one sentence what to install."""
    if missing := missing_programs():
        raise ToolError(
            f"make pages behöver Node, Chromium och Java, men här saknas {' och '.join(missing)}; "
            "på Debian installeras allt med: "
            "sudo apt install nodejs npm chromium default-jre-headless"
        )


def _major(command: list[str]) -> int:
    """The first number of a version, 0 where the program is not there."""
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return 0
    version = re.search(r"\d+", told.stdout + told.stderr)
    return int(version[0]) if version else 0


class Tools:
    """Lighthouse, axe and the Nu HTML checker, installed in `folder` as pinned."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self) -> None:
        """Put the packages there; quick when they are there already."""
        lock = (PINNED / "package-lock.json").read_text()
        stamp = self.folder / "installed"
        shutil.copytree(PINNED, self.folder, dirs_exist_ok=True)
        if stamp.exists() and stamp.read_text() == lock:
            return
        stamp.unlink(missing_ok=True)
        done = subprocess.run(
            ["npm", "ci", "--no-progress"],  # noqa: S607
            cwd=self.folder,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise ToolError(
                f"Det gick inte att installera mätverktygen med npm: {done.stderr.strip()}"
            )
        stamp.write_text(lock)

    @property
    def axe(self) -> str:
        """The script that finds accessibility faults in the page where it runs."""
        return (self.folder / "node_modules/axe-core/axe.min.js").read_text()

    def lighthouse(self, addresses: list[str]) -> dict[str, dict]:
        """What Lighthouse finds on a phone, by address."""
        if not addresses:
            return {}
        told = self._run(["node", "lighthouse.mjs", CHROMIUM, *addresses])
        return {found["address"]: found for found in map(json.loads, told.splitlines())}

    def html_errors(self, files: list[Path]) -> dict[str, list[str]]:
        """Errors and warnings of the Nu HTML checker, by name of file."""
        jar = self.folder / "node_modules/vnu-jar/build/dist/vnu.jar"
        command = ["java", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
        errors: dict[str, list[str]] = {file.name: [] for file in files}
        for message in json.loads(self._run([*command, *map(str, files)]))["messages"]:
            # The rest is advice on style.
            if message["type"] != "info" or message.get("subType") == "warning":
                line = message.get("lastLine", 0)
                errors[Path(message["url"]).name].append(f"rad {line}: {message['message']}")
        return errors

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(  # noqa: S603
            command, cwd=self.folder, capture_output=True, text=True
        )
        if done.returncode:
            raise ToolError(f"{command[0]} avbröts: {done.stderr.strip()[-500:]}")
        return done.stdout
