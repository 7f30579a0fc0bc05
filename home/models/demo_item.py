"""What the demonstration has put into the site, so that it can be taken out again."""

from django.contrib.contenttypes.models import ContentType
from django.db import models


class DemoItem(models.Model):
    """Something that the command `demo` made, and the state it left it in."""

    kind = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    key = models.PositiveBigIntegerField("nyckel")
    name = models.CharField("namn", max_length=255)
    is_example = models.BooleanField("påhittat")
    back_to = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name="som den var förut",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Bara för en sida som redan fanns och som fylldes med innehåll.",
    )
    state = models.CharField("läge", max_length=80)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "demonstrationsinnehåll"
        verbose_name_plural = "demonstrationsinnehåll"
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="one_record_per_demo_item")
        ]

    def __str__(self) -> str:
        return self.name

    def find(self) -> models.Model | None:
        """The thing itself, unless somebody has deleted it."""
        return self.kind.model_class()._default_manager.filter(pk=self.key).first()
