"""The grammar of the whole tree, said once: what may lie below what, and how deep."""

import pytest
from django.template.loader import get_template
from wagtail.models import Page, get_page_models

from foundation.pages import BasePage
from foundation.visibility import MAX_DEPTH
from home.models import HomePage, StandardPage
from news.models import SupportPage

GRAMMAR = {
    "HomePage": {"PlanPage", "NewsIndexPage", "SupportPage", "StandardPage"},
    "PlanPage": {"FocusAreaPage", "IndicatorIndexPage", "SurveyIndexPage"},
    "FocusAreaPage": {"MeasurePage"},
    "MeasurePage": {"StatusUpdatePage"},
    "StatusUpdatePage": set(),
    "IndicatorIndexPage": {"IndicatorPage"},
    "IndicatorPage": set(),
    "SurveyIndexPage": {"SurveyPage"},
    "SurveyPage": set(),
    "NewsIndexPage": {"NewsPage"},
    "NewsPage": set(),
    "SupportPage": {"CampaignPage", "SupportPage"},
    "CampaignPage": set(),
    "StandardPage": {"StandardPage", "AccessibilityStatementPage"},
    "AccessibilityStatementPage": set(),
}

# Pages that may lie below their own kind, and how many can lie so above each other: the start
# page is the second in the tree.
BELOW_EACH_OTHER = {
    "SupportPage": SupportPage.MAX_DEPTH - 2,
    "StandardPage": StandardPage.DEEPEST - 2,
}

TYPES = [model for model in get_page_models() if model is not Page]
all_types = pytest.mark.parametrize("page_type", TYPES, ids=lambda model: model.__name__)


def test_the_types_are_those_of_the_grammar():
    assert {model.__name__ for model in TYPES} == set(GRAMMAR)


@all_types
def test_below_a_page_may_lie_what_the_grammar_says(page_type):
    below = {model.__name__ for model in page_type.allowed_subpage_models()}

    assert below == GRAMMAR[page_type.__name__]


def test_only_a_start_page_may_lie_at_the_root():
    assert [model for model in Page.allowed_subpage_models() if model in TYPES] == [HomePage]


def test_no_page_can_lie_deeper_than_the_rule_of_visibility_looks():
    def depth_below(name, seen):
        deeper = [
            depth_below(below, [*seen, below])
            for below in GRAMMAR[name]
            if seen.count(below) < BELOW_EACH_OTHER.get(below, 1)
        ]
        return 1 + max(deeper, default=0)

    root, start = 1, "HomePage"
    assert root + depth_below(start, [start]) <= MAX_DEPTH


@all_types
def test_a_page_type_is_one_of_ours(page_type):
    assert issubclass(page_type, BasePage)


@all_types
def test_editors_read_its_name_in_swedish(page_type):
    english = {"page", "news", "index", "measure", "standard", "home", "plan page", "survey"}
    for name in (page_type._meta.verbose_name, page_type._meta.verbose_name_plural):
        words = set(str(name).lower().split())
        assert words
        assert not words & english
        assert str(name) == str(name).lower()


@all_types
def test_it_has_a_template_of_its_own(page_type):
    assert get_template(page_type.template)


@all_types
def test_its_fields_have_names_in_swedish_and_no_number_of_columns_lacks_one(page_type):
    for field in page_type._meta.get_fields():
        if field.model is page_type and getattr(field, "editable", False) and field.concrete:
            plain = field.name.replace("_", " ")
            if field.name.endswith("_ptr"):
                continue
            same_in_both = {"text", "plan", "status"}
            assert str(field.verbose_name) != plain or plain in same_in_both, field.name


@all_types
def test_it_is_found_by_its_title_and_lead(page_type):
    indexed = {field.field_name for field in page_type.get_searchable_search_fields()}

    assert {"title", "summary"} <= indexed


@all_types
def test_its_form_is_put_together(page_type):
    assert page_type.get_edit_handler().get_form_class()
