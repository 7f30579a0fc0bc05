"""What can be imported: a registry that apps fill, and the editor's screens read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib.auth.models import AbstractUser

if TYPE_CHECKING:
    from foundation.importing.kept import ImportRun

Report = dict
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ImportKind:
    """One kind of import. A report is plain data with `does_something`, and what the template shows.

    `form` takes the person and asks for all but the file; `choices_of` makes of a run what the editor
    chose there. `look` and `take` get the file, its name and those choices. `look` changes nothing.
    `take` also gets the fingerprint of the report that the editor has seen, and whom to tell how far it
    is; it does everything in the transaction that it is called in, or raises `Refused`. A report that has `leads_to`
    says where the editor goes on when the import is done. `text_label` names the box for text that
    is pasted instead of a file; without one there must be a file. `button` is what it is called to
    do it, and `promise` what that means.
    """

    name: str
    label: str
    about: str
    permission: str
    accept: str
    largest: int
    template: str
    form: type[forms.Form]
    choices_of: Callable[["ImportRun"], Any]
    look: Callable[[bytes, str, Any], Report]
    take: Callable[[bytes, str, Any, str, Progress], Report]
    text_label: str = ""
    button: str = "Importera"
    promise: str = "Gör det som står nedan. Antingen allt eller inget."

    def may_import(self, person: AbstractUser) -> bool:
        """Whether the person's role imports such things."""
        return person.has_perm(self.permission)

    def check(self, run: "ImportRun") -> Report:
        """What the file of the run would do; changes nothing."""
        return self.look(bytes(run.content), run.file_name, self.choices_of(run))

    def do(self, run: "ImportRun", told: Progress) -> Report:
        """Take in the file, if it does what the editor has seen that it would."""
        seen = run.report.get("fingerprint", "")
        return self.take(bytes(run.content), run.file_name, self.choices_of(run), seen, told)


_kinds: dict[str, ImportKind] = {}


def register(kind: ImportKind) -> None:
    """Let editors import this."""
    _kinds[kind.name] = kind


def kind_named(name: str) -> ImportKind | None:
    """The kind with that name."""
    return _kinds.get(name)


def kinds_for(person: AbstractUser) -> list[ImportKind]:
    """What the person may import."""
    return [kind for kind in _kinds.values() if kind.may_import(person)]
