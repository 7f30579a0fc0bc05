"""What those who watch over the site are told."""

import pytest
from django.core.cache import cache
from django.db import connection

from delivery import health


def test_a_living_process_says_so_without_asking_the_database(client):
    # Without the mark of a database test, any query would fail here.
    response = client.get("/halsa/lever")

    assert response.status_code == 200
    assert response.content == b"lever\n"
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


@pytest.mark.django_db
def test_a_site_with_database_migrations_and_cache_is_ready(client):
    response = client.get("/halsa/redo")

    assert response.status_code == 200
    parts = response.json()["delar"]
    assert {"databas", "migreringar", "cache"} <= set(parts)
    assert all(parts.values())
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_a_site_whose_database_is_away_is_alive_but_not_ready(client, monkeypatch):
    def away(*args, **kwargs):
        raise OSError("away")

    monkeypatch.setattr(connection, "cursor", away)

    assert client.get("/halsa/lever").status_code == 200
    response = client.get("/halsa/redo")
    assert response.status_code == 503
    assert response.json()["delar"]["databas"] is False
    assert "away" not in response.text


@pytest.mark.django_db
def test_a_site_that_cannot_remember_is_not_ready(client, monkeypatch):
    monkeypatch.setattr(cache, "set", lambda *args, **kwargs: None)
    cache.delete("halsa")

    assert client.get("/halsa/redo").status_code == 503


@pytest.mark.django_db
def test_a_database_behind_the_code_is_not_ready(monkeypatch):
    monkeypatch.setattr(
        "delivery.health.MigrationExecutor.migration_plan", lambda *args: ["a step to take"]
    )

    assert health.is_migrated() is False


@pytest.mark.django_db
def test_what_an_app_registers_counts_too(client, monkeypatch):
    monkeypatch.setitem(health._checks, "provet", lambda: False)

    response = client.get("/halsa/redo")

    assert response.status_code == 503
    assert response.json()["delar"]["provet"] is False


@pytest.mark.parametrize("address", ["/halsa/lever", "/halsa/redo"])
def test_health_is_for_reading_only(client, address):
    assert client.post(address).status_code == 405
