"""Who answers for a page that names nobody: the unit that the nearest page above it names."""

from django.apps import apps
from wagtail.models import Page

from delivery import generation
from foundation.contacts import Organisation


def above(path: str, *, itself: bool) -> Organisation | None:
    """The unit that the nearest page above the tree path names; `itself`: or the page there."""
    named = generation.kept("publishers", _named_above_others)
    first = len(path) if itself else len(path) - Page.steplen
    for end in range(first, 0, -Page.steplen):
        if unit := named.get(path[:end]):
            return unit
    return None


def _named_above_others() -> dict[str, Organisation]:
    """The unit that each page with pages below it names, by its tree path, in two queries."""
    models = [
        model
        for model in apps.get_models()
        if issubclass(model, Page) and any(one.name == "publisher" for one in model._meta.fields)
    ]
    asked = [
        model.objects.filter(numchild__gt=0, publisher__isnull=False)
        .order_by()
        .values_list("path", "publisher")
        for model in models
    ]
    keys = dict(asked[0].union(*asked[1:], all=True))
    units = Organisation.objects.in_bulk(set(keys.values()))
    return {path: units[key] for path, key in keys.items() if key in units}
