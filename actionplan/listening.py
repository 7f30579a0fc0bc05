"""What the plan hears of when pages are made and saved."""

from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import init_new_page


def connect() -> None:
    """Listen to new update forms and to saved measures."""
    from actionplan.models import MeasurePage
    from actionplan.models.numbers import remember_number

    init_new_page.connect(_fill_in, dispatch_uid="actionplan.new_update")
    post_save.connect(remember_number, sender=MeasurePage, dispatch_uid="actionplan.numbers")


def _fill_in(page: Page, parent: Page, **kwargs: object) -> None:
    """Open the form of a new update with today and with how the measure stands."""
    from actionplan.models import StatusUpdatePage

    if isinstance(page, StatusUpdatePage):
        page.fact_on = timezone.localdate()
        page.status = parent.standing.status
