"""The day that stands on an article."""

import datetime
from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from foundation.scheduled_publishing import publish_due
from news.models import NewsPage
from tests.factories import NewsPageFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def refusal(**values):
    """Why an article with these values may not be published, if that is because of its day."""
    return NewsPage(**values).publication_errors().get("published_on")


def test_an_article_without_a_day_gets_that_of_its_first_publication(news):
    article = NewsPageFactory(parent=news, published_on=None)
    assert article.published_on == timezone.localdate()


def test_the_day_that_the_editor_wrote_stays(news):
    article = NewsPageFactory(parent=news, published_on=datetime.date(2024, 7, 2))
    article.save_revision().publish()

    article.refresh_from_db()
    assert article.published_on == datetime.date(2024, 7, 2)


def test_an_emptied_day_becomes_that_of_the_first_publication_and_not_of_the_latest(news):
    article = NewsPageFactory(parent=news)
    NewsPage.objects.filter(pk=article.pk).update(
        first_published_at=datetime.datetime(2026, 2, 1, 23, 30, tzinfo=datetime.UTC)
    )
    article.refresh_from_db()
    article.published_on = None
    article.save_revision().publish()

    article.refresh_from_db()
    assert article.published_on == datetime.date(2026, 2, 2), "it was past midnight in Stockholm"


def test_a_draft_has_no_day(news):
    article = NewsPageFactory(parent=news, published_on=None, live=False)
    article.save_revision()

    assert article.get_latest_revision_as_object().published_on is None


def test_a_scheduled_article_gets_its_day_when_its_moment_comes(news):
    moment = timezone.now() + 3 * DAY
    article = NewsPageFactory(parent=news, published_on=None, go_live_at=moment)
    assert (article.live, article.published_on) == (False, None)

    with patch("django.utils.timezone.now", return_value=moment + datetime.timedelta(minutes=1)):
        publish_due()

    article.refresh_from_db()
    assert (article.live, article.published_on) == (True, timezone.localdate(moment))


def test_today_is_accepted_and_tomorrow_is_not():
    today = timezone.localdate()
    assert refusal(published_on=today) is None
    assert "i framtiden" in refusal(published_on=today + DAY)[0]


def test_a_scheduled_article_may_bear_the_day_it_goes_live_but_none_later():
    moment = timezone.now() + 3 * DAY
    day = timezone.localdate(moment)

    assert refusal(published_on=day, go_live_at=moment) is None
    assert "schemalagd" in refusal(published_on=day + DAY, go_live_at=moment)[0]


def test_a_moment_that_has_passed_is_no_schedule():
    today = timezone.localdate()
    long_ago = timezone.now() - 10 * DAY

    assert refusal(published_on=today, go_live_at=long_ago) is None
    assert "i framtiden" in refusal(published_on=today + DAY, go_live_at=long_ago)[0]


def test_no_way_leads_past_the_rule(news):
    article = NewsPageFactory(
        parent=news, live=False, published_on=timezone.localdate() + datetime.timedelta(days=400)
    )
    with pytest.raises(ValidationError) as refused:
        article.save_revision().publish()
    assert "i framtiden" in refused.value.message_dict["published_on"][0]
