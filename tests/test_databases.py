"""How the site talks to its database."""

from config import databases

ADDRESS = "postgres://plan@127.0.0.1/plan"


def test_a_server_is_not_waited_for_and_does_not_compile_its_queries():
    options = databases.server(ADDRESS)["OPTIONS"]

    assert options["connect_timeout"] == 3
    assert options["options"] == "-c jit=off"


def test_the_address_has_the_last_word():
    told = databases.server(f"{ADDRESS}?connect_timeout=9&options=-c%20jit%3Don")

    assert told["OPTIONS"]["connect_timeout"] == 9
    assert told["OPTIONS"]["options"] == "-c jit=on"


def test_sqlite_takes_its_write_lock_at_once():
    assert databases.sqlite("plan.sqlite3")["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
