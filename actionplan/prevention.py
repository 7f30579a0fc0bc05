"""What sort of prevention a measure is, in the words of the trade."""

from django.db import models


class PreventionKind(models.TextChoices):
    """Whether a measure works on people's situation in life or on the place."""

    SOCIAL = "social", "Social: minskar viljan att begå brott"
    SITUATIONAL = "situational", "Situationell: gör det svårare att begå brott"
    BOTH = (
        "both",
        "Social och situationell: minskar viljan att begå brott och gör det svårare",
    )


class PreventionLevel(models.TextChoices):
    """Whom a measure is meant to reach."""

    UNIVERSAL = "universal", "Universell: riktad till alla"
    SELECTIVE = "selective", "Selektiv: riktad till grupper i risk"
    INDICATED = "indicated", "Indikerad: riktad till dem som redan är berörda"
