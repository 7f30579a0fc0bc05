"""Every way in which something leaves the site, and what a reader is told there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, UUIDConverter
from wagtail.models import Page, Revision

from foundation.contacts import Contact
from foundation.feeds.entry import sources
from home.digest.choice import address_for
from tests.leaks.filling import COMMON
from tests.leaks.states import EveryState


@dataclass(frozen=True)
class Question:
    """What is asked, and where it leaves the site."""

    exit: str
    address: str
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """What a reader was told: headers and body, without what was asked."""

    question: Question
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def bytes(self) -> bytes:
        """All of it."""
        return b"\n".join([f"{self.status} {self.headers}".encode(), self.body])


def ask(client: Client, question: Question) -> Told:
    """Put the question as anybody may."""
    answer = client.get(question.address, headers=question.headers)
    body = b"".join(answer) if answer.streaming else answer.content
    return Told(question, answer.status_code, dict(answer.headers), body)


# By which a search engine knows that it is really this site that tells of changes.
KEY_FILE = r"^(?P<key>[A-Za-z0-9-]{8,128})\.txt$"

Ask = Callable[[EveryState], Iterator[str]]
# By the name or pattern of its route; the addresses are what there is to ask there.
ROUTES: dict[str, Ask] = {}


def exit_(*routes: str) -> Callable[[Ask], Ask]:
    """Register what is asked at these routes."""

    def register(addresses: Ask) -> Ask:
        for route in routes:
            ROUTES[route] = addresses
        return addresses

    return register


def questions(site: EveryState) -> Iterator[Question]:
    """All that is asked, each once."""
    asked = set()
    for route, addresses in ROUTES.items():
        for address in addresses(site):
            if address not in asked:
                asked.add(address)
                yield Question(route, address)
    for address in _pages(site, "for those who log in", "never published", "public"):
        yield Question("a probe of what is there", address, {"If-None-Match": "*"})


def hidden_addresses(site: EveryState) -> set[str]:
    """Where pages stand that no reader may see."""
    return set(_pages(site, *site.pages)) - set(_pages(site, *PUBLIC))


PUBLIC = ("public", "another public one", "former text")


def _pages(site: EveryState, *states: str) -> Iterator[str]:
    for state in states:
        for page in site.pages[state].values():
            address = page.url_path.removeprefix(site.pages["public"]["home"].url_path)
            yield f"/{address}"


@exit_("wagtail_serve")
def page_addresses(site: EveryState) -> Iterator[str]:
    """Every page, its own routes, and addresses that lead elsewhere or nowhere."""
    yield "/finns-inte/"
    yield from site.redirects
    for address in _pages(site, *site.pages):
        # Itself, and what no page below it can be called.
        yield from (address, f"{address}a.b/")
    for state, pages in site.pages.items():
        if "plan" in pages:
            (plan,) = _pages_of(site, state, "plan")
            yield from (f"{plan}vad-har-hant/?sedan=2020", f"{plan}?visa=alla")
    (plan,) = _pages_of(site, "public", "plan")
    shown = site.client.get(plan).content.decode()
    # Every way in which the reader is offered to choose.
    choices = re.findall(r'<option value="([^"]+)"|name="([^"]+)"', shown)
    name = ""
    for value, named in choices:
        name = named or name
        if value:
            yield f"{plan}?{name}={value}"


def _pages_of(site: EveryState, state: str, part: str) -> list[str]:
    page = site.pages[state][part]
    return [f"/{page.url_path.removeprefix(site.pages['public']['home'].url_path)}"]


@exit_("twin")
def texts_of_pages(site: EveryState) -> Iterator[str]:
    """The text of every page as a file."""
    yield from (f"{address}index.md" for address in _pages(site, *site.pages))
    yield from ("/oppna-data/index.md", "/flode/index.md")


@exit_("page_feed")
def feeds_of_pages(site: EveryState) -> Iterator[str]:
    """The feed of every page that there may be one of, and of one that has none."""
    for state, pages in site.pages.items():
        for part in {"plan", "area", "measure", "article"} & pages.keys():
            yield from (f"{address}flode.atom" for address in _pages_of(site, state, part))


@exit_("indicator_values")
def figures_of_indicators(site: EveryState) -> Iterator[str]:
    """The figures of every indicator."""
    for state, pages in site.pages.items():
        if "indicator" in pages:
            for address in _pages_of(site, state, "indicator"):
                yield from (f"{address}varden.csv", f"{address}varden-excel.csv")


@exit_("search")
def searches(site: EveryState) -> Iterator[str]:
    """All that can be found, by each choice; every hidden word, right and misspelt."""
    kinds = sorted({type(page)._meta.model_name for page in site.pages["public"].values()})
    ways = ["", *(f"&typ={kind}" for kind in kinds), "&sida=2", "&sida=3"]
    for page in site.pages["public"].values():
        ways.append(f"&inom={page.slug}")
    for page in site.pages["for those who log in"].values():
        ways.append(f"&inom={page.slug}")
    yield from (f"/sok/?q={COMMON}{way}" for way in ways)
    yield "/sok/"
    hidden = {}
    for token, place in site.tokens.places.items():
        if token not in site.tokens.public and token.startswith("zq") and ": " in place:
            hidden.setdefault(place.partition(": ")[0], token)
    for token in hidden.values():
        yield f"/sok/?q={token}"
        yield f"/sok/?q={token[:-1]}y"


@exit_("feed", "feeds", "calendar")
def feeds(site: EveryState) -> Iterator[str]:
    """The feeds of the whole site, and the calendar."""
    yield from ("/flode/", "/flode/kalender.ics")
    yield from (f"/flode/{source.name}.atom" for source in sources())


@exit_("sitemap", "part_of_sitemap", "news_sitemap", "robots", "llms", KEY_FILE)
def for_engines(site: EveryState) -> Iterator[str]:
    """What search engines and language models read."""
    yield from ("/sitemap.xml", "/sitemap-1.xml", "/sitemap-nyheter.xml", "/robots.txt")
    yield from ("/llms.txt", "/index.md", "/abcdefgh12345678.txt")


@exit_("open_data", "data_file", "dcat")
def open_data(site: EveryState) -> Iterator[str]:
    """What there is as data."""
    yield from ("/oppna-data/", "/datasets/dcat")
    for name in DATASETS:
        yield from (f"/oppna-data/{name}.csv", f"/oppna-data/{name}.json")


DATASETS = ("atgarder", "lagesrapporter", "indikatorvarden")


@exit_("openapi", "start", "api-root", "several", "one")
def interface(site: EveryState) -> Iterator[str]:
    """The interface for programs: lists, each choice in them, and each page by its key."""
    yield from ("/api/v1/", "/api/v1/openapi.json")
    for name in DATASETS:
        yield from (f"/api/v1/{name}", f"/api/v1/{name}?limit=1&offset=1")
    for pages in site.pages.values():
        for part, name in (("measure", "atgarder"), ("update", "lagesrapporter")):
            if part in pages:
                yield f"/api/v1/{name}/{pages[part].translation_key}"
        for part in ("measure", "indicator"):
            if part in pages:
                yield from _chosen(pages[part])


def _chosen(page: Page) -> Iterator[str]:
    key = page.translation_key
    if page._meta.model_name == "measurepage":
        yield f"/api/v1/lagesrapporter?measure_key={key}"
    else:
        yield f"/api/v1/indikatorvarden?indicator_key={key}"


@exit_("wagtaildocs_serve", r"^dokument/(\d+)/(.*)$")
def documents(site: EveryState) -> Iterator[str]:
    """Every document, by its address and by its place on the disk."""
    for document in site.documents.values():
        yield document.url
        yield f"/dokument/{document.pk}/annat.txt"
        yield f"/media/{document.file.name}"


@exit_("media/<path:name>")
def images(site: EveryState) -> Iterator[str]:
    """Every picture as it was uploaded, and in each size, by the names that anybody may guess."""
    for image in site.images.values():
        yield f"/media/{image.file.name}"
        stem = PurePath(image.file.name).stem
        for one in image.renditions.all():
            spec = one.filter_spec.replace("|", ".")
            yield f"/media/images/{stem}.{spec}{PurePath(one.file.name).suffix}"
    yield from (f"/media/{one.file.name}" for one in site.images["public"].renditions.all())
    for folder in ("", "images/", "documents/", "original_images/"):
        yield f"/media/{folder}"


@exit_("wagtaildocs_authenticate_with_password", "new_password", "wagtailcore_login")
def doors(site: EveryState) -> Iterator[str]:
    """Where one is asked who one is."""
    yield from ("/redaktion/nytt-losenord/", "/redaktion/logga-in/?next=/", "/redaktion/login/")
    yield "/dokument/authenticate_with_password/1/"


@exit_("reminders")
def choices_of_receivers(site: EveryState) -> Iterator[str]:
    """Where the receivers of letters choose: one who is there, and links that hold no longer."""
    for receiver in (*Contact.objects.all(), *get_user_model().objects.exclude(email="")):
        yield address_for(receiver)
    yield from ("/paminnelser/k1.x/", "/paminnelser/a1.x/", "/paminnelser/x/")


@exit_("redaktion/failwhale/")
def alarm(site: EveryState) -> Iterator[str]:
    """Where Wagtail would raise an alarm: here there is nothing."""
    yield "/redaktion/failwhale/"


@exit_("halsa/lever", "halsa/redo", "security_contact")
def health(site: EveryState) -> Iterator[str]:
    """What those who run the site ask, or who have found a hole in it."""
    yield from ("/halsa/lever", "/halsa/redo", "/.well-known/security.txt")


@exit_("redaktion/")
def desk(site: EveryState) -> Iterator[str]:
    """Every address of the admin, for a page, a document, a revision that there is: nobody is in."""
    page = site.pages["never published"]["measure"]
    revision = Revision.objects.filter(object_id=str(page.pk)).latest("pk")
    numbers = {"page_id": page.pk, "pk": page.pk, "revision_id": revision.pk}
    for pattern in admin_patterns(get_resolver()):
        yield pattern(numbers)
    yield f"/redaktion/pages/{page.pk}/edit/preview/?mode="
    yield f"/redaktion/pages/{page.pk}/view_draft/"


def admin_patterns(
    resolver: URLResolver, before: str = ""
) -> Iterator[Callable[[dict[str, int]], str]]:
    """Each address of the admin as a function of the numbers to put into it."""
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if before or route.startswith("redaktion/"):
                yield from admin_patterns(pattern, route)
        elif before and isinstance(pattern, URLPattern):
            yield lambda numbers, route=route, pattern=pattern: _address(route, pattern, numbers)


def _address(route: str, pattern: URLPattern, numbers: dict[str, int]) -> str:
    for name, converter in pattern.pattern.converters.items():
        if isinstance(converter, IntConverter):
            value = str(numbers.get(name, numbers["pk"]))
        elif isinstance(converter, UUIDConverter):
            value = "00000000-0000-0000-0000-000000000000"
        else:
            value = str(numbers.get(name, "measurepage"))
        route = re.sub(rf"<(\w+:)?{name}>", value, route)
    # Wagtail writes some of them as regular expressions.
    route = re.sub(r"\(\?P<\w+>[^)]*\)", str(numbers["pk"]), route)
    return "/" + re.sub(r"\([^)]*\)|[\^$?*+\\]", "", route)


def routes() -> set[str]:
    """Every route outside the admin, by its name or else its pattern, and the admin as one."""
    return set(_routes(get_resolver()))


def _routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern)
        if route == "redaktion/" and isinstance(pattern, URLResolver):
            yield route
        elif isinstance(pattern, URLResolver):
            yield from _routes(pattern, route)
        else:
            yield pattern.name or route
