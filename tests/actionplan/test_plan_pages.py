"""What a resident reads about the plan, its areas and its measures, and what it costs."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from actionplan.status import MeasureStatus
from foundation.contacts import TargetGroup
from foundation.precise_date import PreciseDate
from tests.factories import (
    FocusAreaPageFactory,
    MeasurePageFactory,
    OrganisationFactory,
    PlanPageFactory,
    StatusUpdatePageFactory,
)
from tests.many_measures import add_measures
from tests.queries import queries_warm

# The plan


@pytest.mark.django_db
def test_the_plan_tells_who_decided_it_and_by_which_law(client, home):
    plan = PlanPageFactory.build(
        decided_by="Kommunstyrelsen",
        decided_on=PreciseDate.of_month(2024, 6),
        purpose="Minska brottsligheten.",
        about_the_list="Listan är inte fullständig.",
    )
    plan.partners = [OrganisationFactory(name="Kommunpolisen")]
    home.add_child(instance=plan)
    page = client.get(plan.url).text

    assert "Kommunstyrelsen, juni\u00a02024" in page
    assert "lagen (2023:196)" in page
    assert "Länk till annan webbplats" in page
    assert "Minska brottsligheten." in page
    assert "Kommunpolisen" in page
    assert "Listan är inte fullständig." in page


@pytest.mark.django_db
def test_the_plan_lists_its_measures_by_focus_area_with_their_status(client, plan, area, measure):
    school = FocusAreaPageFactory(parent=plan, title="Skola")
    MeasurePageFactory(parent=school, title="Fler med behörighet")
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.DONE)
    page = client.get(plan.url).text
    rows = page.partition("</details>")[2]

    assert rows.index("Trygga platser") < rows.index("Ett tryggare torg") < rows.index("Skola")
    assert rows.index("Skola") < rows.index("Fler med behörighet")
    assert 'aria-label="Planerad: 1, Genomförd: 1"' in page


@pytest.mark.django_db
def test_an_empty_plan_says_so(client, plan):
    assert "Inga åtgärder är publicerade än." in client.get(plan.url).text


@pytest.mark.django_db
def test_what_is_hidden_is_hidden_in_the_plan_too(client, plan, area, measure):
    private = FocusAreaPageFactory(parent=plan, title="Hemligt område")
    MeasurePageFactory(parent=private, title="Hemlig åtgärd")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    MeasurePageFactory(parent=area, title="Utkast", live=False)
    area.unpublish()
    page = client.get(plan.url).text

    for hidden in ("Hemligt område", "Hemlig åtgärd", "Utkast", "Ett tryggare torg"):
        assert hidden not in page


@pytest.mark.django_db
def test_an_old_plan_stays_and_names_the_one_that_holds(client, home, plan):
    new = PlanPageFactory(parent=home, title="Nya planen", slug="nya-planen")
    plan.superseded_by = new
    plan.save_revision().publish()
    page = client.get(plan.url).text

    assert page.index("<h1") < page.index("Planen är ersatt av") < page.index("Alla åtgärder")
    assert f'<a href="{new.url}">Nya planen</a>' in page


@pytest.mark.django_db
def test_a_plan_is_only_replaced_by_one_that_a_reader_can_be_sent_to(home, plan):
    newest = PlanPageFactory(parent=home, title="Nyaste planen", slug="nyaste-planen")
    newer = PlanPageFactory(
        parent=home, title="Nya planen", slug="nya-planen", superseded_by=newest
    )
    draft = PlanPageFactory(parent=home, title="Utkast", slug="utkast", live=False)

    for successor, words in (
        (plan, "ersättas av sig själv"),
        (draft, "inte publicerad"),
        (newer, "själv ersatt"),
    ):
        plan.superseded_by = successor
        with pytest.raises(ValidationError, match=words) as refused:
            plan.save_revision().publish()
        assert set(refused.value.message_dict) == {"superseded_by"}
    plan.superseded_by = newest
    plan.save_revision().publish()
    assert plan.successor == newest


@pytest.mark.django_db
def test_the_law_check_does_not_answer_before_it_exists(client, plan):
    assert client.get(f"{plan.url}lagen/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["indikatorer", "undersokningar", "lagen", "vad-har-hant"])
def test_no_focus_area_takes_an_address_that_the_plan_itself_uses(plan, slug):
    area = FocusAreaPageFactory.build(title="Skola", slug=slug)

    assert area.reserved_slug_errors(plan)


@pytest.mark.django_db
def test_the_plan_costs_the_same_few_queries_however_many_measures_it_has_and_shows(
    client, plan, area
):
    same = [f"{plan.url}{query}" for query in ("", "?visa=alla", "?status=pagar")]
    asked = []
    for more in (10, 190, 800):
        add_measures(area, more, updates_each=2)
        asked.append([queries_warm(client, address) for address in same])
        for query in ("?status=pagar&omrade=trygga-platser", "?tid=forsenad", "?visa=alla&sida=2"):
            assert queries_warm(client, f"{plan.url}{query}") <= 10, query
        assert queries_warm(client, f"{plan.url}vad-har-hant/?sedan=2020") <= 10
        for query in ("", "?sida=2", "?visa=alla"):
            assert queries_warm(client, f"{area.url}{query}") <= 9, query

    assert asked == [asked[0]] * 3
    assert max(asked[0]) <= 10


@pytest.mark.django_db
def test_a_long_focus_area_is_shown_a_hundred_measures_at_a_time(client, area):
    add_measures(area, 230)
    noindex = '<meta name="robots" content="noindex">'
    first, last, whole, past = (
        client.get(f"{area.url}{query}").text for query in ("", "?sida=3", "?visa=alla", "?sida=99")
    )

    assert [
        text.split('id="atgarder"')[1].count('<li class="measure">')
        for text in (first, last, whole)
    ] == [100, 30, 230]
    assert "Sida 1 av 3: åtgärd 1–100 av 230." in first
    assert f'<a href="{area.url}?sida=2#atgarder" rel="next">Nästa sida</a>' in first
    assert "Sida 3 av 3: åtgärd 201–230 av 230." in last
    assert f'<a href="{area.url}?sida=2#atgarder" rel="prev">' in last
    assert f'<a href="{area.url}?visa=alla#atgarder">' in last
    assert f"Skriv ut alla åtgärder från {area.full_url}?visa=alla" in last
    assert ", sida 3 av 3 –" in last.split("</title>")[0]
    assert [noindex in text for text in (first, last, whole)] == [False, True, True]
    assert "Sida 3 av 3" in past
    assert "Sida 1 av" not in whole


# What is chosen


@pytest.mark.django_db
def test_what_is_chosen_is_shown_said_and_kept_from_search_engines(client, plan, area, measure):
    school = FocusAreaPageFactory(parent=plan, title="Skola")
    MeasurePageFactory(parent=school, title="Fler med behörighet")
    canonical = f'<link rel="canonical" href="{plan.full_url}">'
    noindex = '<meta name="robots" content="noindex">'
    whole = client.get(plan.url).text
    some = client.get(plan.url, {"omrade": "skola"}).text

    assert "Alla 2 åtgärder." in whole
    assert noindex not in whole
    assert "1 av 2 åtgärder: i området Skola." in some
    assert "Fler med behörighet" in some
    assert "Ett tryggare torg" not in some
    assert noindex in some
    assert canonical in whole
    assert canonical in some


@pytest.mark.django_db
def test_a_choice_that_nothing_fits_says_so_and_how_to_go_on(client, plan, measure):
    page = client.get(plan.url, {"status": "pagar", "tid": "forsenad"}).text

    assert "Ingen av 1 åtgärd: pågår, försenade." in page
    assert "Utan ”Pågår”: 0 åtgärder" in page
    assert f'<a class="every" href="{plan.url}#atgarder">' in page


@pytest.mark.django_db
def test_an_address_that_says_nothing_known_still_shows_the_plan(client, plan, measure):
    for query in ("status=%00&omrade=%ff&tid=" + "x" * 10_000, "sida=%00&visa=x&uppdaterad[]=1"):
        response = client.get(f"{plan.url}?{query}")

        assert response.status_code == 200
        assert "Ett tryggare torg" in response.text
        assert "xxxx" not in response.text


@pytest.mark.django_db
def test_target_groups_that_only_drafts_have_are_not_offered(client, plan, area, measure):
    draft = MeasurePageFactory(parent=area, live=False)
    for page, name in ((measure, "Ungdomar"), (draft, "Hemliga gruppen")):
        page.target_groups = [TargetGroup.objects.create(name=name)]
        page.save()
    page = client.get(plan.url).text

    assert "Ungdomar (1)" in page
    assert "Hemliga gruppen" not in page


@pytest.mark.django_db
def test_a_long_list_is_parted_and_can_be_had_on_one_page(client, plan, area):
    add_measures(area, 101)
    pages = [client.get(plan.url, {"sida": number}).text for number in (1, 2)]
    whole = client.get(plan.url, {"visa": "alla"}).text

    assert [page.count('class="measure"') for page in pages] == [100, 1]
    assert f'href="{plan.url}?visa=alla#atgarder"' in pages[0]
    assert f'href="{plan.url}?sida=2#atgarder"' in pages[0]
    assert "(fortsättning)" in pages[1]
    assert ["sida 2 av 2 – " in page for page in pages] == [False, True]
    assert whole.count('class="measure"') == 101
    assert '<meta name="robots" content="noindex">' in whole


@pytest.mark.django_db
def test_the_plan_can_be_searched_from_its_own_page(client, plan, measure):
    form = BeautifulSoup(client.get(plan.url).content, "html.parser").select_one("[role=search]")
    question = {one["name"]: one.get("value", "torget") for one in form.select("input")}

    answer = client.get(form["action"], question).text

    assert "Du söker bara i Åtgärdsplanen." in answer
