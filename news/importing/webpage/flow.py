"""The article's elements, one after the other, as blocks."""

import re
from dataclasses import replace
from html import escape
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from bs4 import NavigableString, Tag

from foundation.importing.refusal import shown
from foundation.markup import INLINE
from foundation.sanitise import Profile, clean
from news.importing.article import (
    Article,
    Block,
    Heading,
    ItemList,
    LinkList,
    Paragraph,
    Picture,
    Quote,
)
from news.importing.dates import day_in, is_only_a_day
from news.importing.furniture import Label, is_frame, labelled, says_who_took_it
from news.importing.publication import is_value, note_fact
from news.importing.speech import attributed, begins_speech, speaker_and_role, unattributed
from news.importing.webpage.inline import inline_source, item_html, lone_link, paragraph_html
from news.importing.webpage.soup import names, words
from news.importing.webpage.tables import holds_data, table_of

HEADING = re.compile(r"^h[1-6]$")
CAPTION = re.compile(r"caption|bildtext|image-?text|photo-?text|photographer|fotograf")
DECORATION = re.compile(r"(?:^|[\s_-])(?:icon|ikon|logo|logotype|avatar|emoji|spacer)(?:$|[\s_-])")
LONGEST_HEADING = 200
LONGEST_BOLD_HEADING = 100


