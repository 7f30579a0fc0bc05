"""An address leads to its page, and what is found on the way is not asked for again."""

import pytest
from django.http import Http404
from wagtail.models import PageViewRestriction

from foundation.frame import current_frame
from foundation.routing import MAX_STEPS
from tests import noting
from tests.factories import (
    CampaignPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    StatusUpdatePageFactory,
    SupportPageFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
@noting.once
def update(measure):
    """A page as deep down as pages lie."""
    return StatusUpdatePageFactory(parent=measure)


@pytest.fixture
def route(rf, home):
    """Lead an address to its page as the site does when the frame is warm."""

    def route(address):
        request = rf.get(address)
        request.frame = current_frame()
        request.safe_branch = False
        steps = [step for step in address.split("/") if step]
        page, _, _ = request.frame.site.root_page.specific.route(request, steps)
        page.request = request
        return page

    return route


def test_the_way_costs_two_queries_however_long(django_assert_num_queries, route, plan, update):
    route(update.url)
    for page in (plan, update):
        with django_assert_num_queries(2):
            assert route(page.url) == page


def test_the_page_knows_those_above_it_and_that_nobody_is_shut_out(
    django_assert_num_queries, route, home, plan, area, measure, update
):
    routed = route(update.url)

    with django_assert_num_queries(0):
        assert [page.title for page in routed.breadcrumb] == [
            page.title for page in (home, plan, area, measure)
        ]
        assert not routed.get_view_restrictions()


def test_a_page_brings_the_relations_that_it_shows(django_assert_num_queries, route, measure):
    routed = route(measure.url)

    with django_assert_num_queries(0):
        assert routed.responsible is None
        assert routed.publisher is None


@pytest.mark.parametrize(
    "address",
    [
        "/finns-inte/",
        "/atgardsplan/finns-inte/",
        "/atgardsplan/trygga-platser/finns-inte/",
        "/ATGARDSPLAN/",
        "/start/",
        "/start/atgardsplan/",
        "/atgardsplan/atgardsplan/",
        "/" + "x/" * (MAX_STEPS + 1),
        "/" + "x/" * 500,
    ],
)
def test_no_page_answers_at_an_address_that_is_nobodys(client, route, area, address):
    with pytest.raises(Http404):
        route(address)
    assert client.get(address).status_code == 404


def test_a_draft_has_no_address_and_neither_has_what_lies_below_it(client, area):
    draft = MeasurePageFactory(parent=area, live=False)
    below = StatusUpdatePageFactory(parent=draft)

    assert client.get(draft.url).status_code == 404
    assert client.get(below.url).status_code == 404


def test_two_pages_may_have_the_same_last_step(client, plan, area, measure):
    other = MeasurePageFactory(parent=area, slug=area.slug)

    assert client.get(other.url).context["page"].pk == other.pk
    assert client.get(area.url).context["page"].pk == area.pk


def test_a_private_page_asks_who_comes_also_where_the_restriction_lies_above(route, area, update):
    PageViewRestriction.objects.create(page=area, restriction_type=PageViewRestriction.LOGIN)

    assert route(update.url).get_view_restrictions()


@pytest.fixture
def campaign(home):
    """A campaign in the safe branch."""
    return CampaignPageFactory(parent=SupportPageFactory(parent=home, safe_mode=True))


def test_a_page_in_a_safe_branch_leaves_no_traces(client, campaign):
    for page in (campaign, campaign.get_parent()):
        answer = client.get(page.url)
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "no-store"
        assert answer["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("below", ["finns-inte/", "a/b/c/", "x/" * 40])
def test_not_even_an_address_in_a_safe_branch_where_there_is_nothing(client, campaign, below):
    answer = client.get(campaign.url + below)

    assert answer.status_code == 404
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "Lämna sidan" in answer.content.decode()


def test_nor_one_where_the_page_was_taken_away(client, campaign):
    campaign.unpublish()

    answer = client.get(campaign.url)

    assert answer.status_code == 410
    assert answer["Cache-Control"] == "no-store"


def test_other_pages_may_be_kept_but_not_the_answer_that_there_is_nothing(client, plan):
    assert "Cache-Control" not in client.get(plan.url)
    assert client.get("/finns-inte/")["Cache-Control"] == "private, no-cache"


def test_a_page_is_told_of_no_keys_of_the_query_but_its_own(client, home):
    news = NewsIndexPageFactory(parent=home)

    answer = client.get(news.url, {"sida": "1", "utm_source": "brev"})

    assert answer.status_code == 200
    assert answer.wsgi_request.GET.dict() == {"sida": "1"}
