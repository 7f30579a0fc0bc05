"""Running text on the page: its links and the words that the site writes by itself."""

import re
from html import escape

from bs4 import NavigableString, Tag

from foundation.sanitise import Profile, clean
from news.importing.article import Link, Notes
from news.importing.links import (
    MARK,
    STRUCK,
    has_site_words,
    link_label,
    says_elsewhere,
    without_site_words,
)
from news.importing.webpage.facts import absolute
from news.importing.webpage.soup import words

PLAIN = re.compile(r"^(?:mailto|tel):", re.IGNORECASE)
SPACES = re.compile(r"[ \t\r\n\f]+")
LOST_LINKS = (
    "Länkar i löpande text, vars adress bara gällde på den gamla webbplatsen, blev vanlig text: "
    "lägg in dem på nytt."
)
SAME_AGAIN = frozenset({"ladda ner", "ladda ned", "hämta", "hämta fil", "öppna", "download"})
LONGEST_LABEL = 200


def settle_links(root: Tag, base: str, notes: Notes) -> None:
    """Give every link a whole address, or mark it as one whose address is unknown."""
    for link in root.find_all("a"):
        address = link.get("href", "").strip()
        link["data-elsewhere"] = "yes" if _leads_elsewhere(link, address, base) else ""
        if PLAIN.match(address):
            continue
        if not address or address.startswith("#") or _is_program(address):
            if _is_program(address):
                notes.leave_out(
                    f"Länken {shown_label(link)} ledde till ett program och blev vanlig text."
                )
            link.unwrap()
            continue
        link["href"] = absolute(address, base)


def strike_repeated_links(root: Tag) -> None:
    """Remove "Ladda ner" beside the link that already leads to the same file."""
    for link in root.find_all("a"):
        before = link.find_previous_sibling("a")
        if (
            before
            and before.get("href") == link.get("href")
            and words(link).casefold() in SAME_AGAIN
        ):
            link.decompose()


def strike_site_words(root: Tag, notes: Notes) -> None:
    """Remove "Länk till annan webbplats", "öppnas i nytt fönster" and file sizes, as text and as icons."""
    for picture in root.find_all("img"):
        if has_site_words(picture.get("alt", "")):
            picture.decompose()
    for text in root.find_all(string=True):
        if has_site_words(text):
            notes.leave_out(STRUCK)
            text.replace_with(NavigableString(without_site_words(text)))


def lone_link(nodes: list) -> Link | None:
    """The link, where it is all that these nodes hold apart from its mark."""
    links = [link for node in nodes if isinstance(node, Tag) for link in _links_in(node)]
    if len(links) != 1:
        return None
    text = "".join(node.get_text() for node in nodes)
    rest = MARK.sub("", text.replace(links[0].get_text(), "", 1).strip()).strip(" .,()")
    label = link_label(words(links[0]))[:LONGEST_LABEL]
    if rest or not label or PLAIN.match(links[0].get("href", "")):
        return None
    return Link(label, links[0].get("href") or None, bool(links[0].get("data-elsewhere")))


def paragraph_html(nodes: list, notes: Notes) -> str:
    """The nodes as the inside of one paragraph."""
    return clean(f"<p>{_in_its_language(nodes, notes)}</p>", Profile.RICH)


def item_html(item: Tag, notes: Notes) -> str:
    """The inside of one list item; lists inside it stay."""
    for paragraph in item.find_all("p"):
        paragraph.insert_after(" ")
        paragraph.unwrap()
    return clean(_in_its_language(list(item.children), notes), Profile.RICH).strip()


def _in_its_language(nodes: list, notes: Notes) -> str:
    """The nodes as source, marked as foreign where something around them within the page is."""
    source = inline_source(nodes, notes)
    around = nodes[0].parent if nodes else None
    if around is not None and not around.get("lang"):
        around = around.find_parent(lang=True)
    if around is None or around.name in {"html", "body"}:
        return source
    language = around["lang"].strip()
    is_swedish = not language or language.lower().split("-")[0] == "sv"
    return source if is_swedish else f'<span lang="{escape(language)}">{source}</span>'


def inline_source(nodes: list, notes: Notes) -> str:
    for node in nodes:
        for link in _links_in(node) if isinstance(node, Tag) else []:
            if not link.get("href"):
                notes.leave_out(LOST_LINKS)
                del link["href"]
    return SPACES.sub(" ", "".join(str(node) for node in _as_markup(nodes))).strip()


def shown_label(link: Tag) -> str:
    return f"”{words(link)[:60]}”"


def _as_markup(nodes: list) -> list[str]:
    return [
        node.output_ready() if isinstance(node, NavigableString) else node.decode()
        for node in nodes
    ]


def _links_in(node: Tag) -> list[Tag]:
    return [node] if node.name == "a" else node.find_all("a")


def _is_program(address: str) -> bool:
    return (
        re.match(r"[\s\x00-\x20]*(?:java|vb|live)?script\s*:|data:", address, re.IGNORECASE)
        is not None
    )


def _leads_elsewhere(link: Tag, address: str, base: str) -> bool:
    """Whether the old page says so, in or after the link, or the address has another host."""
    after = link.next_sibling
    if says_elsewhere(link.get_text()) or (
        isinstance(after, NavigableString) and says_elsewhere(after[:60])
    ):
        return True
    whole = absolute(address, "")
    return bool(whole) and (not base or _host(whole) != _host(base))


def _host(address: str) -> str:
    return address.split("/")[2].lower().removeprefix("www.")
