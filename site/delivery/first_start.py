"""What a site needs before it can be served, each made once and left alone afterwards."""

import hashlib
import secrets
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from wagtail.models import Page, Site

ADMINISTRATOR = "admin"

Say = Callable[[str], None]


def make_folders() -> None:
    """Make the folders of this machine's own data; the pages' readers have no business in them."""
    for name in ("media", "cache", "static", "log"):
        (settings.VAR_DIR / name).mkdir(parents=True, exist_ok=True)


def migrate(say: Say) -> None:
    """Bring the database to the shape that the code expects."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if plan:
        say(f"Gör i ordning databasen ({len(plan)} steg) …")
        call_command("migrate", interactive=False, verbosity=0)


def collect_static(say: Say) -> None:
    """Collect, compress and name by content the static files, if any has changed since last."""
    stamp = settings.STATIC_ROOT / ".collected"
    wanted = _fingerprint_of_static_files()
    if _read(stamp) == wanted:
        return
    say("Samlar ihop stilmallar och skript …")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(wanted)


def _fingerprint_of_static_files() -> str:
    # By content: a file may be written anew without being another.
    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(ignore_patterns=[]):
            digest.update(name.encode() + b"\0" + Path(storage.path(name)).read_bytes())
    return digest.hexdigest()


def has_content() -> bool:
    """Whether anyone has made a page; the plain one that Wagtail installs does not count."""
    return (
        Page.objects.filter(depth__gt=1)
        .exclude(content_type__app_label="wagtailcore", content_type__model="page")
        .exists()
    )


def make_content(say: Say, *, empty: bool) -> None:
    """Fill a new database: with the example plan, or with nothing but the standing pages.

    All or nothing: what an interrupted start had begun is not there at the next. The search
    index comes after, and a note on disk remembers that it is due.
    """
    index_is_due = settings.VAR_DIR / "search-index-is-due"
    if has_content():
        if empty:
            say("EMPTY=1 gäller bara en ny databas. Här finns redan sidor, så ingenting ändras.")
    else:
        index_is_due.touch()
        if empty:
            say("Lägger upp startsida och avdelningar, utan exempel …")
        else:
            say("Lägger in Hagfors plan och exempel …")
        with transaction.atomic():
            call_command("lay_out_site" if empty else "demo", verbosity=0)
    if index_is_due.exists():
        say("Bygger sökregistret …")
        call_command("update_index", verbosity=0)
        index_is_due.unlink()


def index_what_is_missing(say: Say) -> None:
    """Let every public page be found: a process may have died before it had told the search."""
    say("Kontrollerar att alla sidor finns i sökregistret …")
    call_command("index_pages", verbosity=0)


def make_missing_pictures(say: Say) -> None:
    """Make the pictures of public pages in every size that pages show."""
    say("Kontrollerar att bilderna finns i alla storlekar …")
    call_command("make_pictures", verbosity=0)


def keep_address(port: int) -> None:
    """Let a site on this machine write its own addresses with the port that it is served on."""
    for site in Site.objects.filter(hostname__in=("127.0.0.1", "localhost")).exclude(port=port):
        site.port = port
        site.save()


def make_administrator() -> str | None:
    """Make the first administrator, if the site has none; the password to tell, once."""
    users = get_user_model().objects
    if users.filter(is_superuser=True).exists():
        return None
    password = readable_password()
    users.create_superuser(
        ADMINISTRATOR,
        # A mailbox of this machine: what is sent there can be seen, and reaches nobody else.
        f"{ADMINISTRATOR}@localhost",
        password,
        must_change_password=True,
        # The first letter comes tomorrow: it would push the password off the screen.
        reminded_on=timezone.localdate(),
    )
    return password


def readable_password() -> str:
    """A password of 64 random bits that can be read aloud and typed without mistakes."""

    def syllable() -> str:
        return secrets.choice("bdfghjklmnprstv") + secrets.choice("aeiouy")

    return "-".join(syllable() + syllable() for _ in range(5))


def _read(path: Path) -> str:
    return path.read_text() if path.exists() else ""
