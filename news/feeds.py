"""What news and campaigns tell in feeds and in the calendar."""

from foundation import examples, safe_mode
from foundation.feeds.calendar import Event
from foundation.feeds.entry import Entry, Source
from foundation.feeds.full_text import full_texts
from foundation.risk_words import risk_words
from foundation.visibility import visible
from news.models import CampaignPage, NewsPage
from news.models.campaign_parts import CampaignActivity


def entries(limit: int) -> list[Entry]:
    """The newest articles, by when readers last saw them change; no examples."""
    told = visible(NewsPage.objects.filter(alias_of=None))
    moments = told.values_list("pk", "path", "changed_at", "first_published_at")
    hidden = safe_mode.current_paths() + examples.current_paths()
    changes = {
        key: changed or first
        for key, path, changed, first in moments
        if (changed or first) and not safe_mode.covers(hidden, path)
    }
    keys = sorted(changes, key=lambda key: (changes[key], key), reverse=True)[:limit]
    pages = NewsPage.objects.in_bulk(keys)
    articles = [pages[key] for key in keys]
    texts = full_texts([[article.summary, article.body] for article in articles])
    return [
        Entry(
            key=f"page/{article.translation_key}",
            title=article.title,
            address=article.url,
            updated_at=changes[article.pk],
            published_at=article.first_published_at,
            html=html,
        )
        for article, html in zip(articles, texts, strict=True)
        if article.url
    ]


news = Source("nyheter", "Nyheter", "Kommunens nyheter om arbetet mot brott.", entries)


def activities() -> list[Event]:
    """What residents may come to.

    Campaigns stand in safe mode, and a calendar hangs on the wall: what tells the subject is
    replaced by the neutral title, and there is no address.
    """
    told_of = visible(CampaignPage.objects.filter(alias_of=None))
    campaigns = {
        page.pk: page
        for page in told_of.defer("body", "result")
        if not safe_mode.covers(examples.current_paths(), page.path)
    }
    told = []
    for activity in CampaignActivity.objects.filter(page__in=campaigns):
        campaign = campaigns[activity.page_id]
        moment = campaign.updated_at
        if moment is None:
            continue
        what = campaign.browser_title if risk_words(activity.what) else activity.what
        place = "" if risk_words(activity.place) else activity.place
        told.append(
            Event(
                key=f"aktivitet-{campaign.translation_key}-{activity.pk}",
                day=activity.day,
                title=", ".join(part for part in (what, activity.time) if part),
                changed_at=moment,
                place=place,
            )
        )
    return told
