"""From an article to a page that an editor goes through before anybody else sees it."""

import json
import re
from dataclasses import dataclass
from html import escape

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.db import transaction

from foundation.contacts import Organisation
from foundation.importing.refusal import Refused
from foundation.sanitise import Profile, clean
from news.importing.article import Article
from news.importing.body import body_of, note
from news.models import NewsIndexPage, NewsPage

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ”\"–])")


@dataclass(frozen=True)
class Draft:
    """The page that holds the article, and whether this import made it."""

    page: NewsPage
    is_new: bool


def planned_draft(article: Article) -> Draft:
    """What `draft_from` would give, with nothing saved."""
    earlier = NewsPage.objects.filter(import_digest=article.digest).first()
    return Draft(earlier or _page_from(article), is_new=earlier is None)


@transaction.atomic
def draft_from(
    article: Article, parent: NewsIndexPage, person: AbstractUser | None = None
) -> Draft:
    """A draft below the parent, or the page that the same text became before.

    `person` is who makes it; nobody: the operator of the site.
    """
    # Two imports at once, below whichever list, wait for each other at the first one, so the
    # second import finds the page of the first.
    NewsIndexPage.objects.select_for_update().order_by("path").first()
    parent = NewsIndexPage.objects.get(pk=parent.pk)
    draft = planned_draft(article)
    if not draft.is_new:
        return draft
    page = draft.page
    page.owner = person
    try:
        parent.add_child(instance=page)
        page.save_revision(user=person, log_action="wagtail.create")
    except ValidationError as error:
        raise Refused(f"Artikeln kan inte bli en nyhet: {' '.join(error.messages)}") from None
    return draft


def _page_from(article: Article) -> NewsPage:
    """The page that the article would become; what does not fit is noted in the article."""
    title = _fitted_title(article)
    lead, rest = _fitted_lead(article)
    publisher = _publisher(article)
    body = rest + body_of(article)
    if article.published_by and not publisher:
        body.append(note(f"Publicerad av, enligt den gamla sidan: {article.published_by}."))
    return NewsPage(
        title=title,
        draft_title=title,
        summary=lead,
        body=json.dumps(body),
        published_on=article.published_on,
        publisher=publisher,
        **_source(article),
        import_digest=article.digest,
        live=False,
        has_unpublished_changes=True,
    )


def _fitted_title(article: Article) -> str:
    """The title, cut between words where it is longer than a title can be."""
    longest = NewsPage._meta.get_field("title").max_length
    if len(article.title) <= longest:
        return article.title or "Nyhet utan rubrik"
    article.notes.guess("Rubriken är längre än en rubrik kan vara och kortades: skriv en ny.")
    return article.title[: longest - 2].rsplit(" ", 1)[0] + " …"


def _fitted_lead(article: Article) -> tuple[str, list[dict]]:
    """As many sentences as a lead can hold, and the rest as running text."""
    longest = NewsPage._meta.get_field("summary").max_length
    if len(article.lead) <= longest:
        return article.lead, []
    article.notes.guess(
        "Ingressen är längre än en ingress kan vara: slutet blev första stycket i texten."
    )
    sentences = SENTENCE_END.split(article.lead)
    lead = ""
    while sentences and len(f"{lead} {sentences[0]}") <= longest:
        lead = f"{lead} {sentences.pop(0)}".strip()
    return lead, [
        {"type": "paragraph", "value": clean(f"<p>{escape(' '.join(sentences))}</p>", Profile.RICH)}
    ]


def _publisher(article: Article) -> Organisation | None:
    """The unit in the register that has the publisher's name."""
    if not article.published_by:
        return None
    publisher = Organisation.objects.filter(name__iexact=article.published_by).first()
    if not publisher:
        article.notes.leave_out(
            f"”Publicerad av” är {article.published_by}, som inte finns bland organisationerna: välj en enhet."
        )
    return publisher


def _source(article: Article) -> dict[str, str]:
    """The old page as the source, if its address is not longer than a page can store."""
    url = article.source_url
    if not url or len(url) > NewsPage._meta.get_field("source_url").max_length:
        return {}
    return {"source_url": url, "source_text": f"Artikeln på {url.split('/')[2]}"[:250]}
