"""The roles of those who are quoted, where the article gives them somewhere else."""

import re
from html import unescape

from foundation.importing.refusal import shown
from news.importing.article import Article, ItemList, Paragraph, Quote
from news.importing.speech import PRONOUNS, described_role

TAG = re.compile(r"<[^>]*>")


def name_the_roles(article: Article) -> None:
    """Give each quote the speaker and role that the rest of the article tells."""
    text = running_text(article)
    stated = {quote.speaker: quote.role for quote in article.of_kind(Quote) if quote.role}
    last_speaker = ""
    for place, block in enumerate(article.blocks):
        if not isinstance(block, Quote):
            continue
        speaker = _named(block, last_speaker, article)
        role = block.role or _role(speaker, stated, text, article)
        article.blocks[place] = Quote(block.text, speaker, role)
        last_speaker = speaker or last_speaker


def running_text(article: Article) -> str:
    """The article's own words without the quotations, as plain text."""
    parts = [article.lead]
    parts += [block.html for block in article.of_kind(Paragraph)]
    parts += [item for block in article.of_kind(ItemList) for item in block.items]
    return "\n".join(plain(part) for part in parts)


def plain(html: str) -> str:
    """Sanitised HTML as the text it shows."""
    return " ".join(unescape(TAG.sub("", html.replace("<br/>", " "))).split())


def _named(quote: Quote, last_speaker: str, article: Article) -> str:
    """The speaker's name, also where the text only says "säger hon"."""
    if quote.speaker.lower() not in PRONOUNS:
        return quote.speaker
    if last_speaker:
        article.notes.guess(
            f"Citatet {shown(quote.text)} sägs av ”{quote.speaker}”: {last_speaker} angavs som den som säger det."
        )
    else:
        article.notes.guess(
            f"Citatet {shown(quote.text)} sägs av ”{quote.speaker}”: skriv vem det är."
        )
    return last_speaker


def _role(speaker: str, stated: dict[str, str], text: str, article: Article) -> str:
    if not speaker:
        return ""
    role = stated.get(speaker) or described_role(speaker, text)
    if role:
        article.notes.guess(f"Rollen ”{role}” för {speaker} hämtades från en annan plats i texten.")
    else:
        article.notes.guess(f"{speaker} citeras utan roll: skriv vem det är.")
    return role
