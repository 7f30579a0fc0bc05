"""The frame around every page: name, menu, footer and what the whole site knows of itself."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page, Site

from delivery import generation
from foundation import chosen, examples, languages, safe_mode
from foundation.abbreviations import Abbreviation
from foundation.navigation import FooterColumn, MenuItem, footer_columns, menu_items
from foundation.settings import SiteSettings
from foundation.visibility import visible


@dataclass(frozen=True)
class Frame:
    """What the frame of a page is made of; made once a generation, for all readers alike."""

    site: Site | None
    settings: SiteSettings
    menu: list[MenuItem]
    footer: list[FooterColumn]
    safe_paths: list[str]
    # Where branches in safe mode begin, as far as readers may know of them.
    safe_addresses: list[str]
    # What a reader of such a branch can do about the traces of the visit.
    traces_page: MenuItem | None
    languages: dict[str, languages.Language]
    abbreviations: dict[str, str]

    @property
    def has_examples(self) -> bool:
        """Whether any example is public. Asked first when a page is drawn: publishing needs it not."""
        return generation.kept("has_examples", _has_examples)

    @property
    def publisher(self) -> str:
        """Who answers for what the site says; the municipality does not for a demonstration."""
        return (
            f"{self.settings.name} (demonstration)"
            if self.has_examples
            else self.settings.municipality
        )


def current_frame() -> Frame:
    """The frame of the site as it is now; costs no query once it is made."""
    return generation.kept("frame", _make)


def kept_frame() -> Frame | None:
    """The frame, if it can be had without asking the database."""
    return generation.at_hand("frame")


class FrameMiddleware:
    """Gives each request its frame; nothing is made unless somebody looks at it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Offer the frame as `request.frame`, and say that nothing is secret until a page says so."""
        request.safe_branch = False
        request.frame = SimpleLazyObject(current_frame)
        with chosen.together():
            return self.get_response(request)


def _make() -> Frame:
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site:
        _keep_with_it(site.root_page.specific)
    settings = SiteSettings.objects.first() or SiteSettings()
    safe_paths = safe_mode.current_paths()
    return Frame(
        site=site,
        settings=settings,
        menu=menu_items(settings.menu),
        footer=footer_columns(settings.footer),
        safe_paths=safe_paths,
        safe_addresses=_addresses(safe_mode.outermost(safe_paths)),
        traces_page=_traces_page(settings),
        languages=languages.paths_in_other_languages(),
        abbreviations=dict(Abbreviation.objects.values_list("short", "meaning")),
    )


def _keep_with_it(home: Page) -> None:
    """Know of the start page, which every address is routed through, what would be asked each time."""
    if hasattr(home, "come_by"):
        home.is_private = home.get_view_restrictions().exists()
        home.come_by([home])
        for relation in home.route_select_related:
            getattr(home, relation)


def _addresses(paths: list[str]) -> list[str]:
    pages = visible(Page.objects.filter(path__in=paths)).order_by("path")
    return [page.url for page in pages if page.url]


def _traces_page(settings: SiteSettings) -> MenuItem | None:
    page = visible(Page.objects.filter(pk=settings.traces_page_id)).first()
    return MenuItem(page.title, page.url) if page and page.url else None


def _has_examples() -> bool:
    return visible(Page.objects.filter(path__in=examples.current_paths())).exists()
