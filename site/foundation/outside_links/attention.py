"""Links that no longer lead anywhere, as the desk tells of them."""

from collections import defaultdict
from collections.abc import Iterator

from django.contrib.auth.models import AbstractUser
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from foundation import attention
from foundation.attention import Task
from foundation.outside_links.finding import links_of, registers
from foundation.outside_links.models import LinkPlace, OutsideLink
from foundation.swedish.dates import long_date
from foundation.visibility import visible

BUTTON = "Rätta länken"


def register() -> None:
    """Tell the desk of them."""
    attention.register("Länkar som inte fungerar", broken, order=55)


def broken(person: AbstractUser) -> list[Task]:
    """Each broken link on each page or entry that the person may change, the longest broken first."""
    places = defaultdict(list)
    found = LinkPlace.objects.filter(link__in=OutsideLink.objects.broken())
    for place in found.select_related("link").order_by("link__failing_since", "link__address"):
        places[place.content_type_id].append(place)
    if not places:
        return []
    told = [*_on_pages(places, person), *_in_registers(places, person)]
    told.sort(key=lambda one: (one[0].failing_since, one[0].address))
    return [task for _, task in told]


def _on_pages(places: dict, person: AbstractUser) -> Iterator[tuple[OutsideLink, Task]]:
    mine = places.get(_type_of(Page), [])
    keys = {place.object_id for place in mine}
    may_change = attention.pages_to("change", person)
    pages = visible(Page.objects.filter(pk__in=keys).filter(pk__in=may_change)).in_bulk()
    for place in mine:
        page = pages.get(place.object_id)
        # Published since then, the link may be right by now: the next look will tell.
        if page and not (page.last_published_at and page.last_published_at > place.found_at):
            form = reverse("wagtailadmin_pages:edit", args=[page.pk])
            yield place.link, _task(page.title, place.link, form)


def _in_registers(places: dict, person: AbstractUser) -> Iterator[tuple[OutsideLink, Task]]:
    finder = AdminURLFinder(person)
    for rows in registers():
        mine = places.get(_type_of(rows.model), [])
        name = f"{rows.model._meta.app_label}.change_{rows.model._meta.model_name}"
        if mine and person.has_perm(name):
            things = rows.in_bulk({place.object_id for place in mine})
            for place in mine:
                thing = things.get(place.object_id)
                if thing and place.link.address in links_of(thing):
                    form = finder.get_edit_url(thing)
                    yield place.link, _task(str(thing), place.link, form)


def _type_of(model: type[models.Model]) -> int:
    return ContentType.objects.get_for_model(model).pk


def _task(title: str, link: OutsideLink, form: str) -> Task:
    reason = (
        f"Länken {link.address} har inte fungerat sedan den {long_date(link.failing_since)}. "
        f"{link.get_problem_display()}"
    )
    return Task(title, reason, BUTTON, form)
