"""The pages that every site begins with: a start page, its sections, and what the law asks for.

They say nothing about any municipality's plan, and the registers are empty.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from wagtail.models import Collection, Page, Revision, Site

from actionplan.models import IndicatorIndexPage, PlanPage, SurveyIndexPage
from foundation.navigation import link_to
from foundation.settings import SiteSettings
from home import traces
from home.models import AccessibilityStatementPage, HomePage, StandardPage
from home.publishing import add_page, save_page
from news.models import NewsIndexPage, SupportPage

# What a site says while nobody has told whose it is; every sentence holds with it. The desk asks for more.
UNNAMED = {"municipality": "Kommunen", "municipality_code": ""}

ABOVE_ALL = "Alla sidor"
# Where pictures and documents are that nobody has put in a collection.
IN_COMMON = "Gemensamt"

PRIVACY = [
    ("heading", {"text": "Besökare", "level": "h2"}),
    (
        "paragraph",
        "<p>Du kan läsa hela webbplatsen utan att lämna några personuppgifter. Webbplatsen sätter "
        "inga kakor, sparar ingenting i din webbläsare och hämtar ingenting från andra "
        "webbplatser.</p>",
    ),
    ("heading", {"text": "De som arbetar med webbplatsen", "level": "h2"}),
    (
        "paragraph",
        "<p>Den som skriver och granskar innehåll loggar in. Då sparas namn, e-postadress och vad "
        "personen har ändrat. En kaka håller reda på inloggningen.</p>",
    ),
]


@dataclass(frozen=True)
class Layout:
    """The pages, each where it can be reached."""

    home: HomePage
    plan: PlanPage
    indicators: IndicatorIndexPage
    surveys: SurveyIndexPage
    news: NewsIndexPage
    support: SupportPage
    traces: SupportPage
    about: StandardPage
    accessibility: AccessibilityStatementPage
    privacy: StandardPage

    @classmethod
    def existing(cls) -> "Layout":
        """The pages of a site that is laid out."""
        about = StandardPage.objects.get(slug="om-webbplatsen")
        home = HomePage.objects.get()
        support = SupportPage.objects.child_of(home).get()
        return cls(
            home=home,
            plan=PlanPage.objects.get(),
            indicators=IndicatorIndexPage.objects.get(),
            surveys=SurveyIndexPage.objects.get(),
            news=NewsIndexPage.objects.get(),
            support=support,
            traces=SupportPage.objects.child_of(support).get(slug=traces.SLUG),
            about=about,
            accessibility=AccessibilityStatementPage.objects.get(),
            privacy=StandardPage.objects.child_of(about).get(),
        )

    def __iter__(self) -> Iterable[Page]:
        return iter(vars(self).values())


def is_laid_out() -> bool:
    """Whether the site has a start page."""
    return HomePage.objects.exists()


def is_untouched() -> bool:
    """Whether the site is laid out and nobody has written anything since."""
    return (
        is_laid_out()
        and Page.objects.filter(depth__gt=1).count() == len(fields(Layout))
        and not Revision.objects.filter(user__isnull=False).exists()
    )


@transaction.atomic
def lay_out() -> Layout:
    """Make the pages on an empty site, and let the site begin with them."""
    # Wagtail's own first page and collection are called "Root"; editors meet them.
    Page.objects.filter(depth=1).update(title=ABOVE_ALL, draft_title=ABOVE_ALL)
    Collection.objects.filter(depth=1).update(name=IN_COMMON)
    home = add_page(
        Page.get_first_root_node(),
        HomePage(
            title="Åtgärdsplan mot brott",
            slug="start",
            heading="Så arbetar kommunen för att färre ska drabbas av brott",
            summary="Här kan du följa kommunens arbete mot brott: vad som ska göras, vem som svarar "
            "för det och hur det går.",
            help_text="Du som är utsatt för våld, eller känner någon som är det, kan få stöd.",
        ),
    )
    _begin_with(home)
    plan = add_page(home, PlanPage(title="Åtgärdsplanen", slug="atgardsplan"))
    news = add_page(home, _news())
    support = add_page(home, _support())
    about_traces = add_page(support, traces.traces_page())
    about = add_page(home, _about())
    home.help_page = support
    home = save_page(home)
    laid_out = Layout(
        home=home,
        plan=plan,
        indicators=add_page(plan, _indicators()),
        surveys=add_page(plan, _surveys()),
        news=news,
        support=support,
        traces=about_traces,
        about=about,
        accessibility=add_page(
            about,
            AccessibilityStatementPage(title="Tillgänglighetsredogörelse", slug="tillganglighet"),
            publish=False,
        ),
        privacy=add_page(
            about,
            StandardPage(
                title="Personuppgifter",
                slug="personuppgifter",
                summary="Så behandlas personuppgifter på den här webbplatsen.",
                body=PRIVACY,
            ),
        ),
    )
    _compose_frame(laid_out)
    return laid_out


def _begin_with(home: HomePage) -> None:
    """Let the default site begin with the start page, and take away Wagtail's page of welcome."""
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    welcome = site.root_page if site else None
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": address.hostname,
            "port": address.port or (443 if address.scheme == "https" else 80),
            "root_page": home,
            # What the editors' first screen is headed.
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )
    if welcome and welcome.specific_class is Page and not welcome.get_children().exists():
        welcome.delete()


def _compose_frame(pages: Layout) -> None:
    """Let the menu and the footer lead to the sections; what is a draft shows when it is public."""
    in_menu = (pages.plan, pages.news, pages.support)
    in_footer = (pages.about, pages.accessibility, pages.privacy)
    for_programs = [
        {"page": None, "url": reverse(view), "label": label}
        for view, label in (("open_data", "Öppna data"), ("feeds", "Prenumerera"))
    ]
    column = {"heading": "", "links": [*map(link_to, in_footer), *for_programs]}
    SiteSettings.objects.update_or_create(
        defaults={
            "menu": [("link", link_to(page)) for page in in_menu],
            "footer": [("column", column)],
            "traces_page": pages.traces,
            **UNNAMED,
        }
    )


def _news() -> NewsIndexPage:
    return NewsIndexPage(
        title="Nyheter",
        slug="nyheter",
        summary="Här berättar kommunen vad som händer i arbetet mot brott.",
    )


def _indicators() -> IndicatorIndexPage:
    return IndicatorIndexPage(
        title="Indikatorer",
        slug="indikatorer",
        summary="Här är siffrorna som visar hur det går, med källa och hur säkra de är.",
    )


def _surveys() -> SurveyIndexPage:
    return SurveyIndexPage(
        title="Undersökningar",
        slug="undersokningar",
        summary="Här är undersökningarna som siffrorna i planen kommer från.",
    )


def _about() -> StandardPage:
    return StandardPage(
        title="Om webbplatsen",
        slug="om-webbplatsen",
        summary="Här berättar kommunen om sin plan mot brott och hur det går med åtgärderna.",
    )


def _support() -> SupportPage:
    return SupportPage(
        title="Stöd och råd",
        slug="stod-och-rad",
        summary="Är du utsatt för våld, eller orolig för någon? Det finns hjälp att få. "
        "Ring 112 om någon är i fara.",
    )
