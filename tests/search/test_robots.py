"""Robots are told where the list of pages is, and may read whatever says itself what it is."""

from urllib.robotparser import RobotFileParser

import pytest
from wagtail.models import Site

pytestmark = pytest.mark.django_db


@pytest.fixture
def robots(client):
    """What robots are told, and how they understand it."""
    answer = client.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    parser = RobotFileParser()
    parser.parse(answer.content.decode().splitlines())
    return parser


def test_everything_may_be_read_but_the_admin(home, robots):
    assert robots.can_fetch("Googlebot", "/atgardsplan/")
    assert robots.can_fetch("Googlebot", "/stod-och-rad/")
    assert not robots.can_fetch("Googlebot", "/redaktion/")
    assert not robots.can_fetch("Googlebot", "/redaktion/pages/3/")


def test_search_results_may_be_read_since_they_say_that_they_are_not_to_be_shown(home, robots):
    assert robots.can_fetch("Googlebot", "/sok/?q=torg")


def test_they_are_told_where_the_sitemap_is(home, robots):
    assert robots.site_maps() == [
        "http://localhost/sitemap.xml",
        "http://localhost/sitemap-nyheter.xml",
    ]


def test_a_site_that_nobody_has_laid_out_answers_too(client, db):
    Site.objects.all().delete()

    assert "http://testserver/sitemap.xml" in client.get("/robots.txt").content.decode()
    assert client.get("/sitemap.xml").status_code == 200
