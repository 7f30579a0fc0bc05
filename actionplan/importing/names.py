"""The parties and target groups of a measure, as people write several in one box."""

import re
from typing import TYPE_CHECKING

from actionplan.importing.words import is_nothing
from foundation.importing.refusal import shown

if TYPE_CHECKING:
    from actionplan.importing.lines import Line
    from actionplan.importing.wanted import Wanted

ORGANISATION, GROUP = 120, 80
# Not "och" or "&": "Kultur & fritid" is one unit. Nothing within parentheses parts names.
BETWEEN = re.compile(r"\s*(?:[,;\n•·|]|\s/\s|(?<=\w)/(?=\w)|\+)\s*(?![^(]*\))")
BULLET = re.compile(r"^(?:[-–—•·*o]\s+|\d+[.)]\s+)")
AND_OTHERS = re.compile(r"[\s,]*\b(?:m\.? ?fl\.?|med flera|etc\.?|osv\.?)\s*$", re.IGNORECASE)
PHONE = re.compile(r"(?:\+|\b0)\d[\d\s/-]{5,}\d")


def read_names(wanted: "Wanted", line: "Line", is_ours: bool) -> None:
    """Take the names of the row; of several responsible the first is, the others take part."""
    for name, longest in (
        ("responsible", ORGANISATION),
        ("partners", ORGANISATION),
        ("target_groups", GROUP),
    ):
        text = line.text(name)
        if name not in line.cells or is_nothing(text):
            continue
        names = [one for one in text.splitlines() if one.strip()] if is_ours else _parted(text)
        told = []
        for one in names:
            if PHONE.search(one):
                wanted.note(
                    line, name, "ett telefonnummer tas inte med: uppgifterna blir offentliga."
                )
            elif "@" in one:
                wanted.note(
                    line, name, "en e-postadress tas inte med: uppgifterna blir offentliga."
                )
            elif len(one) == 1:
                wanted.note(line, name, f"{shown(one)} är inget namn och tas inte med.")
            elif len(one) > longest:
                wanted.note(line, name, f"{shown(one)} är för långt för ett namn och tas inte med.")
            else:
                told.append(one)
        wanted.names[name] = list(dict.fromkeys(told))
    several = wanted.names.pop("responsible", [])
    wanted.responsible = several[:1]
    if len(several) > 1:
        wanted.names["partners"] = list(
            dict.fromkeys(several[1:] + wanted.names.get("partners", []))
        )
        wanted.note(
            line,
            "responsible",
            f"flera ansvariga. {shown(several[0])} blir ansvarig, de andra står under Samverkan.",
        )


def _parted(text: str) -> list[str]:
    """The names in a box, parted as people part them."""
    found = []
    for one in BETWEEN.split(text):
        name = AND_OTHERS.sub("", BULLET.sub("", " ".join(one.split()))).strip(" .")
        name = re.sub(r"^(?:och|samt|&)\s+", "", name)
        found += re.split(r"\s+samt\s+", name)
    return [name[:1].upper() + name[1:] for name in found if name and not is_nothing(name)]
