"""Words in the templates of the news."""

from django import template

from news.period import period_in_words

register = template.Library()

register.filter("period", period_in_words)
