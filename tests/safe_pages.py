"""What somebody else can see of a page in safe mode without reading it."""

import re
from urllib.parse import unquote

from bs4 import BeautifulSoup

# Said or written by somebody who looks for help, in the spelling of addresses too. Parts of words
# count, as over a shoulder. Kept apart from the site's own list, so that each can catch the other.
RISK_WORDS = [
    "våld",
    "vald-",
    "-vald",
    "vinr",
    "misshand",
    "kvinnofrid",
    "kvinnojour",
    "kvinnohus",
    "mansjour",
    "tjejjour",
    "socialjour",
    "hotad",
    "hotfull",
    "dödshot",
    "dodshot",
    "hedersrelaterat",
    "hedersförtryck",
    "hedersmord",
    "hederskultur",
    "förtryck",
    "fortryck",
    "trakasser",
    "övergrepp",
    "overgrepp",
    "sexualbrott",
    "sexbrott",
    "utsatt",
    "brottsoffer",
    "offer-",
    "stalk",
    "förfölj",
    "forfolj",
    "skyddsboende",
    "skyddat-boende",
    "skyddad-identitet",
    "slagen",
    "slår-dig",
    "slar-dig",
    "förövare",
    "forovare",
    "gärningsman",
    "garningsman",
    "incest",
    "könsstymp",
    "konsstymp",
    "tvångsgift",
    "tvangsgift",
    "barnäktenskap",
    "barnaktenskap",
    "svartsjuk",
    "orosanmäl",
    "orosanmal",
    "kvinnofridslinjen",
    "rädd-för",
    "radd-for",
    "violence",
    "violent",
    "abuse",
    "assault",
    "rape",
    "victim",
    "harass",
    "stalking",
    "domestic",
    "coercive",
    "women's-shelter",
    "battered",
]


def telling(text: str) -> list[str]:
    """The risk words in the text, where spaces and hyphens are one."""
    plain = "-" + re.sub(r"[\s_/.]+", "-", unquote(text).lower()) + "-"
    return [word for word in RISK_WORDS if word in plain]


def seen_of(html: str) -> list[str]:
    """Everything in the head that holds words or addresses, and the files of pictures and downloads."""
    soup = BeautifulSoup(html, "html.parser")
    seen = [soup.title.get_text()]
    seen += [meta.get("content", "") for meta in soup.find_all("meta")]
    seen += [link.get("href", "") for link in soup.find_all("link")]
    for tag in soup.find_all(["img", "source"]):
        seen += [tag.get("src", ""), tag.get("srcset", "")]
    seen += [a["href"] for a in soup.find_all("a", href=True) if "/dokument/" in a["href"]]
    return seen


def traces_of(html: str) -> list[str]:
    """What no page in safe mode may hold: search fields, feeds, data that names the topic, hints to
    load something early, forms, frames, and code or pictures from elsewhere."""
    soup = BeautifulSoup(html, "html.parser")
    forbidden = (
        "form",
        "input",
        "iframe",
        "[role=search]",
        "link[rel=alternate][type*=xml]",
        "link[rel=alternate][type*=atom]",
        "link[rel=alternate][type*=rss]",
        'script[type="application/ld+json"]',
        'script[type="speculationrules"]',
        "link[rel=preconnect]",
        "link[rel=dns-prefetch]",
        "link[rel=prefetch]",
        "link[rel=prerender]",
        "link[rel=manifest]",
        "script:not([src])",
        'script[src^="http"]',
        'img[src^="http"]',
    )
    return [selector for selector in forbidden if soup.select(selector)]
