"""The places of a file among those that the indicator is about.

A file of a whole county or country holds far more places than an indicator is to show. Which are
taken is told in lines, one place each: "Hagfors kommun", or "1783 = Hagfors kommun" where the file
has codes.
"""

import re
from dataclasses import dataclass, field

from actionplan.importing.words import plain
from actionplan.models import IndicatorPage
from foundation.importing.refusal import Refused, shown
from foundation.settings import SiteSettings

# More places than this nobody wants without having asked for them.
MANY = 10
LONGEST = 80
COUNTRY = {"riket", "sverige", "hela riket", "hela landet", "hela sverige", "sweden"}
# Kolada's own code of the country.
CODES = {"0000": "Riket", "00": "Riket"}
WITH_CODE = re.compile(r"(\d{2,4})\s+(\D.*)")
LINE = re.compile(r"(?P<file>[^=]+)=(?P<ours>.+)")


@dataclass(frozen=True)
class _Name:
    """A name in parts: "Kalmar" of the kind "kommun" and of the kind "län" are two places."""

    base: str
    kind: str = ""

    @classmethod
    def of(cls, text: str) -> "_Name":
        words = plain(text)
        if found := WITH_CODE.fullmatch(words):
            words = found[2]
        if words in COUNTRY:
            return cls("riket")
        if words.endswith(" kommun"):
            return cls(words.removesuffix(" kommun").removesuffix("s"), "kommun")
        if words.endswith((" län", " region")) or words.startswith("region "):
            words = words.removeprefix("region ").removesuffix(" län").removesuffix(" region")
            return cls(words.removesuffix("s"), "län")
        return cls(words.removesuffix("s"))

    def may_be(self, other: "_Name") -> bool:
        """Whether both can be the same place."""
        return self.base == other.base and (
            self.kind == other.kind or not self.kind or not other.kind
        )


@dataclass
class Places:
    """Which places of a file are taken, and under which names."""

    wanted: dict[str, str]
    is_all: bool = False
    is_exact: bool = False
    lone: str = ""
    read_as: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @classmethod
    def chosen(
        cls, text: str, page: IndicatorPage, told: set[str], names: dict[str, str]
    ) -> "Places":
        """Those of the lines, else those that the indicator has, else all if they are few.

        `told` are the places that the file names, `names` what its codes mean.
        """
        settings = SiteSettings.load()
        codes = {**CODES, settings.municipality_code: settings.municipality, **names}
        if lines := [line.strip() for line in re.split(r"[\n;]", text) if line.strip()]:
            wanted = dict(map(_parted, lines))
            return cls({**wanted}, lone=_lone(wanted), read_as=_named(told, codes))
        known = [page.place, *(one.geography for one in page.values_as_written)]
        wanted = {one: one for one in known if one}
        if not wanted and len(told) > MANY:
            wanted = {settings.municipality: settings.municipality}
        found = cls(wanted, is_all=not wanted, lone=page.main_place, read_as=_named(told, codes))
        if told and not any(map(found.find, told)):
            some = ", ".join(shown(one) for one in sorted(told)[:5])
            more = " …" if len(told) > 5 else ""
            raise Refused(
                f"Ingen av filens platser ({some}{more}) är indikatorns. Skriv under Platser vilka "
                "som ska tas med, en på varje rad. Står det koder i filen, skriv till exempel "
                "1783 = Hagfors kommun."
            )
        found.left_out.clear()
        return found

    @classmethod
    def as_told(cls) -> "Places":
        """Every place, under the name that the file gives it."""
        return cls({}, is_all=True, is_exact=True)

    def find(self, told: str) -> str:
        """The place as the site writes it; nothing if it is not to be taken."""
        if self.is_exact:
            return told
        told = " ".join(told.split())
        if not told:
            return self.lone
        if told in self.wanted:
            return self.wanted[told]
        name = self.read_as.get(told, told)
        fitting = [ours for theirs, ours in self.wanted.items() if self._fits(theirs, ours, name)]
        if len(set(fitting)) == 1:
            if plain(fitting[0]) != plain(name):
                self._note(f"”{told}” läses som {fitting[0]}.")
            return fitting[0]
        if len(fitting) > 1:
            self._note(f"”{told}” kan vara flera platser: {', '.join(sorted(set(fitting)))}.")
        elif self.is_all and not name.isdigit():
            return self._as_written(name)
        self.left_out[told] = self.left_out.get(told, 0) + 1
        return ""

    def _as_written(self, name: str) -> str:
        """A place that the site does not know, without the code before it."""
        ours = " ".join(name.split())
        if found := WITH_CODE.fullmatch(ours):
            self._note(f"”{ours}” läses som {found[2]}.")
            ours = found[2]
        return ours

    def _fits(self, theirs: str, ours: str, name: str) -> bool:
        return any(_Name.of(name).may_be(_Name.of(one)) for one in (theirs, ours))

    def _note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)

    @property
    def told(self) -> list[str]:
        """What is to be said of the places that are not taken."""
        found = list(self.notes)
        if self.left_out:
            codes = [one for one in self.left_out if one.isdigit() and one not in self.read_as]
            names = ", ".join(map(shown, sorted(self.left_out)[:8]))
            more = " …" if len(self.left_out) > 8 else ""
            count = sum(self.left_out.values())
            found.append(
                f"{count} värde{'n' if count > 1 else ''} är om andra platser och tas inte med: "
                f"{names}{more}"
            )
            if codes:
                found.append(
                    "Filen har koder i stället för namn. Skriv under Platser vad de heter, till exempel "
                    f"{codes[0]} = platsens namn."
                )
        return found


def _parted(line: str) -> tuple[str, str]:
    found = LINE.fullmatch(line)
    theirs, ours = (found["file"].strip(), found["ours"].strip()) if found else (line, line)
    if len(ours) > LONGEST:
        raise Refused(f"Platsen {shown(ours)} är för lång: högst {LONGEST} tecken.")
    return theirs, ours


def _lone(wanted: dict[str, str]) -> str:
    return next(iter(wanted.values())) if len(wanted) == 1 else ""


def _named(told: set[str], codes: dict[str, str]) -> dict[str, str]:
    """What the codes of the file mean, as far as anybody has said."""
    return {one: codes[one] for one in told if codes.get(one)}
