"""The buttons of a list for many at once."""

from typing import Any

from django import template
from django.template import Context
from django.urls import reverse
from wagtail.admin.templatetags.wagtailadmin_tags import bulk_action_choices

from foundation.four_eyes import rule

register = template.Library()


@register.inclusion_tag("wagtailadmin/shared/buttons.html", takes_context=True)
def many_at_once(context: Context, app_label: str, model_name: str) -> dict[str, Any]:
    """Wagtail's buttons; while there are four eyes none that publishes, since it is refused."""
    drawn = bulk_action_choices(context, app_label, model_name)
    if not rule.is_on():
        return drawn
    publishing = reverse("wagtail_bulk_action", args=[app_label, model_name, "publish"])
    return {**drawn, "buttons": [one for one in drawn["buttons"] if one.url != publishing]}
