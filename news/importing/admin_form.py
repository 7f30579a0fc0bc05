"""What the editor chooses when an article is imported, and the import as the screens know it."""

from dataclasses import dataclass

from django import forms
from django.contrib.auth.models import AbstractUser
from django.urls import reverse

from foundation.attention import pages_to
from foundation.importing.kept import ImportRun
from foundation.importing.kinds import ImportKind, Progress
from foundation.importing.refusal import Refused
from news.importing.article import Article
from news.importing.draft import Draft, draft_from, planned_draft
from news.importing.preview import parts_of
from news.importing.reading import article_of
from news.importing.report import taken
from news.importing.source import LARGEST
from news.models import NewsIndexPage

NOWHERE = "Det finns ingen nyhetslista där du får lägga till nyheter."


class ArticleImportForm(forms.Form):
    """Under which list of news the draft goes; with one list there is no choice."""

    under = forms.ModelChoiceField(NewsIndexPage.objects.none(), label="Läggs under")

    def __init__(self, person: AbstractUser, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.lists = list(_lists_for(person))
        field = self.fields["under"]
        field.queryset, field.empty_label = _lists_for(person), None
        if len(self.lists) < 2:
            del self.fields["under"]
        else:
            field.initial = self.lists[0]

    def clean(self) -> dict:
        """There must be somewhere to put it."""
        if not self.lists:
            raise forms.ValidationError(NOWHERE)
        return super().clean()

    @property
    def choices(self) -> dict:
        """What was chosen, to be kept; it fills the form in again."""
        return {"under": self.cleaned_data.get("under", self.lists[0]).pk}


def _lists_for(person: AbstractUser):
    """The lists of news where the person may add."""
    return NewsIndexPage.objects.filter(pk__in=pages_to("add", person)).order_by("path")


@dataclass(frozen=True)
class Choices:
    """Who makes the draft, and below which list."""

    person: AbstractUser
    under: NewsIndexPage


def _choices_of(run: ImportRun) -> Choices:
    """With the chosen list, if the person still may add below it."""
    under = _lists_for(run.person).filter(pk=run.choices.get("under")).first()
    if under is None:
        raise Refused(NOWHERE)
    return Choices(run.person, under)


def _look(content: bytes, name: str, choices: Choices) -> dict:
    article = article_of(content, name)
    return _report(article, planned_draft(article), choices)


def _take(content: bytes, name: str, choices: Choices, seen: str, told: Progress) -> dict:
    article = article_of(content, name)
    draft = draft_from(article, choices.under, choices.person)
    told(1, 1)
    return _report(article, draft, choices)


def _report(article: Article, draft: Draft, choices: Choices) -> dict:
    page = draft.page
    report = {"does_something": draft.is_new}
    if page.pk and page.permissions_for_user(choices.person).can_edit():
        report["leads_to"] = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if not draft.is_new:
        # The same text has become a page before, and does not become another.
        return report | {"already": page.get_admin_display_title()}
    return report | {
        "under": choices.under.get_admin_display_title(),
        "title": page.title,
        "lead": page.summary,
        "taken": taken(article),
        "guessed": article.notes.guessed,
        "left_out": article.notes.left_out,
        "parts": parts_of(page),
    }


ARTICLES = ImportKind(
    name="artiklar",
    label="Artikel",
    about="En artikel från en annan webbplats: kopierad text (.txt) eller en sparad webbsida med "
    "bara HTML (.html). Den blir ett utkast till en nyhet.",
    permission="foundation.articles_importrun",
    accept=".txt,.html,.htm",
    largest=LARGEST,
    template="news/admin/article_import.html",
    form=ArticleImportForm,
    choices_of=_choices_of,
    look=_look,
    take=_take,
    text_label="Eller klistra in texten",
    button="Skapa utkastet",
    promise="Det blir ett utkast till en nyhet, som ingen läsare ser förrän du publicerar. Du kommer "
    "till formuläret och kan gå igenom texten.",
)
