"""Made-up content, so that every page, filter and state can be seen. Marked as such everywhere.

No real person, decision or place; days are counted from the day it is built.
"""

from actionplan.models import FocusAreaPage
from home.demo.examples.campaigns import run_campaigns
from home.demo.examples.indicator import count_reports, measure_safety
from home.demo.examples.measures import plan_no_measures, take_measures
from home.demo.examples.news import tell_the_news
from home.demo.examples.register import Register
from home.demo.record import Record
from home.layout import Layout


def build(layout: Layout, record: Record) -> None:
    """Add the examples to the site."""
    register = Register.make(record)
    areas = {area.slug: area for area in FocusAreaPage.objects.child_of(layout.plan)}
    indicator = measure_safety(layout, record)
    count_reports(layout, record)
    measures = take_measures(areas, record, register, indicator)
    plan_no_measures(layout, record)
    tell_the_news(layout, record, register, measures, indicator)
    run_campaigns(layout, record, register, measures)
