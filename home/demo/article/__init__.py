"""What the municipality's article of 2 July 2024 says, in our own words, and nothing else.

Where the article is silent the pages say so, or leave the field empty.
"""

from home.demo.article.news import tell_the_news
from home.demo.article.plan import write_the_plan
from home.demo.article.register import Register
from home.demo.article.site import introduce_the_site
from home.demo.article.support import offer_support
from home.demo.article.survey import point_to_the_survey
from home.demo.article.words import explain_the_words
from home.demo.record import Record
from home.layout import Layout


def build(layout: Layout, record: Record) -> None:
    """Fill the site with what the article says."""
    register = Register.make(record)
    measures = write_the_plan(layout, record, register)
    survey = point_to_the_survey(layout, record, register)
    tell_the_news(layout, record, measures)
    offer_support(layout, record, measures)
    introduce_the_site(layout, record, survey)
    explain_the_words(record)