class Flow:
    """Reads the article from top to bottom; text outside blocks gathers into paragraphs."""

    def __init__(self, article: Article):
        self.article = article
        self.notes = article.notes
        self.loose: list = []
        self.label: Label | None = None

    def read(self, root: Tag) -> None:
        self.inside(root)
        self.paragraph_ends()
        self.label_without_value()

    def add(self, block: Block) -> None:
        self.label_without_value()
        before = self.article.blocks[-1] if self.article.blocks else None
        if isinstance(block, LinkList) and isinstance(before, LinkList):
            self.article.blocks[-1] = LinkList(before.links + block.links)
        else:
            self.article.blocks.append(block)

    # Elements

    def inside(self, element: Tag) -> None:
        """Everything in an element that only holds other things."""
        for child in list(element.children):
            if child.parent is not element:
                continue  # the table before it has taken it as its caption
            if isinstance(child, NavigableString) or self.is_running_text(child):
                self.loose.append(child)
            else:
                self.paragraph_ends()
                self.element(child)
        if element.name not in INLINE:
            self.paragraph_ends()

    def is_running_text(self, element: Tag) -> bool:
        if element.name in {"br", "img"}:
            return True
        return (
            element.name in INLINE
            and element.find(lambda inner: inner.name not in {*INLINE, "br", "img"}) is None
        )

    def element(self, element: Tag) -> None:
        if HEADING.match(element.name):
            self.heading(element)
        elif element.name in {"ul", "ol"}:
            self.list(element)
        elif element.name == "table" and holds_data(element):
            self.add(table_of(element, self.caption_around(element), self.notes))
        elif element.name == "blockquote":
            self.blockquote(element)
        elif element.name == "figure":
            self.figure(element)
        elif element.name == "dl":
            self.definitions(element)
        elif element.name == "summary":
            self.heading(element)
        elif element.name not in {"head", "hr", "meta", "link", "base", "title"}:
            self.inside(element)

    def heading(self, element: Tag) -> None:
        self.pictures_of(element)
        text = words(element)
        level = int(element.name[1]) if HEADING.match(element.name) else 3
        if len(text) > LONGEST_HEADING:
            self.add(Paragraph(clean(f"<p><b>{escape(text)}</b></p>", Profile.RICH)))
        elif text and text != self.article.title:
            self.add(Heading(text, max(level, 2)))

    def list(self, element: Tag) -> None:
        items = element.find_all("li", recursive=False)
        links = [lone_link(list(item.children)) for item in items if words(item)]
        if links and all(links):
            self.add(LinkList(tuple(link for link in links if link)))
            return
        self.pictures_of(element)
        texts = (item_html(item, self.notes) for item in items)
        if kept := tuple(text for text in texts if text):
            self.add(ItemList(kept, ordered=element.name == "ol"))

    def blockquote(self, element: Tag) -> None:
        by = element.find(["cite", "footer", "figcaption"])
        speaker = words(by) if by else ""
        if by:
            by.decompose()
        paragraphs = [text for part in element.find_all("p") or [element] for text in _lines(part)]
        if (
            not speaker
            and len(paragraphs) > 1
            and begins_speech(paragraphs[-1])
            and len(paragraphs[-1]) < 100
        ):
            speaker = paragraphs.pop()
        if not paragraphs:
            return
        said = attributed(f"– {paragraphs[-1]}") if not speaker else None
        if said:
            paragraphs[-1] = said.text
        name, role = (said.speaker, said.role) if said else speaker_and_role(speaker)
        self.add(Quote(unattributed("\n".join(paragraphs)).text, name, role))

    def figure(self, element: Tag) -> None:
        if not element.find("img"):
            self.inside(element)
            return
        # Some systems write no figcaption, but whatever is said in the figure is said of it.
        caption = words(element.figcaption or element)
        for picture in element.find_all("img"):
            self.picture(picture, caption)

    def caption_around(self, table: Tag) -> str:
        figure = table.find_parent("figure")
        caption = figure.figcaption.extract() if figure and figure.figcaption else None
        return words(caption) if caption else ""

    def definitions(self, element: Tag) -> None:
        for term in element.find_all("dt"):
            meaning = term.find_next_sibling("dd")
            said = words(meaning) if meaning else ""
            if found := labelled(f"{words(term).rstrip(':')}: {said}"):
                self.fact(found[0], said)
            elif words(term) or said:
                inner = inline_source(list(meaning.children), self.notes) if meaning else ""
                html = f"<p><b>{escape(words(term))}</b><br>{inner}</p>"
                self.add(Paragraph(clean(html, Profile.RICH)))

    # Pictures

    def pictures_of(self, element: Tag) -> None:
        """The pictures inside an element whose text becomes another kind of block."""
        for picture in _pictures_in(element):
            self.picture(picture.extract(), "")

    def picture(self, element: Tag, caption: str) -> None:
        alt = words_of(element.get("alt", ""))
        file_name = _file_name(element.get("src") or element.get("data-src") or "")
        if (
            DECORATION.search(names(element))
            or _is_tiny(element)
            or not (alt or file_name or caption)
        ):
            return
        self.add(Picture(alt, caption, file_name))

    # Running text

    def paragraph_ends(self) -> None:
        """Make paragraphs of the text that has gathered."""
        nodes, self.loose = self.loose, []
        for node in nodes:
            for picture in _pictures_in(node):
                self.picture(picture.extract(), "")
        nodes = [node for node in nodes if not _is_picture(node)]
        for paragraph in _parted(nodes):
            self.paragraph(paragraph)

    def paragraph(self, nodes: list) -> None:
        text = words_of(
            "".join(node.get_text(" ") if _has_break(node) else node.get_text() for node in nodes)
        )
        if not text or self.is_fact(text) or self.is_caption(nodes, text):
            return
        if is_frame(text):
            self.notes.leave_out(f"Raden {shown(text)} hör till den gamla webbplatsens sidram.")
        elif link := lone_link(nodes):
            self.add(LinkList((link,)))
        elif quote := attributed(text):
            self.add(quote)
        elif self.is_bold_heading(nodes, text):
            self.notes.guess(f"Raden {shown(text)} i fetstil blev en mellanrubrik.")
            self.add(Heading(text))
        else:
            self.add(Paragraph(paragraph_html(nodes, self.notes)))

    def is_caption(self, nodes: list, text: str) -> bool:
        """Whether the text is said of a picture: the page calls it so, or it names the photographer.

        It goes into the note about the picture just above, or becomes one.
        """
        called = " ".join(
            names(node) for node in [*nodes, nodes[0].parent] if isinstance(node, Tag)
        )
        if not (CAPTION.search(called) or says_who_took_it(text)):
            return False
        above = self.article.blocks[-1] if self.article.blocks else None
        if isinstance(above, Picture) and text not in above.caption:
            said = " ".join(part for part in (above.caption, text) if part)
            self.article.blocks[-1] = replace(above, caption=said)
        elif not isinstance(above, Picture):
            self.add(Picture(alt="", caption=text))
        return True

    def is_bold_heading(self, nodes: list, text: str) -> bool:
        bold = [
            node for node in nodes if not (isinstance(node, NavigableString) and not node.strip())
        ]
        return (
            len(bold) == 1
            and isinstance(bold[0], Tag)
            and bold[0].name in {"b", "strong"}
            and len(text) <= LONGEST_BOLD_HEADING
            and not text.endswith((".", ":", ",", "!"))
            and not begins_speech(text)
        )

    # Facts about the publication

    def is_fact(self, text: str) -> bool:
        """Whether the text is a label such as "Publicerad av", or the value of one."""
        found = labelled(text) if len(text) <= 150 else None
        if found and found[0] is not Label.PICTURE:
            self.label_without_value()
            if found[1]:
                self.fact(*found)
            else:
                self.label = found[0]
            return True
        if self.label and is_value(self.label, text):
            self.fact(self.label, text)
            return True
        return is_only_a_day(text) and self.is_day_under_title(text)

    def is_day_under_title(self, text: str) -> bool:
        """A day before all other text is that of the publication."""
        if not all(isinstance(block, Picture) for block in self.article.blocks):
            return False
        if not self.article.published_on:
            self.notes.guess(f"Raden {shown(text)} nära rubriken togs som publiceringsdatum.")
            self.article.published_on = day_in(text)
        return True

    def fact(self, label: Label, value: str) -> None:
        self.label = None
        note_fact(label, value, self.article)

    def label_without_value(self) -> None:
        if self.label:
            self.fact(self.label, "")


