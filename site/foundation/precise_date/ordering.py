"""The order in which precise dates pass, inside the database, where they are kept as text."""

from django.db import models
from django.db.models.functions import Cast, Concat, Length, Substr
from django.db.models.lookups import Exact

_QUARTERS = {"1": "-03-31", "2": "-06-30", "3": "-09-30", "4": "-12-31"}


def order_of_last_day(field: str) -> models.Expression:
    """An expression to order a queryset by: when the whole of each date has come.

    For ordering only: it gives every month 31 days.
    """
    text = Cast(field, models.CharField())
    quarter_ends = models.Case(
        *(
            models.When(Exact(Substr(text, 7, 1), number), then=models.Value(end))
            for number, end in _QUARTERS.items()
        ),
        output_field=models.CharField(),
    )
    return models.Case(
        models.When(Exact(Length(text), 4), then=Concat(text, models.Value("-12-31"))),
        models.When(Exact(Substr(text, 6, 1), "Q"), then=Concat(Substr(text, 1, 4), quarter_ends)),
        models.When(Exact(Length(text), 7), then=Concat(text, models.Value("-31"))),
        default=text,
        output_field=models.CharField(),
    )
