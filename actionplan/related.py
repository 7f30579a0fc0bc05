"""What an editor has chosen to relate a page to, stored or still a draft."""

from django.db import models


def keys_of(related: models.Manager) -> models.QuerySet | list[int]:
    """The keys of what is chosen: a subquery when it is stored, a list while it is a draft."""
    chosen = related.all()
    if isinstance(chosen, models.QuerySet):
        return chosen.values_list("pk", flat=True)
    return [one.pk for one in chosen]
