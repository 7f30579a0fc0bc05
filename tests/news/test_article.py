"""An article as residents read it."""

import datetime

import pytest
import wagtail_factories
from django.core.exceptions import ValidationError
from wagtail.models import Page, PageViewRestriction

from news.models import NewsMeasure, NewsPage
from tests.factories import MeasurePageFactory, NewsPageFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


def picture(alt_text="Torget i kvällsljus", decorative=False, **image):
    """The lead picture, as a form or an import gives it."""
    image = wagtail_factories.ImageFactory(title="Torget", **image)
    value = {"image": {"image": image.pk, "alt_text": alt_text, "decorative": decorative}}
    return [{"type": "picture", "value": {**value, "caption": "Nya lampor."}}]


def refused(**values):
    """What stops an article with these values from being published."""
    plain = {
        "title": "Nytt ljus på torget",
        "summary": "Torget har fått ny belysning.",
        "body": [("paragraph", "<p>Nu är det klart.</p>")],
    }
    return NewsPage(**{**plain, **values}).publication_errors()


def about(article, *measures):
    """Say that the article is about the measures."""
    for measure in measures:
        article.measure_links.add(NewsMeasure(measure=measure))
    article.save_revision().publish()


def test_it_tells_who_published_it_and_when(client, news):
    article = NewsPageFactory(
        parent=news,
        publisher=OrganisationFactory(name="Kommunikationsenheten"),
        published_on=datetime.date(2026, 5, 3),
        reviewed_on=datetime.date(2026, 6, 1),
    )

    text = " ".join(client.get(article.url).text.split())

    assert "Publicerad av Kommunikationsenheten." in text
    assert 'Publicerad <time datetime="2026-05-03">3 maj 2026</time>.' in text
    assert "Uppdaterad <time" in text
    assert 'Senast granskad <time datetime="2026-06-01">1 juni 2026</time>.' in text


def test_its_picture_comes_first_with_alt_text_and_photographer(client, news):
    article = NewsPageFactory(parent=news, picture=picture(photographer="Eva Exempel"))

    text = client.get(article.url).text

    assert 'alt="Torget i kvällsljus"' in text
    assert "Bild: Eva Exempel" in text
    assert 'loading="eager"' in text
    assert text.index("<picture>") < text.index("Torget har fått ny belysning")


def test_it_names_the_measures_it_is_about_that_readers_may_see(client, news, focus_area):
    public, draft, private = (
        MeasurePageFactory(parent=focus_area, title=title, live=title != "Utkastet")
        for title in ("Ett tryggare torg", "Utkastet", "Den hemliga")
    )
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    article = NewsPageFactory(parent=news)
    about(article, public, draft, private)

    text = client.get(article.url).text

    assert "Åtgärder som nyheten handlar om" in text
    assert "Ett tryggare torg" in text
    assert "Utkastet" not in text
    assert "Den hemliga" not in text


def test_it_costs_five_queries_at_most(client, news, focus_area, django_assert_max_num_queries):
    article = NewsPageFactory(
        parent=news,
        publisher=OrganisationFactory(),
        picture=picture(photographer="Eva Exempel"),
    )
    about(article, *(MeasurePageFactory(parent=focus_area) for _ in range(5)))
    client.get(article.url)

    with django_assert_max_num_queries(5):
        client.get(article.url)


def test_an_article_with_everything_is_not_refused():
    assert refused() == {}


@pytest.mark.parametrize("summary", ["", "   "])
def test_an_article_without_a_lead_is_refused(summary):
    assert list(refused(summary=summary)) == ["summary"]


@pytest.mark.parametrize("body", [[], [("note", "Skriv klart det här.")]])
def test_an_article_that_says_nothing_to_readers_is_refused(body):
    assert list(refused(body=body)) == ["body"]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"alt_text": "", "photographer": "Eva Exempel"}, "vad bilden visar"),
        ({"decorative": True, "photographer": "Eva Exempel"}, "vad bilden visar"),
        ({"photographer": " "}, "saknar fotograf"),
    ],
)
def test_a_picture_that_lacks_something_is_refused(news, given, words):
    article = NewsPageFactory(parent=news, live=False, picture=picture(**given))

    assert words in " ".join(article.publication_errors()["picture"])
    with pytest.raises(ValidationError):
        article.save_revision().publish()
    assert not Page.objects.get(pk=article.pk).live


def test_a_copy_is_another_article_with_a_day_of_its_own(news):
    article = NewsPageFactory(parent=news, import_digest="0" * 64)

    copy = article.copy(update_attrs={"slug": "kopia"}, keep_live=False)

    assert (copy.import_digest, copy.published_on) == ("", None)
