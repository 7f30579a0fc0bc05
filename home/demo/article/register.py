"""The actors and groups that the article names."""

from dataclasses import dataclass

from foundation.contacts import Organisation, TargetGroup
from home.demo.article.source import BRA_URL
from home.demo.record import Record

Kind = Organisation.Kind


@dataclass(frozen=True)
class Register:
    """Those whom the pages refer to."""

    police: Organisation
    local_police: Organisation
    businesses: Organisation
    survey_authority: Organisation
    pupils: TargetGroup
    young: TargetGroup
    residents: TargetGroup
    staff: TargetGroup

    @classmethod
    def make(cls, record: Record) -> "Register":
        """Write them into the registers, and with them those that no page refers to yet."""
        for name, kind in (
            ("Hagfors kommun", Kind.MUNICIPAL),
            ("Kommunstyrelsen", Kind.MUNICIPAL),
            ("Enheten för sysselsättning", Kind.MUNICIPAL),
            ("Gruppen som ansvarar för det brottsförebyggande arbetet", Kind.GROUP),
        ):
            record.thing(Organisation(name=name, kind=kind))

        def actor(name: str, kind: Kind, website: str = "") -> Organisation:
            return record.thing(Organisation(name=name, kind=kind, website=website))

        def group(name: str) -> TargetGroup:
            return record.thing(TargetGroup(name=name))

        return cls(
            police=actor("Polisen", Kind.AUTHORITY),
            local_police=actor("Kommunpolisen", Kind.AUTHORITY),
            businesses=actor("Näringsidkare", Kind.BUSINESS),
            survey_authority=actor("Brottsförebyggande rådet (Brå)", Kind.AUTHORITY, BRA_URL),
            pupils=group("Elever i årskurs 9"),
            young=group("Ungdomar"),
            residents=group("Invånare i kommunen"),
            staff=group("Kommunens personal"),
        )
