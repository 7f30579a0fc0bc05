"""A file that somebody wants to import, what it would do, and what became of it."""

import datetime
import hashlib

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.cache import cache
from django.db import models
from django.utils import timezone

from foundation.importing import at_work

KEPT_FOR = datetime.timedelta(days=30)
PROGRESS_KEPT = 24 * 3600
# What the history of a page calls it that a file has changed it.
LOGGED_AS = "foundation.import"
SEES_ALL = "foundation.all_importrun"


class ImportRunQuerySet(models.QuerySet):
    """Imports by the many."""

    def seen_by(self, person: AbstractUser) -> "ImportRunQuerySet":
        """Those that the person may see: their own, or everybody's for those who run the site."""
        return self if person.has_perm(SEES_ALL) else self.filter(person=person)


class ImportRun(models.Model):
    """One uploaded file. It is first checked, and imported only when the editor says so.

    The file is kept here and nowhere on the disk: it may hold what never becomes public.
    """

    class State(models.TextChoices):
        """How far it has come."""

        CHECKING = "checking", "Granskas"
        CHECKED = "checked", "Granskad, inte importerad"
        IMPORTING = "importing", "Importeras"
        DONE = "done", "Importerad"
        REFUSED = "refused", "Gick inte att läsa"
        FAILED = "failed", "Avbruten"

    kind = models.CharField("slag", max_length=30)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="av", on_delete=models.CASCADE, related_name="+"
    )
    uploaded_at = models.DateTimeField("uppladdad", default=timezone.now)
    file_name = models.CharField("fil", max_length=255)
    checksum = models.CharField("kontrollsumma", max_length=64)
    content = models.BinaryField("innehåll")
    choices = models.JSONField("val", default=dict)
    state = models.CharField("läge", max_length=10, choices=State, default=State.CHECKING)
    report = models.JSONField("rapport", null=True)
    message = models.TextField("meddelande", blank=True)
    finished_at = models.DateTimeField("klar", null=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        verbose_name = "import"
        verbose_name_plural = "importer"
        ordering = ["-uploaded_at"]
        default_permissions = ()
        permissions = [
            ("measures_importrun", "Importera åtgärder"),
            ("indicators_importrun", "Importera indikatorvärden"),
            ("articles_importrun", "Importera artiklar"),
            ("all_importrun", "Se allas importer"),
        ]

    def __str__(self) -> str:
        return self.file_name

    @classmethod
    def of_file(
        cls, kind: str, person: AbstractUser, name: str, content: bytes, **more
    ) -> "ImportRun":
        """Keep a file that is to be checked."""
        return cls.objects.create(
            kind=kind,
            person=person,
            file_name=name[-255:],
            content=content,
            checksum=hashlib.sha256(content).hexdigest(),
            **more,
        )

    @property
    def is_at_work(self) -> bool:
        """Whether something is being done with it now."""
        return self.state in (self.State.CHECKING, self.State.IMPORTING)

    @property
    def can_begin(self) -> bool:
        """Whether it can be imported: it has been looked through, or was cut off."""
        done_something = bool(self.report and self.report.get("does_something"))
        return self.state in (self.State.CHECKED, self.State.FAILED) and done_something

    @property
    def progress(self) -> tuple[int, int] | None:
        """How many of how many are done, as far as it is known."""
        return cache.get(self._progress_key)

    def tell_progress(self, done: int, of: int) -> None:
        """Say it where others see it, although nothing is saved before all of it is."""
        cache.set(self._progress_key, (done, of), PROGRESS_KEPT)
        at_work.note(done, of)

    @property
    def _progress_key(self) -> str:
        return f"import:{self.pk}"


def forget_old() -> None:
    """Remove what was uploaded long ago, whatever became of it."""
    ImportRun.objects.filter(uploaded_at__lt=timezone.now() - KEPT_FOR).delete()
