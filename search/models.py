"""What is kept of the public pages so that they are found: their words, and where they stand."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel

from foundation.two_editors.register_form import RegisterForm
from search.analysis import LONGEST_WORD, words


class SearchDocument(models.Model):
    """A published page as a search sees it. It goes when the page does."""

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, primary_key=True, related_name="+"
    )
    # The page's place in the tree: what hides a branch hides it by this.
    path = models.CharField(max_length=255)
    kind = models.CharField(max_length=40)
    # The day that the page tells of, as its number in the calendar: among equals the newest is
    # found first. A number, since ten thousand of them are read in one search.
    day = models.PositiveIntegerField(default=0)
    lead = models.TextField(blank=True)
    text = models.TextField(blank=True)
    indexed_at = models.DateTimeField()
    analysis = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=["path", "kind", "day"], name="search_document_place")]

    def __str__(self) -> str:
        return self.path


class Posting(models.Model):
    """That a page holds a word: by one key of the word, with the weight of where it stands."""

    document = models.ForeignKey(SearchDocument, on_delete=models.CASCADE)
    key = models.CharField(max_length=LONGEST_WORD + 5)
    weight = models.PositiveSmallIntegerField()

    class Meta:
        # All that a search asks for lies in the index.
        indexes = [models.Index(fields=["key", "weight", "document"], name="search_posting_key")]

    def __str__(self) -> str:
        return self.key


class Form(models.Model):
    """A word as it stands on some page, for suggestions when a word is misspelt."""

    form = models.CharField(max_length=LONGEST_WORD, primary_key=True)
    folded = models.CharField(max_length=LONGEST_WORD, db_index=True)

    def __str__(self) -> str:
        return self.form


class Synonyms(models.Model):
    """Words and phrases that mean the same to those who search."""

    terms = models.CharField(
        "ord som betyder samma sak",
        max_length=250,
        help_text="Skriv orden med komma emellan. Den som söker på ett av dem hittar också "
        "sidor med de andra. Till exempel: VINR, våld i nära relationer.",
    )

    base_form_class = RegisterForm
    panels = [FieldPanel("terms")]

    class Meta:
        verbose_name = "synonymer"
        verbose_name_plural = "synonymer"

    def __str__(self) -> str:
        return self.terms

    def clean(self) -> None:
        """Two terms at least: one alone means nothing to a search."""
        super().clean()
        if len(self.phrases) < 2:
            raise ValidationError(
                {"terms": "Skriv minst två ord eller uttryck, med komma emellan."}
            )

    @property
    def phrases(self) -> list[tuple[str, ...]]:
        """The terms, each as its words."""
        phrases = (tuple(words(term)) for term in self.terms.split(","))
        return [phrase for phrase in phrases if phrase]
