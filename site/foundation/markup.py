"""Any markup at all, rewritten as small, well-formed markup.

Real parsers of HTML take quadratic time on hostile input: a million opening tags, a
million lone "<". What comes out of here has every element closed, a bounded depth, only
the elements that were asked for, and nothing that runs. The work is linear in the input.
"""

import html
import re
from collections import Counter
from collections.abc import Mapping

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "del",
        "em",
        "font",
        "i",
        "ins",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
    ]
)
# Their content is a program, a style, a picture or another document: never text.
RAW = frozenset(
    [
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "plaintext",
        "script",
        "style",
        "template",
        "textarea",
        "xmp",
    ]
)
FOREIGN = frozenset(
    ["applet", "audio", "canvas", "embed", "math", "object", "select", "svg", "video"]
)
# An element that its own kind, or a kind named here, closes without an end tag.
ENDS_ITSELF = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"tr", "td", "th"},
    "thead": {"thead", "tbody", "tfoot", "tr", "td", "th", "caption"},
    "tbody": {"thead", "tbody", "tfoot", "tr", "td", "th", "caption"},
    "tfoot": {"thead", "tbody", "tfoot", "tr", "td", "th", "caption"},
    "a": {"a"},
}
# What an implied or misplaced end tag never reaches past.
WALLS = {
    "li": {"ul", "ol"},
    "dt": {"dl"},
    "dd": {"dl"},
    "td": {"table", "tr"},
    "th": {"table", "tr"},
    "tr": {"table"},
    "thead": {"table"},
    "tbody": {"table"},
    "tfoot": {"table"},
    "caption": {"table"},
    "table": set(),
}
# What has no meaning outside these.
LIVES_IN = {
    "li": {"ul", "ol"},
    "dt": {"dl"},
    "dd": {"dl"},
    **{part: {"table"} for part in ["caption", "thead", "tbody", "tfoot", "tr", "td", "th"]},
}
CELL_WALLS = {"td", "th", "caption", "table"}
# They hold other blocks and no words of their own.
HOLDERS = frozenset({"ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr"})

# Every alternative stops at the next "<", so the scan as a whole is linear.
TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/<>]*+)"
    r"(?P<attributes>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+)>"
)
SLOPPY_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/<>]*+)(?P<attributes>[^<>]*+)>")
ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]++)(?:\s*+=\s*+(?P<value>\"[^\"]*+\"|'[^']*+'|[^\s\"'<>]++))?+"
)
UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
OVERLONG_REFERENCE = re.compile(r"&#0*+[0-9]{8,};?")
LONGEST_VALUE = 2_000
# A language as browsers are told it (BCP 47), in the simple form that pages have: "en", "en-GB".
LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,3}")
# What says nothing without an attribute: it is there for styles and programs.
EMPTY_WITHOUT = frozenset({"span"})


def printable(text: str) -> str:
    """The text without characters that no page shows and some databases refuse."""
    return UNPRINTABLE.sub("", text)


def plain_text(source: str) -> str:
    """The characters that a browser would show for this piece of HTML's text."""
    return printable(html.unescape(OVERLONG_REFERENCE.sub("�", source)))


def well_formed(source: str, keep: Mapping[str, frozenset[str]], depth: int) -> str:
    """The source with the kept elements and attributes only, every element closed."""
    return _Writer(keep, depth).write(source)


