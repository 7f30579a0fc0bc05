"""The guide under /redaktion/."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from home.guide.handbook import handbook

NAME = "Så gör du"


def contents(request: HttpRequest) -> HttpResponse:
    """What the guide tells, and where to begin."""
    return render(request, "home/guide/contents.html", {"book": handbook(), **_trail()})


def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    """How one thing is done."""
    book = handbook()
    for place, one in enumerate(book.chapters):
        if one.slug == slug:
            following = book.chapters[place + 1 : place + 2]
            return render(
                request,
                "home/guide/chapter.html",
                {"chapter": one, "following": following, **_trail(one.title)},
            )
    raise Http404("Handboken har inget sådant kapitel.")


def _trail(title: str = "") -> dict:
    trail = [{"url": reverse("wagtailadmin_home"), "label": "Hem"}]
    if title:
        trail.append({"url": reverse("guide"), "label": NAME})
    return {"breadcrumbs_items": [*trail, {"url": "", "label": title or NAME}]}
