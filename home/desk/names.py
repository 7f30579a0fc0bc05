"""What things are called on the desk and in letters, where nothing around them says more."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Page

from actionplan.models import StatusUpdatePage


def measures_of(things: Iterable[Model]) -> dict[int, str]:
    """For each status update among them the title of its measure; one query for all."""
    kind = ContentType.objects.get_for_model(StatusUpdatePage)
    above = {
        thing.pk: thing.path[: -Page.steplen]
        for thing in things
        if isinstance(thing, Page) and thing.content_type_id == kind.pk
    }
    if not above:
        return {}
    titles = dict(Page.objects.filter(path__in=above.values()).values_list("path", "draft_title"))
    return {pk: titles[path] for pk, path in above.items() if path in titles}


def in_full(thing: Model, title: str, measures: dict[int, str]) -> str:
    """The title, after the measure that it is about: "Torget: Lägesrapport 3 maj 2026"."""
    measure = measures.get(thing.pk) if isinstance(thing, Page) else None
    return f"{measure}: {title}" if measure else title
