"""Support for somebody in danger, as she meets it."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from foundation.contacts import HelpContact
from news.models import SupportPage
from tests.factories import CampaignPageFactory, HelpContactFactory, SupportPageFactory
from tests.safe_pages import traces_of

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def shown(client, page):
    """The text of the page, with spaces and line breaks evened out."""
    return " ".join(client.get(page.url).text.split())


def test_it_is_in_safe_mode_whatever_anybody_does(support):
    assert SupportPage().safe_mode
    assert "safe_mode" not in SupportPage.get_edit_handler().get_form_class().base_fields
    support.safe_mode = False
    with pytest.raises(ValidationError, match="alltid skyddat läge"):
        support.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        SupportPage.objects.update(safe_mode=False)


def test_it_leaves_no_traces_and_offers_the_way_out_first(client, support):
    response = client.get(support.url)

    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "Set-Cookie" not in response
    assert response.text.index("Lämna sidan snabbt") < response.text.index("Hoppa till innehållet")


def test_it_is_honest_about_what_the_button_does(client, support):
    text = shown(client, support)
    assert "Knappen Lämna sidan snabbt tar dig härifrån direkt. Den raderar inte" in text


def test_its_title_in_the_browser_is_neutral_though_nobody_wrote_one(client, support):
    page = SupportPageFactory(parent=support, title="När någon slår dig", slug="rad")

    text = shown(client, page)

    assert "<title>Stöd och råd – " in text
    assert "<h1>När någon slår dig</h1>" in text


def test_every_published_number_is_shown_in_its_order(client, support):
    HelpContactFactory(name="Kvinnofridslinjen", phone="020-50 50 50", sort_order=2)
    HelpContactFactory(name="Nödläge", phone="112", sort_order=1)
    HelpContactFactory(name="Okontrollerad", phone="020-00 00 00", live=False)

    text = shown(client, support)

    assert text.index('href="tel:112"') < text.index('href="tel:020505050"')
    assert "Okontrollerad" not in text


def test_numbers_that_the_editor_placed_in_the_text_are_not_shown_twice(client, support):
    chosen = HelpContactFactory(name="Nödläge", phone="112")
    HelpContactFactory(name="Kvinnofridslinjen", phone="020-50 50 50")
    value = {"heading": "Ring", "contacts": [chosen.pk]}
    page = SupportPageFactory(
        parent=support, slug="rad", body=[{"type": "help_contacts", "value": value}]
    )

    text = shown(client, page)

    assert text.count('href="tel:112"') == 1
    assert "tel:020505050" not in text


@pytest.mark.parametrize(("days_ago", "hours_shown"), [(30, True), (200, False)])
def test_hours_are_shown_while_they_are_fresh_and_the_number_always(
    client, support, days_ago, hours_shown
):
    verified_on = timezone.localdate() - days_ago * DAY
    HelpContactFactory(phone="020-50 50 50", hours="dygnet runt", verified_on=verified_on)

    text = shown(client, support)

    assert ("Dygnet runt." in text) is hours_shown
    assert 'href="tel:020505050"' in text


def test_it_says_who_else_can_see_that_one_has_called(client, support):
    HelpContactFactory(phone_bill=HelpContact.PhoneBill.HIDDEN)

    text = shown(client, support)

    assert "Syns samtalet på telefonräkningen? Nej." in text
    assert "Alla samtal finns kvar i telefonens egen samtalslista" in text


def test_pages_below_it_are_named_and_drafts_are_not(client, support):
    SupportPageFactory(parent=support, title="Så döljer du ditt besök", slug="besok")
    SupportPageFactory(parent=support, title="Halvfärdig", slug="halv", live=False)

    text = shown(client, support)

    assert '<a href="/stod-och-rad/besok/">Så döljer du ditt besök</a>' in text
    assert "Halvfärdig" not in text


def test_each_campaign_stands_under_what_it_is_today(client, support):
    today = timezone.localdate()
    for title, starts_on, ends_on in (
        ("Länge slut", today - 70 * DAY, today - 60 * DAY),
        ("Slut i går", today - 7 * DAY, today - DAY),
        ("Pågår", today, today),
        ("Utan dag", None, None),
        ("Börjar i morgon", today + DAY, today + 7 * DAY),
    ):
        CampaignPageFactory(
            parent=support,
            title=title,
            starts_on=starts_on,
            ends_on=ends_on,
            is_example=title == "Utan dag",
        )
    CampaignPageFactory(parent=support, title="Ett utkast", live=False)
    page = client.get(support.url).text

    order = ("som pågår", "Pågår", "som kommer", "Börjar i morgon", "Utan dag")
    order = (*order, "Tidigare kampanjer", "Slut i går", "Länge slut")
    places = [page.index(f"{words}</") for words in order]
    assert places == sorted(places)
    assert "Tiden är inte bestämd</span>" in page
    assert page.count("Exempeldata") == 1
    assert "Ett utkast" not in page


def test_there_is_no_heading_without_campaigns(client, support):
    assert (
        "ampanjer"
        not in client.get(support.url).text[client.get(support.url).text.index("<main") :]
    )


def test_it_costs_eight_queries_at_most(client, support, django_assert_max_num_queries):
    today = timezone.localdate()
    for number in range(5):
        HelpContactFactory(name=f"Linje {number}")
        SupportPageFactory(parent=support, slug=f"sida-{number}")
        CampaignPageFactory(parent=support, slug=f"k-{number}", starts_on=today, ends_on=today)
    client.get(support.url)

    with django_assert_max_num_queries(8):
        client.get(support.url)


def test_it_stands_at_most_three_steps_below_the_start_page(support):
    below = SupportPageFactory(parent=support, slug="a")
    lowest = SupportPageFactory(parent=below, slug="b")

    assert SupportPage.can_create_at(below)
    assert not SupportPage.can_create_at(lowest)
    assert not SupportPageFactory(parent=support, slug="c").can_move_to(lowest)


def test_a_branch_is_not_moved_deeper_than_it_may_stand(support):
    branch = SupportPageFactory(parent=support, slug="a")
    SupportPageFactory(parent=branch, slug="b")
    other = SupportPageFactory(parent=support, slug="c")

    assert not branch.can_move_to(other)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"slug": "vald-i-hemmet"}, "slug"),
        ({"safe_title": "Våld i nära relationer"}, "safe_title"),
        ({"summary": ""}, "summary"),
    ],
)
def test_a_page_that_would_give_its_reader_away_is_refused(support, values, field):
    with pytest.raises(ValidationError) as refused:
        SupportPageFactory(parent=support, **values)
    assert field in refused.value.message_dict


@pytest.mark.parametrize("name", ["finns-inte/", "finns-inte", "hjälp.html", "ring nu/", "%ff/"])
def test_an_address_that_is_not_there_leaves_no_traces_and_offers_the_way_out(
    client, support, name
):
    response = client.get(f"{support.url}{name}", follow=True)

    assert response.status_code == 404
    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "Lämna sidan snabbt" in response.text
    assert not traces_of(response.text)
