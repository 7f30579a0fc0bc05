"""Abbreviations, explained in running text where a page first uses them.

The explanation is text, "NTU (Nationella trygghetsundersökningen)", and not a title that shows
itself to a mouse only: it reaches phones, print and screen readers alike (WCAG 3.1.4).
"""

import re
from collections.abc import Mapping

from django.db import models
from django.utils.html import escape
from wagtail.admin.panels import FieldPanel

from foundation.two_editors.register_form import RegisterForm

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?P<rest>[^>]*)>")
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
# Where sentences stand.
_SENTENCES = {"p", "li"}
# Within these a bracket would be in the way, or would change what somebody else has said.
_CLOSED = {
    *("a", "button", "label", "option", "nav", "form"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "dl", "table", "figcaption", "time"),
    *("abbr", "blockquote", "code", "q", "script", "style", "svg"),
}
_LANGUAGE = re.compile(r"""\blang=["']?(\w+)""")


class Abbreviation(models.Model):
    """A short form and what it stands for."""

    short = models.CharField(
        "förkortning",
        max_length=20,
        unique=True,
        help_text="Precis som den skrivs i texterna, till exempel NTU.",
    )
    meaning = models.CharField(
        "betyder",
        max_length=120,
        help_text=(
            "Står inom parentes första gången en sida använder förkortningen, till exempel: "
            "Nationella trygghetsundersökningen."
        ),
    )

    base_form_class = RegisterForm
    panels = [FieldPanel("short"), FieldPanel("meaning")]

    class Meta:
        verbose_name = "förkortning"
        verbose_name_plural = "förkortningar"
        ordering = ["short"]

    def __str__(self) -> str:
        return f"{self.short} ({self.meaning})"


def explained(html: str, meanings: Mapping[str, str]) -> str:
    """The HTML of a page with every abbreviation explained where it is first used.

    Only in sentences in Swedish: headings, links, tables, facts and quotations stay as they are.
    One that the page itself has explained by then is left alone.
    """
    meanings = {short: meaning for short, meaning in meanings.items() if short in html}
    if not meanings:
        return html
    return _Reader(meanings).read(html)


class _Reader:
    """Reads a page from top to bottom and knows where in it the words stand."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self.unexplained = dict(meanings)
        self.open: list[tuple[str, bool, bool]] = []
        self.passed = ""

    def read(self, html: str) -> str:
        out, position = [], 0
        for tag in _TAG.finditer(html):
            out += [self.text(html[position : tag.start()]), tag[0]]
            self.tag(tag)
            position = tag.end()
            if not self.unexplained:
                break
        return "".join([*out, self.text(html[position:]) if self.unexplained else html[position:]])

    def tag(self, tag: re.Match) -> None:
        name = tag["name"].lower()
        if tag["end"]:
            for height in range(len(self.open) - 1, -1, -1):
                if self.open[height][0] == name:
                    del self.open[height:]
                    break
        elif name not in _VOID and not tag["rest"].endswith("/"):
            language = _LANGUAGE.search(tag["rest"])
            foreign = bool(language) and language[1] != "sv"
            self.open.append((name, name in _SENTENCES, name in _CLOSED or foreign))
        # Words on either side of a tag may belong to one sentence or not: a space will do.
        self.passed += " "

    def text(self, text: str) -> str:
        if not text.strip():
            return text
        in_sentence = any(sentence for _, sentence, _ in self.open)
        if in_sentence and not any(closed for *_, closed in self.open):
            shorts = sorted(map(re.escape, self.unexplained), key=len, reverse=True)
            pattern = rf"(?<![\w-])({'|'.join(shorts)})((?:[:–-]\w+)*)(?!\w)"
            text = re.sub(pattern, lambda found: self.first_use(found, text), text)
        self.passed += text
        return text

    def first_use(self, found: re.Match, text: str) -> str:
        short = found[1]
        meaning = self.unexplained.pop(short, None)
        before = " ".join((self.passed + text[: found.start()]).split()).lower()
        after = text[found.end() :].lstrip()
        if meaning is None or meaning.lower() in before or after.startswith("("):
            return found[0]
        # "NTU (…)", but "NTU-rapporten (NTU: …)".
        return f"{found[0]} ({f'{short}: ' if found[2] else ''}{escape(meaning)})"