def words_of(text: str) -> str:
    return " ".join(text.split())


def _is_picture(node) -> bool:
    return isinstance(node, Tag) and node.name == "img"


def _pictures_in(node) -> list[Tag]:
    if isinstance(node, NavigableString):
        return []
    return [node] if _is_picture(node) else node.find_all("img")


def _lines(element: Tag) -> list[str]:
    """The element's text, line by line as its line breaks part it."""
    for line_break in element.find_all("br"):
        line_break.replace_with("\n")
    return [text for line in element.get_text().split("\n") if (text := words_of(line))]


def _has_break(node) -> bool:
    return isinstance(node, Tag) and (node.name == "br" or node.find("br") is not None)


def _parted(nodes: list) -> list[list]:
    """The paragraphs in loose text: parted by two line breaks, or by one where each line stands alone."""
    lines: list[list] = [[]]
    for node in nodes:
        if isinstance(node, Tag) and node.name == "br":
            lines.append([])
        else:
            lines[-1].append(node)
    texts = [words_of("".join(node.get_text() for node in line)) for line in lines]
    if len(lines) > 1 and any(
        attributed(text) or (text and lone_link(line))
        for text, line in zip(texts, lines, strict=True)
    ):
        return lines
    paragraphs: list[list] = [[]]
    for text, line in zip(texts, lines, strict=True):
        if not text:
            paragraphs.append([])
        elif paragraphs[-1]:
            paragraphs[-1] += [Tag(name="br", can_be_empty_element=True), *line]
        else:
            paragraphs[-1] += line
    return paragraphs


def _file_name(address: str) -> str:
    if address.startswith("data:"):
        return ""
    try:
        return unquote(PurePosixPath(urlsplit(address).path).name)[:120]
    except ValueError:
        return ""


def _is_tiny(picture: Tag) -> bool:
    """Pictures of a few points measure visitors or draw lines."""
    sizes = [picture.get(side, "") for side in ("width", "height")]
    return any(re.fullmatch("[0-3](?:px)?", size.strip()) for size in sizes)
