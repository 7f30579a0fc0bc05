"""Where the article is on the page, and what stands around it."""

import re

from bs4 import BeautifulSoup, Tag

from news.importing.article import Notes
from news.importing.webpage.soup import names, words

# What surrounds articles, by element and by what the old systems call it in classes and ids.
FRAME_ELEMENTS = {
    "nav": "meny",
    "footer": "sidfot",
    "aside": "sidospalt",
    "form": "formulär",
    "button": "knapp",
    "label": "formulär",
    "header": "sidhuvud",
}
FRAME_ROLES = {
    "navigation": "meny",
    "search": "sökruta",
    "banner": "sidhuvud",
    "contentinfo": "sidfot",
    "complementary": "sidospalt",
    "dialog": "ruta",
    "alertdialog": "ruta",
}
FRAME_NAMES = {
    "ruta om kakor": "cookies?|kakor|consent|gdpr",
    "delningsknappar": "share|sharing|sharedaddy|social|addtoany|dela",
    "länkstig": "breadcrumbs?|brodsmulor|crumbs",
    "kommentarer": "comments?|kommentarer|respond",
    "meny": "menu|nav|navbar|navigation|submenu|skip-link|skiplink|skiplinks",
    "sidospalt": "sidebar|widget|widgets",
    "verktyg": "print|toolbar|tools|readspeaker|rs_skip|translate|feedback|pagination|pager|newsletter",
}
_NAMED = {
    kind: re.compile(rf"(?:^|[\s_-])(?:{pattern})(?:$|[\s_-])")
    for kind, pattern in FRAME_NAMES.items()
}
NO_DISPLAY = re.compile(r"display\s*:\s*none", re.IGNORECASE)


def article_in(soup: BeautifulSoup, notes: Notes) -> Tag:
    """The part of the page that holds the article, freed from what is not the article's."""
    region = soup.find("main") or soup.find(attrs={"role": "main"}) or soup.find("body") or soup
    root = _lone_article(region)
    found = _remove_frame(root)
    if found:
        notes.leave_out(f"Det som inte hör till artikeln togs bort: {', '.join(sorted(found))}.")
    return root


def _lone_article(region: Tag) -> Tag:
    """The element that the article fills; teasers of other articles are smaller."""
    articles = [
        element for element in region.find_all("article") if not element.find_parent("article")
    ]
    with_heading = [element for element in articles if element.find("h1")]
    if with_heading:
        return with_heading[0]
    longest = max(articles, key=lambda element: len(words(element)), default=None)
    if longest and len(words(longest)) > len(words(region)) / 2:
        return longest
    return region


def _remove_frame(root: Tag) -> set[str]:
    """Take the frame away; the Swedish names of what it was."""
    removed = set()
    length = len(words(root))
    for element in root.find_all(True):
        if element.decomposed or not (kind := _frame_kind(element)):
            continue
        if element.find("h1") or len(words(element)) > max(length / 2, 200):
            continue
        if words(element) or element.find("img"):
            removed.add(kind)
        element.decompose()
    return removed - {"dold text"}


def _frame_kind(element: Tag) -> str:
    if element.find_parent("blockquote"):
        return ""
    if element.has_attr("hidden") or NO_DISPLAY.search(element.get("style", "")):
        return "dold text"
    if kind := FRAME_ELEMENTS.get(element.name) or FRAME_ROLES.get(element.get("role", "")):
        return kind
    called = names(element)
    return next((kind for kind, pattern in _NAMED.items() if called and pattern.search(called)), "")
