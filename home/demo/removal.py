"""Taking the demonstration away again, and nothing that an editor has made.

A page that an editor has changed stays. So does what stands above it or above a page that an
editor has added, and whatever such a page refers to.
"""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Model
from wagtail.models import Page, ReferenceIndex

from actionplan.models import Removal as PublicRemoval
from foundation.settings import SiteSettings
from home.demo.record import state_of
from home.layout import UNNAMED
from home.models import DemoItem

Key = tuple[str, str]

STILL_USED = "den används på något som stannar"


@dataclass
class Removal:
    """What goes, what is given back as it was, and what stays for which reason."""

    removed: list[tuple[DemoItem, Model]] = field(default_factory=list)
    given_back: list[tuple[DemoItem, Page | SiteSettings]] = field(default_factory=list)
    kept: list[tuple[DemoItem, str]] = field(default_factory=list)
    gone: list[DemoItem] = field(default_factory=list)

    @classmethod
    def planned(cls, *, everything: bool) -> "Removal":
        """What would happen now: to the examples, or to all that the demonstration made."""
        plan = cls()
        items = DemoItem.objects.select_related("kind", "back_to").order_by("pk")
        found = []
        for item in items if everything else items.filter(is_example=True):
            thing = item.find()
            if thing is None:
                plan.gone.append(item)
            elif state_of(thing) != item.state:
                plan.kept.append((item, "den har ändrats"))
            else:
                found.append((item, thing))
        pages = [pair for pair in found if isinstance(pair[1], Page)]
        settled = [pair for pair in found if isinstance(pair[1], SiteSettings)]
        things = [pair for pair in found if not isinstance(pair[1], Page | SiteSettings)]
        # The settings stay, and with them what they refer to.
        plan._sort_pages(pages, {_key(thing) for _, thing in [*pages, *things]})
        plan._sort_things(things)
        plan.given_back += settled
        return plan

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to do or to tell."""
        return bool(self.removed or self.given_back or self.kept or self.gone)

    @transaction.atomic
    def carry_out(self) -> None:
        """Do it, and forget what the demonstration no longer has here."""
        for _, thing in self.removed:
            # Afresh: what lay below it has just gone.
            type(thing)._default_manager.get(pk=thing.pk).delete()
        self._tell_nobody()
        for item, thing in self.given_back:
            if isinstance(thing, SiteSettings):
                vars(thing).update(UNNAMED)
                thing.save(update_fields=list(UNNAMED))
            else:
                item.back_to.as_object().save_revision().publish()
        done = [*self.gone, *(item for item, _ in [*self.removed, *self.given_back])]
        DemoItem.objects.filter(pk__in=[item.pk for item in done]).delete()

    def _tell_nobody(self) -> None:
        """The plan does not tell its readers that what was never a part of it is gone."""
        keys = [thing.translation_key for _, thing in self.removed if isinstance(thing, Page)]
        PublicRemoval.objects.filter(page_key__in=keys).delete()

    def _sort_pages(self, pages: list[tuple[DemoItem, Page]], leaving_keys: set[Key]) -> None:
        """Deepest first; a page that is used by something that stays, or lies above it, stays."""
        leaving = {page.path: page for item, page in pages if not item.back_to}
        why = _what_holds(leaving, leaving_keys)
        for item, page in sorted(pages, key=lambda pair: pair[1].path, reverse=True):
            if item.back_to:
                self.given_back.append((item, page))
            elif page.path in why:
                self.kept.append((item, why[page.path]))
            else:
                self.removed.append((item, page))

    def _sort_things(self, things: list[tuple[DemoItem, Model]]) -> None:
        """What is still referred to from something that stays, stays."""
        leaving = {_key(thing) for _, thing in [*self.removed, *self.given_back, *things]}
        while True:
            used = [pair for pair in things if _users(pair[1]) - leaving]
            if not used:
                break
            self.kept += [(item, STILL_USED) for item, _ in used]
            leaving -= {_key(thing) for _, thing in used}
            things = [pair for pair in things if pair not in used]
        self.removed += things


def told(plan: Removal, *, only_tell: bool) -> list[str]:
    """The removal in plain words."""
    verb = "skulle tas bort" if only_tell else "togs bort"
    back = "skulle bli som den var" if only_tell else "är som den var"
    lines = [f"{item.name}: {verb}." for item, _ in plan.removed]
    lines += [f"{item.name}: {back} före demonstrationen." for item, _ in plan.given_back]
    lines += [f"{item.name}: stannar, för {why}." for item, why in plan.kept]
    lines.append(
        f"{len(plan.removed)} {verb}, {len(plan.kept)} stannar."
        + (" Ingenting har ändrats." if only_tell else "")
    )
    return lines


def _what_holds(pages: dict[str, Page], leaving: set[Key]) -> dict[str, str]:
    """Why some of these pages cannot go, by tree path. Each that stays may hold others in its turn."""
    users = {path: _users(page) for path, page in pages.items()}
    titles = dict(Page.objects.values_list("path", "draft_title"))
    leaving, why = set(leaving), {}
    while True:
        above = _above({path: titles[path] for path in titles if path in why or path not in pages})
        held = {
            path: above.get(path, STILL_USED)
            for path in pages
            if path not in why and (path in above or users[path] - leaving)
        }
        if not held:
            return why
        why |= held
        leaving -= {_key(pages[path]) for path in held}


def _above(staying: dict[str, str]) -> dict[str, str]:
    """Why the pages above those that stay do so too, by tree path."""
    why: dict[str, str] = {}
    for path, title in staying.items():
        for end in range(Page.steplen, len(path), Page.steplen):
            why.setdefault(path[:end], f"”{title}” ligger under den och stannar")
    return why


def _key(thing: Model) -> Key:
    model = Page if isinstance(thing, Page) else type(thing)
    return model._meta.label, str(thing.pk)


def _users(thing: Model) -> set[Key]:
    """Who refers to it: those that Wagtail keeps count of, and those that have chosen it among many."""
    references = ReferenceIndex.get_references_to(thing).select_related("base_content_type")
    counted = {
        (reference.base_content_type.model_class()._meta.label, reference.object_id)
        for reference in references
    }
    # A partner names no way back to the pages it is a partner on, so hidden relations count too.
    relations = [
        field
        for field in thing._meta.get_fields(include_hidden=True)
        if field.many_to_many and field.auto_created
    ]
    return counted.union(
        *(
            map(
                _key, relation.related_model._default_manager.filter(**{relation.field.name: thing})
            )
            for relation in relations
        )
    )
