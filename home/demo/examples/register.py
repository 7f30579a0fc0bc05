"""Actors, groups, pictures and a file that exist in the examples alone."""

from dataclasses import dataclass

from foundation.contacts import Contact, Organisation, TargetGroup
from foundation.media import SiteDocument, SiteImage
from home.demo.pictures import drawn, house, park, path
from home.demo.record import Record
from home.demo.sheets import written

# No page's facts can be looked up anywhere.
MADE_UP = {"source_text": "Påhittat exempel"}

# What the walk in the example park came upon, and what is done about it.
FOUND_ON_THE_WALK = [
    ("Buskarna vid lekplatsen skymmer sikten", "klipps"),
    ("Lampan vid norra ingången är trasig", "byts"),
    ("Lampan vid bron är trasig", "byts"),
    ("Lampan vid lekplatsen är trasig", "byts"),
    ("Bänken vid vattnet står långt från gångvägen", "flyttas"),
    ("Skylten vid södra ingången saknas", "sätts upp"),
    ("Papperskorgen vid bänken är full", "töms oftare"),
    ("Det är klotter under bron", "tas bort"),
    ("Grenar hänger över gångvägen", "kapas"),
    ("Gruset på gångvägen är bortspolat", "läggs på nytt"),
    ("Staketet mot vattnet är löst", "lagas"),
]


@dataclass(frozen=True)
class Register:
    """Those whom the example pages refer to."""

    office: Organisation
    club: Organisation
    parents: TargetGroup
    children: TargetGroup
    path: SiteImage
    park: SiteImage
    house: SiteImage
    found_on_the_walk: SiteDocument

    @classmethod
    def make(cls, record: Record) -> "Register":
        """Write them into the registers."""
        kind = Organisation.Kind
        office = record.thing(Organisation(name="Exempelförvaltningen", kind=kind.MUNICIPAL))
        record.thing(
            Contact(
                name="Exempelsamordnare",
                organisation=office,
                email="samordnare@example.se",
                phone="08-465 004 10",
            )
        )
        return cls(
            office=office,
            club=record.thing(Organisation(name="Exempelföreningen", kind=kind.ASSOCIATION)),
            parents=record.thing(TargetGroup(name="Föräldrar (exempel)")),
            children=record.thing(TargetGroup(name="Barn och unga (exempel)")),
            path=record.thing(
                drawn(path, "En upplyst gångväg", "En gångväg genom mörk skog, med tända lyktor.")
            ),
            park=record.thing(
                drawn(park, "En park vid vattnet", "En bänk i en park vid vattnet, med granar.")
            ),
            house=record.thing(
                drawn(house, "Ett hus i snön", "Ett rött hus i snön, med ljus i fönstren.")
            ),
            found_on_the_walk=record.thing(
                written(
                    "Listan från trygghetsvandringen",
                    "trygghetsvandring-exempelparken.csv",
                    ["Det här såg vi", "Det här görs"],
                    FOUND_ON_THE_WALK,
                )
            ),
        )
