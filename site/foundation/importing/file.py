"""The bytes of a file that somebody names, if it is a file and no larger than it may be."""

import stat
from pathlib import Path

from foundation.importing.refusal import Refused


def bytes_of(path: Path, *, largest: int, what: str) -> bytes:
    """The content, or one sentence about why there is none. `what` is in it: "en artikel"."""
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise Refused(f"{path} är en mapp. Ange en fil med {what}.")
        if not stat.S_ISREG(facts.st_mode):
            raise Refused(f"{path} är ingen vanlig fil. Ange en fil med {what}.")
        check_size(facts.st_size, path.name, largest=largest, what=what)
        with path.open("rb") as file:
            content = file.read(largest + 1)
    except FileNotFoundError:
        raise Refused(f"Filen {path} finns inte.") from None
    except PermissionError:
        raise Refused(f"Filen {path} får inte läsas: behörighet saknas.") from None
    except (OSError, ValueError):
        raise Refused(f"Filen {path} går inte att läsa.") from None
    check_size(len(content), path.name, largest=largest, what=what)
    return content


def check_size(size: int, name: str, *, largest: int, what: str) -> None:
    """Refuse what is empty or too large."""
    if size == 0:
        raise Refused(f"Filen {name} är tom.")
    if size > largest:
        raise Refused(f"Filen {name} är för stor: {what} får vara högst {largest // 1_000_000} MB.")
