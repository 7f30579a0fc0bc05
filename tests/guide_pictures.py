"""Takes the pictures of the handbook anew: `PYTHONPATH=site:. .venv/bin/python -m tests.guide_pictures`.

The admin is seen as each role sees it, on a demonstration served for the occasion. Names after the
command take only those pictures.
"""

import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image

from tests.own_folder import settle_in

FOLDER = Path(__file__).parents[1] / "docs" / "bilder" / "handbok"
WINDOW = {"width": 1100, "height": 760}
# A reader of the guide waits for each of them.
MOST_BYTES = 60_000
PASSWORD = "en lång lösenfras för bilderna"
TABLE = """Nr;Fokusområde;Åtgärd;Ansvarig;Klart senast;Status
1;Trygga platser;Måla övergångsställena;Exempelförvaltningen;juni 2027;Ej påbörjad
2;Trygga platser;Prova ny belysning i parken;Exempelförvaltningen;kvartal 3 2027;Pågående
"""
ROLES = ("Kommunikatör", "Samordnare", "Granskare")


def main(names: list[str]) -> None:
    """Build a demonstration, serve it, and look at it."""
    with tempfile.TemporaryDirectory() as folder:
        settle_in(Path(folder))
        from tests.pages.server import served

        _build()
        with served(Path(folder) / "serve.log") as site:
            _look(site, names)


def _build() -> None:
    from django.contrib.auth import get_user_model
    from django.contrib.auth.models import Group
    from django.core.management import call_command
    from django.db import connections

    from delivery import first_start

    first_start.make_folders()
    first_start.migrate(lambda _: None)
    call_command("demo", verbosity=0)
    for role in ROLES:
        person = get_user_model().objects.create_user(role.lower(), password=PASSWORD)
        person.groups.add(Group.objects.get(name=role))
    connections.close_all()


def _look(site: str, names: list[str]) -> None:
    from playwright.sync_api import sync_playwright

    from tests.chromium import ARGUMENTS, CHROMIUM

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=[*ARGUMENTS, "--lang=sv-SE"],
            env={**os.environ, "LANGUAGE": "sv"},
        )
        for name, (role, go) in PICTURES.items():
            if names and name not in names:
                continue
            context = browser.new_context(viewport=WINDOW, locale="sv-SE", base_url=site)
            page = context.new_page()
            _log_in(page, role)
            go(page)
            page.mouse.move(0, 0)  # a button says its name when it is pointed at
            page.wait_for_timeout(700)  # what unfolds has unfolded
            _keep(name, page.screenshot())
            context.close()


def _log_in(page, role: str) -> None:
    page.goto("/redaktion/")
    page.locator("input[name=username]").fill(role.lower())
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    page.wait_for_url("**/redaktion/")


def _keep(name: str, screenshot: bytes) -> None:
    """As good as it may be without being heavy."""
    picture = Image.open(BytesIO(screenshot)).convert("RGB")
    for quality in (80, 70, 60, 50):
        file = BytesIO()
        picture.save(file, "WEBP", quality=quality, method=6)
        if file.tell() < MOST_BYTES:
            break
    (FOLDER / f"{name}.webp").write_bytes(file.getvalue())
    print(f"{name}: {file.tell() / 1000:.0f} kB")


def _at(model: str, path: str, **which):
    """Goes to where the page is edited, or something is added below it."""

    def go(page) -> None:
        from django.apps import apps

        found = apps.get_model(model).objects.filter(**which).order_by("path").first()
        page.goto(f"/redaktion/pages/{path.format(found.pk)}")

    return go


def _desk(page) -> None:
    page.goto("/redaktion/")


