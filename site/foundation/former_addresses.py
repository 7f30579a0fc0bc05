"""Addresses where all readers once could read something, so that they can be told that it is gone.

Written when a public page leaves its address: unpublished, expired, deleted, moved or renamed. Only
the address is kept. What is read there now, or where a redirect leads, is asked first.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_slug_changed, page_unpublished, post_page_move

from foundation import safe_mode
from foundation.visibility import visible

# As long as the longest way down the tree; addresses that anybody invents may be longer.
LONGEST = 2048


class FormerAddress(models.Model):
    """That something was to be read at this address of the site. Deleted, it was never there."""

    address = models.CharField("adress", max_length=LONGEST, unique=True)
    in_safe_branch = models.BooleanField("skyddat läge", default=False)
    left_at = models.DateTimeField("borttagen", default=timezone.now)

    class Meta:
        verbose_name = "tidigare adress"
        verbose_name_plural = "tidigare adresser"
        ordering = ["-left_at", "address"]

    def __str__(self) -> str:
        return self.address

    @property
    def left_on(self) -> datetime.date:
        """The day when the page left it."""
        return timezone.localdate(self.left_at)


@dataclass(frozen=True)
class _Place:
    path: str
    url_path: str


def connect() -> None:
    """Listen to pages that leave their addresses."""
    # Sent for pages that are deleted too, while they are still there.
    page_unpublished.connect(_unpublished, dispatch_uid="foundation.former.unpublished")
    post_page_move.connect(_moved, dispatch_uid="foundation.former.moved")
    page_slug_changed.connect(_renamed, dispatch_uid="foundation.former.renamed")


def gone(request: HttpRequest, address: str) -> HttpResponse | None:
    """The answer that there was something here; None where there never was or nobody may know."""
    if len(address) > LONGEST or "\0" in address:
        return None
    former = FormerAddress.objects.filter(address=address).first()
    if former is None:
        return None
    above = _addresses_down_to(address)
    if _is_private(above):
        return None
    if former.in_safe_branch:
        request.safe_branch = True
    nearest = None
    if not request.safe_branch:
        pages = Page.objects.filter(url_path__in=above[1:-1], depth__gt=2)
        nearest = visible(pages).order_by("-depth").first()
    return render(request, "410.html", {"above": nearest}, status=410)


def _unpublished(instance: Page, **kwargs: object) -> None:
    if _is_visible(instance.get_parent()):
        _remember(instance, instance.url_path)


def _moved(
    instance: Page, parent_page_before: Page, url_path_before: str, url_path_after: str, **kwargs
) -> None:
    if url_path_before != url_path_after and instance.live and _is_visible(parent_page_before):
        _remember(instance, url_path_before)


def _renamed(instance: Page, instance_before: Page, **kwargs: object) -> None:
    if instance_before.live and _is_visible(instance):
        _remember(instance, instance_before.url_path)


def _remember(top: Page, url_path: str) -> None:
    """Write down where the page and all that was to be read below it stood, when it stood there."""
    site_top = _top()
    if not url_path.startswith(site_top):
        return
    places = list(_open_branch(top))
    if not places:
        return
    now, safe_paths = timezone.now(), safe_mode.current_paths()
    stood = len(places[0].url_path)
    FormerAddress.objects.bulk_create(
        [
            FormerAddress(
                address=f"/{(url_path + place.url_path[stood:]).removeprefix(site_top)}",
                in_safe_branch=safe_mode.covers(safe_paths, place.path),
                left_at=now,
            )
            for place in places
        ],
        update_conflicts=True,
        unique_fields=["address"],
        update_fields=["in_safe_branch", "left_at"],
        batch_size=500,
    )


def _open_branch(top: Page) -> Iterator[_Place]:
    """The page, and what lies below it with nothing unpublished or private in between."""
    restricted = PageViewRestriction.objects.values("page")
    rows = (
        Page.objects.filter(path__startswith=top.path)
        .order_by("path")
        .annotate(
            is_private=Exists(
                Page.objects.filter(pk=OuterRef("pk")).filter(
                    Q(pk__in=restricted) | Q(alias_of__in=restricted)
                )
            )
        )
        .values_list("path", "url_path", "live", "is_private")
    )
    passed = set()
    for path, url_path, live, is_private in rows:
        is_top = path == top.path
        if not is_private and (is_top or (live and path[: -Page.steplen] in passed)):
            passed.add(path)
            yield _Place(path, url_path)


def _is_visible(page: Page | None) -> bool:
    return page is not None and visible(Page.objects.filter(pk=page.pk)).exists()


def _is_private(url_paths: list[str]) -> bool:
    """Whether a page that stands at one of these places is for some readers only."""
    places = Q(page__url_path__in=url_paths) | Q(page__depth=1)
    return PageViewRestriction.objects.filter(places).exists()


def _addresses_down_to(address: str) -> list[str]:
    """The places of the tree, as `url_path`, from the start page down to the address."""
    places = [_top()]
    for step in address.strip("/").split("/"):
        places.append(f"{places[-1]}{step}/")
    return places


def _top() -> str:
    """Where in the tree the site begins."""
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    return site.root_page.url_path if site else "/"