class _Writer:
    """Reads the source once, from left to right, and knows which elements stand open."""

    def __init__(self, keep: Mapping[str, frozenset[str]], depth: int):
        self.keep = keep
        self.depth = depth
        self.out: list[str] = []
        self.open: list[str] = []
        # The start tag of each element that stands open, to begin it once more.
        self.tags: list[str] = []
        self.too_deep: Counter[str] = Counter()
        # Of those that say nothing by themselves, whether each that began was written.
        self.written: list[bool] = []
        self.never_closed: set[str] = set()

    def write(self, source: str) -> str:
        position = 0
        while (bracket := source.find("<", position)) >= 0:
            self.text(source[position:bracket])
            position = self.markup(source, bracket)
        self.text(source[position:])
        self.close(len(self.open))
        return "".join(self.out)

    def markup(self, source: str, bracket: int) -> int:
        """Handle what begins at this bracket; the position where reading goes on."""
        if source.startswith("<!--", bracket):
            return _after(source, "-->", bracket + 4)
        if source.startswith(("<!", "<?"), bracket):
            return _after(source, ">", bracket + 2)
        tag = TAG.match(source, bracket) or SLOPPY_TAG.match(source, bracket)
        if tag is None:
            self.out.append("&lt;")
            return bracket + 1
        name = tag["name"].lower()
        if tag["slash"]:
            self.end(name)
        elif name in RAW or name in FOREIGN:
            return self.skip(source, name, tag.end())
        else:
            self.start(name, tag["attributes"])
        return tag.end()

    def skip(self, source: str, name: str, position: int) -> int:
        """The position after an element whose content is not text."""
        if name in self.never_closed:
            return position
        end = re.compile(rf"</{name}(?=[\s/>])[^<>]*+>?", re.IGNORECASE).search(source, position)
        if end:
            return end.end()
        self.never_closed.add(name)
        return len(source) if name in RAW else position

    def text(self, source: str) -> None:
        if source:
            self.out.append(html.escape(plain_text(source), quote=False))

    def start(self, name: str, attributes: str) -> None:
        if name not in self.keep or self.homeless(name):
            self.separate(name)
            return
        kept = self.kept(name, attributes)
        if name in EMPTY_WITHOUT:
            self.written.append(bool(kept))
            if not kept:
                return
        tag = f"<{name}{kept}>"
        if name in VOID:
            self.out.append(tag)
            return
        self.end_what_this_ends(name)
        around = [] if name in INLINE else self.close_the_inline()
        if len(self.open) >= self.depth:
            self.too_deep[name] += 1
        else:
            self.begin(name, tag)
            self.mark_the_words(name, attributes)
        if name not in HOLDERS:
            for inner, inner_tag in around[: self.depth - len(self.open)]:
                self.begin(inner, inner_tag)

    def mark_the_words(self, block: str, attributes: str) -> None:
        """Say of a block's words that they are in another language, where only a span may say so."""
        may_say = "lang" in self.keep.get("span", ()) and "lang" not in self.keep[block]
        if not may_say or block in INLINE or block in HOLDERS or len(self.open) >= self.depth:
            return
        marks = [one for one in ATTRIBUTE.finditer(attributes) if one["name"].lower() == "lang"]
        language = plain_text((marks[0]["value"] or "").strip("\"'")) if marks else ""
        if LANGUAGE.fullmatch(language) and language.lower().split("-")[0] != "sv":
            self.begin("span", f'<span lang="{language}">')

    def begin(self, name: str, tag: str) -> None:
        self.open.append(name)
        self.tags.append(tag)
        self.out.append(tag)

    def close_the_inline(self) -> list[tuple[str, str]]:
        """Close what stands open within a line, and give it to be begun again inside a block.

        A link or a bold word that began outside a block cannot go on around it.
        """
        around: list[tuple[str, str]] = []
        while self.open and self.open[-1] in INLINE:
            around.insert(0, (self.open[-1], self.tags[-1]))
            self.close(1)
        return around

    def homeless(self, name: str) -> bool:
        return name in LIVES_IN and LIVES_IN[name].isdisjoint(self.open)

    def kept(self, name: str, attributes: str) -> str:
        """The attributes that were asked for, each once and quoted."""
        values: dict[str, str] = {}
        for attribute in ATTRIBUTE.finditer(attributes):
            key = attribute["name"].lower()
            if key in self.keep[name] and key not in values:
                values[key] = plain_text((attribute["value"] or "").strip("\"'"))
        if not LANGUAGE.fullmatch(values.get("lang", "en")):
            del values["lang"]
        return "".join(
            f' {key}="{html.escape(value)}"'
            for key, value in values.items()
            if len(value) <= LONGEST_VALUE
        )

    def end(self, name: str) -> None:
        if name not in self.keep:
            self.separate(name)
        elif name in EMPTY_WITHOUT and not (self.written and self.written.pop()):
            return
        elif self.too_deep[name]:
            self.too_deep[name] -= 1
        else:
            self.close_to({name}, self.walls(name))

    def end_what_this_ends(self, name: str) -> None:
        """Close a paragraph before a new block, a list item before the next one."""
        if name in ENDS_ITSELF:
            self.close_to(ENDS_ITSELF[name], WALLS.get(name, CELL_WALLS), all_of_them=True)
        if name not in INLINE:
            self.close_to({"p"}, CELL_WALLS | {"ul", "ol", "dl", "blockquote", "div"})

    def walls(self, name: str) -> set[str]:
        if name in INLINE:
            return {element for element in self.open if element not in INLINE}
        return WALLS.get(name, CELL_WALLS - {name})

    def close_to(self, names: set[str], walls: set[str], all_of_them: bool = False) -> None:
        """Close the nearest of these elements, unless a wall stands in between."""
        found = 0
        for height, element in enumerate(reversed(self.open), start=1):
            if element in names:
                found = height
                if not all_of_them:
                    break
            elif element in walls:
                break
        self.close(found)

    def close(self, count: int) -> None:
        for _ in range(count):
            self.tags.pop()
            self.out.append(f"</{self.open.pop()}>")

    def separate(self, name: str) -> None:
        """Words on either side of a removed block do not grow together."""
        if name not in INLINE:
            self.out.append("\n")


def _after(source: str, end: str, position: int) -> int:
    found = source.find(end, position)
    return len(source) if found < 0 else found + len(end)
