"""The desk: the first screen after login says what waits for this person, why, and where to do it."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from delivery import generation
from foundation.precise_date import PreciseDate
from foundation.settings import SiteSettings
from home.desk.forms import form_of
from home.layout import UNNAMED
from tests.admin_forms import edit_address
from tests.days import days_ago, in_days
from tests.factories import (
    HelpContactFactory,
    MeasurePageFactory,
    NewsPageFactory,
    StatusUpdatePageFactory,
    SupportPageFactory,
)

pytestmark = pytest.mark.django_db


def planned(days):
    return PreciseDate.of_day(in_days(days))


def test_a_measure_whose_follow_up_is_missed_waits_with_the_button_for_a_new_update(
    area, person, desk
):
    measure = MeasurePageFactory(parent=area, title="Mörka gångvägar", next_follow_up=planned(-3))
    MeasurePageFactory(parent=area, title="Långt kvar", next_follow_up=planned(200))

    ((title, reason, address),) = desk(person("Samordnare"))["Åtgärder som behöver en lägesrapport"]

    assert title == "Mörka gångvägar"
    assert reason == measure.freshness_sentence
    assert address == f"/redaktion/pages/add/actionplan/statusupdatepage/{measure.pk}/"


def test_a_follow_up_that_is_near_stands_by_itself_until_it_has_been_reported(area, person, desk):
    measure = MeasurePageFactory(parent=area, next_follow_up=planned(10))
    coordinator = person("Samordnare")

    assert len(desk(coordinator)["Uppföljningar som närmar sig"]) == 1

    StatusUpdatePageFactory(parent=measure, fact_on=in_days(0))
    assert "Uppföljningar som närmar sig" not in desk(coordinator)


def test_a_draft_waits_for_the_one_who_wrote_it(area, person, desk):
    mine, theirs = person("Samordnare"), person("Kommunikatör")
    measure = MeasurePageFactory(parent=area, title="Torget")
    measure.title = "Torget i ny form"
    measure.save_revision(user=mine)

    ((title, reason, address),) = desk(mine)["Dina utkast"]

    assert title == "Torget i ny form"
    assert "Ändringen är inte publicerad." in reason
    assert address == edit_address(measure)
    assert "Dina utkast" not in desk(theirs)


def test_a_number_that_nobody_has_checked_waits_for_those_whose_check_can_be_public(person, desk):
    HelpContactFactory(name="Gammal linje", verified_on=days_ago(500))
    HelpContactFactory(name="Ny linje", verified_on=in_days(0))

    ((title, reason, address),) = desk(person("Kommunikatör"))["Hjälpkontakter att kontrollera"]

    assert title.startswith("Gammal linje")
    assert reason.startswith("Senast kontrollerat den")
    assert "helpcontact/edit" in address
    # The coordinator can only write a draft, and with four eyes on send it to somebody.
    coordinator = person("Samordnare")
    assert "Hjälpkontakter att kontrollera" not in desk(coordinator)
    SiteSettings.objects.update(four_eyes=True)
    assert "Hjälpkontakter att kontrollera" in desk(coordinator)


def test_a_changed_number_waits_for_those_who_may_publish_it_when_its_writer_may_not(person, desk):
    heading = "Hjälpkontakter att publicera"
    writer, publisher = person("Samordnare"), person("Kommunikatör")
    contact = HelpContactFactory(name="Linjen", phone="020-50 50 50", verified_on=in_days(0))
    contact.hours = "dygnet runt"
    contact.save_revision(user=writer)

    ((title, reason, address),) = desk(publisher)[heading]

    assert (title, address) == ("Linjen, 020-50 50 50", form_of(contact, publisher))
    assert reason.startswith(f"{writer.username} ändrade den")
    assert heading not in desk(writer)
    assert "Dina utkast" in desk(writer)
    # Sent for approval instead.
    SiteSettings.objects.update(four_eyes=True)
    assert heading not in desk(publisher)
    SiteSettings.objects.update(four_eyes=False)
    # What the publisher goes on with is a draft of their own.
    contact.save_revision(user=publisher)
    assert heading not in desk(person("Granskare"))


def test_an_old_page_waits_for_those_who_may_change_it_and_an_old_article_for_nobody(
    home, news_index, person, desk
):
    page = SupportPageFactory(parent=home, title="Om oss", reviewed_on=days_ago(500))
    NewsPageFactory(parent=news_index, title="En dag", reviewed_on=days_ago(500))

    ((title, reason, address),) = desk(person("Kommunikatör"))["Sidor att granska"]

    assert (title, address) == ("Om oss", edit_address(page))
    assert reason.startswith("Granskades senast den")
    assert "Sidor att granska" not in desk(person("Samordnare"))


def test_the_first_screen_greets_the_person_and_not_the_address_of_the_site(client, person):
    user = person("Samordnare")
    client.force_login(user)
    assert heading(client) == "Välkommen"

    user.first_name = "Kim"
    user.save()
    assert heading(client) == "Välkommen, Kim"


def heading(client):
    page = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    return page.h1.text.strip()


def test_who_has_nothing_waiting_is_told_so(client, person):
    client.force_login(person("Samordnare"))

    assert "Inget väntar på dig just nu." in client.get(reverse("wagtailadmin_home")).text


def test_nobody_is_shown_what_they_may_not_do(area, person, desk):
    MeasurePageFactory(parent=area, next_follow_up=planned(-3))

    assert "Åtgärder som behöver en lägesrapport" not in desk(person("Granskare"))


def test_many_things_to_do_ask_no_more_of_the_database_than_one(home, area, person, desk):
    coordinator = person("Kommunikatör")

    def one_more():
        measure = MeasurePageFactory(parent=area, next_follow_up=planned(-3))
        measure.save_revision(user=coordinator)
        HelpContactFactory(verified_on=days_ago(500))
        SupportPageFactory(parent=home, title=measure.title, reviewed_on=days_ago(500))

    def queries():
        with CaptureQueriesContext(connection) as asked:
            found = desk(coordinator)
        return len(asked), sum(map(len, found.values()))

    one_more()
    desk(coordinator)
    few, found = queries()
    for _ in range(6):
        one_more()

    assert queries() == (few, found + 6 * 4)


def test_whoever_may_change_the_settings_is_asked_which_municipality_it_is(person, desk):
    administrator = person("Systemförvaltare")
    assert "Uppgifter om webbplatsen" not in desk(administrator)

    SiteSettings.objects.update(**UNNAMED)
    generation.advance()

    ((title, _, address),) = desk(administrator)["Uppgifter om webbplatsen"]
    assert title == "Vilken kommun är det?"
    assert address == "/redaktion/settings/foundation/sitesettings/"
    assert "Uppgifter om webbplatsen" not in desk(person("Samordnare"))


def test_whoever_may_change_the_settings_is_told_a_month_before_the_contact_lapses(person, desk):
    administrator = person("Systemförvaltare")

    def until(days):
        SiteSettings.objects.update(
            security_contact="a@b.example",
            security_contact_until=in_days(days),
        )
        generation.advance()
        return [title for title, *_ in desk(administrator).get("Uppgifter om webbplatsen", [])]

    assert until(31) == []
    assert until(30) == ["Kontakten för säkerhetsfel"]