def _checks(page) -> None:
    """A text with two faults, and what the panel says of them."""
    _new_news(page)
    page.wait_for_timeout(3000)  # until Wagtail looks for changes
    page.get_by_role("button", name="Växla kontroller").click()
    page.locator("#id_title").press_sequentially("Nya lampor på torget")
    page.locator("[name=summary]").press_sequentially(
        "Vi byter lamporna på torget under våren, och det gör vi för att fler ska våga gå hem "
        "den vägen när det har blivit mörkt, för det är många som har sagt att de inte vågar. "
        "Frågor besvaras av 900118-9811."
    )
    page.keyboard.press("Tab")
    page.locator("[data-text-advice-row]").nth(1).wait_for()
    page.evaluate("window.scrollTo(0, 0)")


_new_news = _at("news.NewsIndexPage", "add/news/newspage/{}/")
_published = _at("news.NewsPage", "{}/edit/", title__startswith="De första")
_indicator = _at("actionplan.IndicatorPage", "{}/edit/", title__contains="otrygga när")


def _newest_update(page) -> None:
    """The demonstration's days follow the calendar."""
    from actionplan.models import StatusUpdatePage

    newest = StatusUpdatePage.objects.latest("fact_on", "path")
    page.goto(f"/redaktion/pages/{newest.pk}/edit/")


def _unpublish(page) -> None:
    _published(page)
    page.get_by_role("button", name="Fler åtgärder").click()


def _value(page) -> None:
    _indicator(page)
    page.wait_for_timeout(1500)
    page.get_by_role("button", name="Lägg till värde").click()
    page.wait_for_timeout(1500)
    newest = page.locator("[name^=values-][name$=-value]:visible").last
    newest.evaluate("field => field.scrollIntoView({block: 'center'})")


def _new_picture(page) -> None:
    page.goto("/redaktion/images/add/")
    page.locator("[name=photographer]").evaluate("field => field.scrollIntoView({block: 'center'})")


def _campaign(page) -> None:
    _at("news.SupportPage", "add/news/campaignpage/{}/", slug="stod-och-rad")(page)


def _import(page) -> None:
    """What a file would do, before it is done."""
    page.goto("/redaktion/")
    page.get_by_role("link", name="Importera", exact=True).click()
    page.get_by_role("link", name="Importera åtgärder").click()
    file = {"name": "plan.csv", "mimeType": "text/csv", "buffer": TABLE.encode("utf-8")}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Granska filen").click()
    page.get_by_role("heading", name="Det här händer").wait_for(timeout=90_000)


def _approval(page) -> None:
    """The reviewer's desk, when the communicator has sent something."""
    from django.conf import settings as of_django
    from django.contrib.auth import get_user_model

    from foundation.settings import SiteSettings
    from news.models import NewsIndexPage, NewsPage

    of_django.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    settings = SiteSettings.load()
    settings.four_eyes = True
    settings.save()
    writer = get_user_model().objects.get(username="kommunikatör")
    news = NewsPage(title="Fler vuxna ute på fredagar", live=False, owner=writer)
    NewsIndexPage.objects.get().add_child(instance=news)
    news.save_revision(user=writer)
    news.get_workflow().start(news, writer)
    page.goto("/redaktion/")


PICTURES = {
    "kontroller": ("Kommunikatör", _checks),
    "skrivbord": ("Samordnare", _desk),
    "lagesrapport": (
        "Samordnare",
        _at(
            "actionplan.MeasurePage",
            "add/actionplan/statusupdatepage/{}/",
            title__startswith="Ljusare",
        ),
    ),
    "ratta": ("Samordnare", _newest_update),
    "avpublicera": ("Kommunikatör", _unpublish),
    "atgarder": ("Samordnare", lambda page: page.goto("/redaktion/atgarder/")),
    "nyhet": ("Kommunikatör", _new_news),
    "bild": ("Kommunikatör", _new_picture),
    "kampanj": ("Kommunikatör", _campaign),
    "indikator": ("Samordnare", _value),
    "importera": ("Samordnare", _import),
    # Last, since it turns four eyes on.
    "godkanna": ("Granskare", _approval),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
