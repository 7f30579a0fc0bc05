"""What pages below the news show of the news."""

from django import template

from actionplan.models import MeasurePage
from news.about import about

register = template.Library()


@register.inclusion_tag("news/news_about.html", takes_context=True)
def news_about(context: template.Context, measure: MeasurePage) -> dict:
    """The news and campaigns about the measure, under a heading; nothing where there are none."""
    return {"told": about(measure), "request": context.get("request")}
