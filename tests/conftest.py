"""What all tests share: a small site, the browser, and a database whole again after every test."""

import os
from copy import copy

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connections
from django.db.backends.base.creation import BaseDatabaseCreation
from django.template import RequestContext
from django.test.utils import ContextList

from tests import noting, one_database, small_site
from tests.chromium import ARGUMENTS, CHROMIUM

# Playwright keeps an event loop in the test's own thread, where Django would refuse to query.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

HOW_TO_GET_CHROMIUM = (
    "resor i webbläsare kördes inte, för här finns ingen Chromium. Installera den "
    "(Debian: sudo apt install chromium) eller ange dess sökväg med CHROMIUM=… och kör igen."
)
# How many tests were not run for want of a browser, and because no database can change them.
LEFT_OUT = pytest.StashKey[int]()
NOT_AGAIN = pytest.StashKey[int]()


def pytest_addoption(parser):
    """A run on a second database need not repeat what asks none."""
    parser.addoption(
        "--only-what-asks-the-database",
        action="store_true",
        help="Leave out the tests that no database can change; another run has to make them.",
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """Leave the journeys out, aloud, where there is no browser; let every database test undo itself."""
    # A test that commits empties all tables afterwards, also of what the migrations put there: the
    # next one like it puts that back, the others come before. Random order holds within each kind.
    if config.option.only_what_asks_the_database:
        config.stash[NOT_AGAIN] = leave_out(config, items, lambda item: not asks_the_database(item))
    items.sort(key=in_turn(items))
    files = {(item.path, commits(item)) for item in items if asks_the_database(item)}
    if mixed := {str(path) for path, does in files if does and (path, False) in files}:
        raise pytest.UsageError(f"Tests that commit have files of their own: {', '.join(mixed)}")
    for item in filter(commits, items):
        item.fixturenames.append("django_db_serialized_rollback")
    journeys = [item for item in items if "browser_name" in item.fixturenames]
    if CHROMIUM or not journeys:
        return
    if os.environ.get("CI") == "true":
        raise pytest.UsageError(f"{len(journeys)} {HOW_TO_GET_CHROMIUM}")
    config.stash[LEFT_OUT] = leave_out(config, items, journeys.__contains__)


def leave_out(config, items, which) -> int:
    """Run those not, and say how many they are."""
    left_out = [item for item in items if which(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if not which(item)]
    return len(left_out)


def in_turn(items):
    """The order of the tests: while one worker makes the database, the others do without it."""
    needing = {item.path for item in items if needs_a_database(item)}
    maker = next((item.path for item in items if item.path in needing and not commits(item)), None)

    def turn(item) -> int:
        if commits(item):
            return 3
        if item.path in needing:
            return 0 if item.path == maker else 2
        return 1

    return turn


def needs_a_database(item) -> bool:
    """Whether the test begins with one; without these a test that asks fails."""
    fixtures = {"db", "transactional_db", "live_server", "django_db_setup"}
    return bool(item.get_closest_marker("django_db") or fixtures & set(item.fixturenames))


def asks_the_database(item) -> bool:
    """Whether another database could answer otherwise.

    A program that the test starts may ask, and the settings know which database there is.
    """
    near = {"subprocess", "connection", "connections", "databases", "environment"}
    known = vars(item.module)
    return bool(
        needs_a_database(item)
        or "settings" in item.fixturenames
        or near & known.keys()
        # Hypothesis has settings too.
        or known.get("settings") is settings
    )


def commits(item) -> bool:
    """Whether the test's transactions are real."""
    mark = item.get_closest_marker("django_db")
    needs = {"live_server", "transactional_db"} & set(item.fixturenames)
    return bool(needs or (mark and mark.kwargs.get("transaction")))


def pytest_sessionfinish(session):
    """Tell who sums up; every worker has left out the same."""
    if hasattr(session.config, "workeroutput"):
        stash = session.config.stash
        session.config.workeroutput["left out"] = [stash.get(LEFT_OUT, 0), stash.get(NOT_AGAIN, 0)]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Hear it."""
    told = getattr(node, "workeroutput", {}).get("left out", [0, 0])
    node.config.stash[LEFT_OUT], node.config.stash[NOT_AGAIN] = told


def pytest_terminal_summary(terminalreporter, config):
    """Say last of all what was not tested."""
    if left_out := config.stash.get(NOT_AGAIN, 0):
        terminalreporter.write_line(
            f"\n{left_out} tester som svarar lika på varje databas kördes inte här."
        )
    if left_out := config.stash.get(LEFT_OUT, 0):
        terminalreporter.write_line(f"\nOBS: {left_out} {HOW_TO_GET_CHROMIUM}", red=True, bold=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings, django_db_blocker, request, tmp_path_factory
):
    """Make the database once a run, and remember it by row, not by object: that takes seconds."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if hasattr(request.config, "workerinput") else None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseCreation, "create_test_db", one_database.made_once(shared))
        patch.setattr(
            BaseDatabaseCreation, "serialize_db_to_string", lambda self: noting.note_everything()
        )
        patch.setattr(
            BaseDatabaseCreation,
            "deserialize_db_from_string",
            lambda self, noted: noting.put_back(noted),
        )
        yield
    with django_db_blocker.unblock():
        one_database.take_copy_away(shared)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Note down the small site, and let every connection know what the migrations made.

    Under Playwright's event loop Django uses other connection objects than before it started,
    and only the first one would know.
    """
    contents = getattr(connections["default"], "_test_serialized_contents", None)
    if contents is not None:
        type(connections["default"])._test_serialized_contents = contents
    with django_db_blocker.unblock():
        small_site.note_down()
    yield
    with django_db_blocker.unblock():
        end_other_sessions()


def end_other_sessions():
    """Take leave of what a browser left hanging: PostgreSQL drops no database that is in use."""
    connection = connections["default"]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        connection.close()


@pytest.fixture(scope="session", autouse=True)
def few_contexts():
    """Let an answer remember the context of its page: those of its parts cost a tenth of the time."""

    def store(store, signal, sender, template, context, **more):
        store.setdefault("templates", []).append(template)
        contexts = store.setdefault("context", ContextList())
        # Widgets, which may be drawn before the page, know of no request.
        if not contexts and isinstance(context, RequestContext):
            contexts.append(copy(context))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.test.client.store_rendered_templates", store)
        yield


@pytest.fixture(autouse=True)
def nothing_kept():
    """Keep nothing from the test before: its pictures may have had the numbers that mine get.

    SQLite gives numbers anew after a rollback, so a kept rendition of a picture that is gone
    would answer for another one, until it runs out in the middle of a test that counts queries.
    """
    cache.clear()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The machine's own Chromium, which talks to nobody but the test."""
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def put_demonstration_back(django_db_setup, django_db_blocker):
    """Lets a site that has no pages become what the command `demo` makes of it."""
    with django_db_blocker.unblock():
        (statements,) = noting.note(lambda: call_command("demo", verbosity=0))
    return lambda: noting.put_back(statements)


@pytest.fixture
def home(db):
    """The start page of the default site."""
    return small_site.put_back("home")


@pytest.fixture
def plan(home):
    """The plan, still without focus areas."""
    return small_site.put_back("plan")


@pytest.fixture
def area(plan):
    """A focus area of the plan, still without measures."""
    return small_site.put_back("area")


@pytest.fixture
def measure(area):
    """A measure that nobody has reported on."""
    return small_site.put_back("measure")
