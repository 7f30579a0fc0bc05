"""What Wagtail may let a person do with a page while there are four eyes."""

from functools import cached_property
from typing import Any

from wagtail.models import Page, PagePermissionTester, Workflow

from foundation.four_eyes import rule
from foundation.four_eyes.review import review_workflow


class FourEyesPermissionTester(PagePermissionTester):
    """Wagtail's answers, except that four eyes let nobody publish directly, superusers included.

    What takes words away from readers, or moves those that they already read, stays as it is.
    """

    @cached_property
    def _four_eyes(self) -> bool:
        return rule.is_on()

    def can_publish(self) -> bool:
        """Not while there are four eyes."""
        return super().can_publish() and not self._four_eyes

    def has_right_to_publish(self) -> bool:
        """Whether the person's role publishes here, alone or with another; asks nothing anew."""
        return super().can_publish()

    def can_publish_subpage(self) -> bool:
        """Nor what is only being made."""
        return super().can_publish_subpage() and not self._four_eyes

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Those who make pages take them away, and move them; who only approves does neither."""
        may_make = self.user.is_superuser or "add" in getattr(self, "permissions", ())
        return may_make and super().can_delete(ignore_bulk)

    def can_set_view_restrictions(self) -> bool:
        """As with two eyes: who may read what has been approved is no new text."""
        return super().can_publish()

    def can_unschedule(self) -> bool:
        """As with two eyes: it keeps something from readers."""
        return super().can_publish()


class UnderFourEyes:
    """A page that asks for four eyes where the municipality has chosen them. Stands before `Page`."""

    def permissions_for_user(self: Page, user: Any) -> FourEyesPermissionTester:
        """What the person may do with the page."""
        return FourEyesPermissionTester(user, self)

    @property
    def has_workflow(self) -> bool:
        """Whether it can be sent for approval."""
        return self.get_workflow() is not None

    def get_workflow(self) -> Workflow | None:
        """How it is approved: as somebody has set for this part of the site, or by four eyes."""
        return super().get_workflow() or (review_workflow() if rule.is_on() else None)
