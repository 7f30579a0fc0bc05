"""The names of the file among the organisations, target groups and indicators of the site."""

from dataclasses import dataclass, field

from django.contrib.auth.models import AbstractUser

from actionplan.importing.wanted import Wanted
from actionplan.importing.words import plain
from actionplan.models import IndicatorPage
from foundation.contacts import Organisation, TargetGroup
from foundation.importing.refusal import shown
from foundation.swedish.person_names import person_name


@dataclass
class Resolved:
    """The names of one row, as the site will have them; None where the file says nothing."""

    responsible: str | None = None
    partners: list[str] | None = None
    target_groups: list[str] | None = None
    indicators: list[IndicatorPage] | None = None


@dataclass
class Register:
    """What the site knows, and what the import would add."""

    person: AbstractUser | None
    new_organisations: dict[str, str] = field(default_factory=dict)
    new_groups: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._organisations = {plain(one.name): one.name for one in Organisation.objects.all()}
        self._groups = {plain(one.name): one.name for one in TargetGroup.objects.all()}
        self._indicators = {}
        for page in IndicatorPage.objects.order_by("path"):
            self._indicators.setdefault(plain(page.title), page)
            self._indicators[str(page.translation_key)] = page
        self._may_add = {
            model: self.person is None
            or self.person.has_perm(f"{model._meta.app_label}.add_{model._meta.model_name}")
            for model in (Organisation, TargetGroup)
        }

    @property
    def told(self) -> list[str]:
        """Everything that is new, in order."""
        return [*sorted(self.new_organisations.values()), *sorted(self.new_groups.values())]

    def resolve(self, wanted: Wanted) -> tuple[Resolved, list[str]]:
        """The names of the row as the site writes them, and what is to be said of them."""
        notes: list[str] = []
        resolved = Resolved()
        if wanted.responsible:
            names = self._names(wanted.responsible, Organisation, notes)
            resolved.responsible = names[0] if names else None
        if "partners" in wanted.names:
            resolved.partners = self._names(wanted.names["partners"], Organisation, notes)
        if "target_groups" in wanted.names:
            resolved.target_groups = self._names(wanted.names["target_groups"], TargetGroup, notes)
        if wanted.indicators:
            resolved.indicators = self._pages(wanted, notes)
        return resolved, notes

    def _names(self, names: list[str], model: type, notes: list[str]) -> list[str]:
        is_organisation = model is Organisation
        known = self._organisations if is_organisation else self._groups
        new = self.new_organisations if is_organisation else self.new_groups
        told = []
        for name in names:
            key = plain(name)
            if not key:
                continue
            if key not in known and key not in new and not self._may_add[model]:
                notes.append(f"{shown(name)} finns inte i registret och du får inte lägga till.")
                continue
            if is_organisation and key not in known and (person := person_name(name)):
                notes.append(
                    f"{shown(person)} ser ut som en persons namn. Det blir en organisation som alla kan "
                    "läsa om. Skriv hellre enheten eller funktionen i filen."
                )
            told.append(known.get(key) or new.setdefault(key, name))
        return list(dict.fromkeys(told))

    def _pages(self, wanted: Wanted, notes: list[str]) -> list[IndicatorPage] | None:
        found, unknown = [], []
        for one in wanted.indicators:
            page = self._indicators.get(one) or self._indicators.get(plain(one))
            (found if page else unknown).append(page or one)
        if unknown:
            names = ", ".join(map(shown, unknown[:5]))
            notes.append(
                f"Rad {wanted.row} (Indikatorer): {names} finns inte bland webbplatsens indikatorer "
                "och tas inte med."
            )
        return found or None
