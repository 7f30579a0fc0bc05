"""What a page says of itself to programs, in the words of schema.org.

It says nothing that its readers do not see, nothing about example data, and in safe mode nothing at
all. What is special to a page type its app tells by `described_by`.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from foundation.contacts import Organisation
from foundation.pages import BasePage
from foundation.pictures import shared_picture
from foundation.safe_mode import covers

Node = dict[str, Any]

# What a script element cannot hold without an end being seen in it, or a line where there is none.
_IN_A_SCRIPT = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
_OF_THE_PUBLIC = {Organisation.Kind.MUNICIPAL, Organisation.Kind.AUTHORITY}


@dataclass(frozen=True)
class Shown:
    """A page as it is being shown: what its template was given is not asked for again."""

    page: Any
    request: HttpRequest
    context: Mapping[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The page's whole address."""
        return self.page.get_full_url(self.request)

    def address_of(self, other: Any) -> str:
        """Another page's whole address."""
        return other.get_full_url(self.request)

    def real(self, name: str) -> list[Any]:
        """What the template was given under this name, without example data."""
        return [item for item in self.context.get(name) or [] if not item.is_example]

    @property
    def municipality(self) -> Node:
        """Whose site it is."""
        return {
            "@type": "GovernmentOrganization",
            "name": self.request.frame.settings.municipality,
        }

    @property
    def publisher(self) -> Node | None:
        """Who answers for the page, as it says itself; a demonstration is not the municipality's."""
        if unit := self.page.published_by:
            return organisation(unit)
        return None if self.request.frame.has_examples else self.municipality


Describe = Callable[[Shown], Node]

_descriptions: dict[type[BasePage], Describe] = {}


def described_by(page_type: type[BasePage], describe: Describe) -> None:
    """Let `describe` tell what is special to pages of this type; it is put over what all say."""
    _descriptions[page_type] = describe


def is_told(page: Any, request: HttpRequest) -> bool:
    """Whether programs may be told what the page is: public, real, not in safe mode, and whole."""
    return (
        isinstance(page, BasePage)
        and page.live
        and page.is_indexable
        and not request.GET
        and not request.safe_branch
        and not page.in_safe_branch
    )


def as_json(shown: Shown) -> str:
    """Everything told of the page, fit to stand in a script element that nothing can break out of."""
    nodes = [node for node in (_page(shown), _breadcrumb(shown)) if node]
    told = {"@context": "https://schema.org", "@graph": nodes}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(_IN_A_SCRIPT)


def organisation(one: Organisation | None) -> Node | None:
    """An actor; none that is made up."""
    if one is None or one.is_example:
        return None
    is_public = one.kind in _OF_THE_PUBLIC
    return {"@type": "GovernmentOrganization" if is_public else "Organization", "name": one.name}


def reference(shown: Shown, pages: Iterable[Any]) -> list[Node]:
    """Other pages, by name and address; none in safe mode."""
    return [
        {"@type": "WebPage", "name": page.title, "url": shown.address_of(page)}
        for page in pages
        if not covers(shown.request.frame.safe_paths, page.path)
    ]


def moment(at: datetime | None) -> str | None:
    """A moment with its zone, to the second, as the sitemap writes it."""
    if at is None:
        return None
    return at.astimezone(timezone.get_default_timezone()).isoformat(timespec="seconds")


def published_at(page: Any) -> datetime | None:
    """When the page says that it was published: the moment, or the beginning of a day it gives."""
    first, day = page.first_published_at, getattr(page, "published_on", None)
    if day is None or (first and timezone.localdate(first) == day):
        return first
    return datetime.combine(day, time.min, timezone.get_default_timezone())


def _page(shown: Shown) -> Node:
    page = shown.page
    common = {
        "@type": "WebPage",
        "name": page.title,
        "description": page.summary,
        "url": shown.address,
        "inLanguage": page.written_in.tag,
        "datePublished": moment(published_at(page)),
        "dateModified": moment(page.updated_at),
        "publisher": shown.publisher,
        "image": _picture(shown),
    }
    describe = _descriptions.get(type(page))
    return _filled(common | (describe(shown) if describe else {}))


def _picture(shown: Shown) -> str | None:
    picture = shared_picture(shown.page)
    return picture and shown.request.build_absolute_uri(picture.url)


def _breadcrumb(shown: Shown) -> Node | None:
    """The way that the page shows, word by word."""
    above = shown.page.breadcrumb
    if not above:
        return None
    steps = [("Start", above[0]), *((page.title, page) for page in above[1:])]
    steps.append((shown.page.title, shown.page))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": name,
                "item": shown.address_of(page),
            }
            for number, (name, page) in enumerate(steps, start=1)
        ],
    }


def _filled(node: Node) -> Node:
    """Without what is not known."""
    return {name: value for name, value in node.items() if value not in (None, "", [], {})}
