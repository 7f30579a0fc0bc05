"""The form of a new article asks for little, and has room for the text from the start."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.signals import init_new_page

from news.models import NewsPage
from tests.admin_forms import parsed
from tests.factories import NewsPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(client, news):
    """The form for a new article."""
    user = get_user_model().objects.create_superuser("admin", "admin@example.se", "hemligt")
    client.force_login(user)
    answer = client.get(reverse("wagtailadmin_pages:add", args=["news", "newspage", news.pk]))
    return parsed(answer.content)


def test_only_title_lead_text_and_picture_are_seen_and_the_rest_is_folded(form):
    content = form.select_one("#tab-innehall, [id^=tab-inneh]")
    (folded,) = content.select(".w-panel.collapsed")
    below = {field["data-contentpath"] for field in folded.select("[data-contentpath]")}
    seen = {field["data-contentpath"] for field in content.select("[data-contentpath]")} - below

    assert seen == {"title", "summary", "body", "picture"}
    assert below == {"published_on"}
    assert "Åtgärder som nyheten handlar om" in folded.text


def test_the_text_can_be_written_without_choosing_a_block_first(form):
    data = json.loads(form.select_one("#body")["data-w-block-arguments-value"])

    assert [block["type"] for block in data[0]] == ["paragraph"]


def test_an_article_that_has_a_text_keeps_it(news):
    page = NewsPageFactory.build(parent=news, body=[("heading", {"text": "Nytt", "level": "h2"})])
    init_new_page.send(sender=None, page=page, parent=news)

    assert [block.block_type for block in page.body] == ["heading"]
    assert isinstance(page, NewsPage)
