"""What the plan hears of when pages are made, saved and taken away."""

from django.db.models import QuerySet
from django.db.models.signals import post_delete, post_save, pre_delete
from django.utils import timezone
from wagtail.models import Page
from wagtail.signals import init_new_page, page_unpublished

from delivery import generation


def connect() -> None:
    """Listen to new update forms, to saved measures and to pages that are taken away."""
    from actionplan.models import MeasurePage, Removal
    from actionplan.models.numbers import remember_number

    init_new_page.connect(_fill_in, dispatch_uid="actionplan.new_update")
    post_save.connect(remember_number, sender=MeasurePage, dispatch_uid="actionplan.numbers")
    for signal in (post_save, post_delete):
        signal.connect(_told_otherwise, sender=Removal, dispatch_uid="actionplan.removals")
    page_unpublished.connect(_unpublished, dispatch_uid="actionplan.unpublished")
    pre_delete.connect(_deleted, sender=Page, dispatch_uid="actionplan.deleted")


def _fill_in(page: Page, parent: Page, **kwargs: object) -> None:
    """Open the form of a new update with today and with how the measure stands."""
    from actionplan.models import StatusUpdatePage

    if isinstance(page, StatusUpdatePage):
        page.fact_on = timezone.localdate()
        page.status = parent.standing.status


def _told_otherwise(**kwargs: object) -> None:
    generation.advance()


def _unpublished(instance: Page, **kwargs: object) -> None:
    from actionplan import removals

    # Wagtail tells it of pages that are being deleted too, and does not save them.
    is_being_deleted = Page.objects.filter(pk=instance.pk, live=True).exists()
    if instance._meta.app_label == "actionplan" and not is_being_deleted:
        removals.note_unpublishing(instance)


def _deleted(instance: Page, origin: QuerySet, **kwargs: object) -> None:
    from actionplan import removals

    if instance.specific_class and instance.specific_class._meta.app_label == "actionplan":
        removals.note_deletion(instance, origin)
