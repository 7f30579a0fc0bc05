"""How the site talks to its database: SQLite under var/, or a server."""

from pathlib import Path

import dj_database_url


def sqlite(path: Path | str) -> dict:
    """SQLite as a site with several writers needs it: WAL, write locks taken at once, patience."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def server(url: str) -> dict:
    """A database server as its address says; one that does not answer is not waited for.

    PostgreSQL compiles no query to machine code: it takes longer than the queries of a page,
    which it believes to be dear since they ask about all that stands above one.
    """
    told = dj_database_url.parse(url, conn_max_age=60)
    if told["ENGINE"].endswith("postgresql"):
        ours = {"connect_timeout": 3, "tcp_user_timeout": 10_000, "options": "-c jit=off"}
        told["OPTIONS"] = ours | told.get("OPTIONS", {})
    return told
