"""What has to be in place before any of the site's own code can run.

Only the standard library, and only syntax that an old Python can read: this file is what tells
the owner of an old Python so, in one sentence.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time

OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VAR = os.environ.get("ATGARDSPLAN_VAR") or os.path.join(ROOT, "var")
VENV = os.path.join(ROOT, ".venv")
VENV_PYTHON = os.path.join(VENV, "bin", "python")
# Stands in the environment while something is put into it: an interrupted one is made anew.
UNFINISHED = os.path.join(VENV, "unfinished")
STAMP = os.path.join(VENV, "installed")
FOR_SERVING = "requirements.txt"
FOR_TESTING = "requirements-test.txt"


class StartError(Exception):
    """A reason not to go on, as one Swedish sentence."""


def say(text):
    """Tell what is happening, at once."""
    print(text, flush=True)


def main(arguments):
    """Do the errand: `serve`, `test [arguments of pytest]` or `ready`."""
    errand, rest = arguments[0], arguments[1:]
    run_a_new_enough_python(arguments)
    # A terminal that cannot show a letter gets a question mark, not a crash; here and onwards.
    os.environ.setdefault("PYTHONIOENCODING", ":replace")
    sys.stdout.reconfigure(errors="replace")
    if errand == "serve":
        refuse_an_unusable_port()
    refuse_a_read_only_folder(VAR)
    make_environment(FOR_SERVING if errand == "serve" else FOR_TESTING)
    if errand == "serve":
        hand_over([VENV_PYTHON, os.path.join("site", "manage.py"), "serve"])
    if errand == "test":
        # One worker a core, which takes one file after another, in their order: what the tests of
        # a file share is made once. ARGS="-n 0" runs them one after another.
        by_file = ["--dist", "loadfile", "--no-loadscope-reorder"]
        hand_over([VENV_PYTHON, "-m", "pytest", "-n", "auto", *by_file, *rest])


def hand_over(command):
    """Become `command`, standing in the repository."""
    os.chdir(ROOT)
    sys.stdout.flush()
    os.execv(command[0], command)  # noqa: S606


def run_a_new_enough_python(arguments):
    """Go on in a newer Python where this one is old and a newer one is on the path."""
    if sys.version_info >= OLDEST:
        return
    for name in NEWER:
        path = shutil.which(name)
        if path and works(path):
            os.execv(path, [path, os.path.abspath(__file__), *arguments])  # noqa: S606
    raise StartError(
        f"Webbplatsen behöver Python 3.11 eller nyare, men här finns Python {version()}. "
        "Installera en nyare Python och kör samma kommando igen."
    )


def version():
    """The version of this Python, as people say it."""
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def works(python):
    """Whether this really is a new enough Python and not a wrapper around nothing."""
    question = f"import sys; sys.exit(sys.version_info < {OLDEST})"
    return subprocess.call([python, "-c", question], stderr=subprocess.DEVNULL) == 0  # noqa: S603


def refuse_an_unusable_port():
    """Find out that the port is taken before minutes have gone into installing."""
    from delivery.port import PortError, chosen_port, refuse_unusable

    try:
        refuse_unusable(chosen_port())
    except PortError as reason:
        raise StartError(str(reason))  # noqa: B904


def refuse_a_read_only_folder(folder):
    """Try to write: permissions alone do not tell of a read-only disk."""
    try:
        os.makedirs(folder, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise StartError(  # noqa: B904
            f"Det går inte att skriva i mappen {folder} ({error.strerror}). "
            "Ge dig själv skrivrättighet eller lägg webbplatsen i en annan mapp."
        )


def make_environment(requirements):
    """See to it that `.venv` holds exactly what is pinned; quick when it already does."""
    if os.path.exists(VENV):
        flaw = flaw_of_environment()
        if flaw:
            say(flaw + ": gör om .venv från början.")
            shutil.rmtree(VENV)
        elif fingerprint(requirements) in read_lines(STAMP):
            return
    refuse_a_read_only_folder(ROOT)
    started = time.time()
    if not os.path.exists(VENV):
        create_environment()
    install(requirements)
    say(f"Beroendena är installerade ({time.time() - started:.0f} s).")


def flaw_of_environment():
    """Why the environment cannot be built upon, as the beginning of a sentence; empty if it can."""
    if os.path.exists(UNFINISHED):
        return "Förra installationen avbröts"
    python = os.path.basename(os.path.realpath(VENV_PYTHON))
    if not os.path.exists(VENV_PYTHON) or (
        # The system's Python may have been replaced by a newer one under the same name.
        python.startswith("python3.") and not os.path.exists(os.path.join(VENV, "lib", python))
    ):
        return "Python har bytts ut sedan sist"
    if read_lines(STAMP) and read_lines(STAMP)[0] != ROOT:
        return "Mappen har flyttats sedan sist"
    return ""


def fingerprint(requirements):
    """What a finished installation of this file is known by."""
    with open(os.path.join(ROOT, requirements), "rb") as file:
        return f"{requirements} {hashlib.sha256(file.read()).hexdigest()}"


def read_lines(path):
    """The lines of a file, none where it is missing."""
    try:
        with open(path) as file:
            return file.read().splitlines()
    except OSError:
        return []


def create_environment():
    """Make an empty virtual environment."""
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        raise StartError(  # noqa: B904
            "Den här Python saknar venv. Installera det (på Debian och Ubuntu: "
            "sudo apt install python3-venv) och kör samma kommando igen."
        )
    say("Gör en virtuell miljö i .venv …")
    os.makedirs(VENV)
    open(UNFINISHED, "w").close()
    run_logged(
        [sys.executable, "-m", "venv", VENV], "Det gick inte att göra en virtuell miljö i .venv."
    )


def install(requirements):
    """Install what the file pins, hashes checked, and leave the stamp last of all."""
    say(f"Hämtar och installerar beroendena i {requirements}; det kan ta någon minut …")
    open(UNFINISHED, "w").close()
    run_logged(
        [VENV_PYTHON, "-m", "pip", "install", "--require-hashes", "--requirement", requirements],
        "Det gick inte att installera beroendena; kontrollera nätet och kör samma kommando igen.",
    )
    # What the tests need holds all that serving needs.
    stamps = {fingerprint(requirements), fingerprint(FOR_SERVING)}
    with open(STAMP, "w") as file:
        file.write("\n".join([ROOT, *sorted(stamps)]) + "\n")
    os.remove(UNFINISHED)


def run_logged(command, complaint):
    """Run quietly, everything said kept in var/log/install.log."""
    log = os.path.join(VAR, "log", "install.log")
    os.makedirs(os.path.dirname(log), exist_ok=True)
    with open(log, "w") as file:
        code = subprocess.call(  # noqa: S603
            command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, cwd=ROOT
        )
    if code:
        raise StartError(f"{complaint} Orsaken står i {log}.")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except StartError as reason:
        sys.stderr.write(f"{reason}\n")
        sys.exit(1)
    except KeyboardInterrupt:
        sys.stderr.write("\nAvbrutet. Kör samma kommando igen för att fortsätta.\n")
        sys.exit(130)
