"""What is promised of every public page, and how what was found compares with it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.pages.sight import Sight
from tests.pages.weight import Answer
from tests.real_site import Kind

HTML_AND_CSS, CSS, TEXT_PAGE, START_PAGE, REQUESTS = 14_000, 7_000, 20_000, 60_000, 5
LCP_SECONDS, PERFECT = 1.2, 100
CATEGORIES = ("prestanda", "tillgänglighet", "god praxis", "sökmotorer")

HEADERS = {
    "X-Content-Type-Options": {"nosniff"},
    "X-Frame-Options": {"DENY", "SAMEORIGIN"},
    "Referrer-Policy": {"no-referrer", "same-origin", "strict-origin-when-cross-origin"},
    "Cross-Origin-Opener-Policy": {"same-origin"},
    "Cross-Origin-Resource-Policy": {"same-origin"},
    "Permissions-Policy": None,
    "Content-Security-Policy": None,
}
# What a policy needs in order to mean anything, and what makes it mean nothing.
POLICY_NEEDS = ("default-src", "base-uri", "form-action", "frame-ancestors")
POLICY_REFUSES = ("unsafe-inline", "unsafe-eval", "*", "data:", "http:", "https:")


@dataclass
class Finding:
    """All that was found out about one page."""

    kind: Kind
    address: str
    answers: dict[str, Answer]
    sight: Sight
    html_errors: list[str]
    lighthouse: dict | None = None

    def weight(self, *kinds: str) -> int:
        """Bytes over the wire of the answers of these media types; of all when none is named."""
        return sum(
            answer.bytes_over_the_wire
            for answer in self.answers.values()
            if not kinds or answer.kind.startswith(kinds)
        )

    @property
    def page(self) -> Answer:
        """The answer that is the page itself."""
        return self.answers[self.address]


@dataclass(frozen=True)
class Cell:
    """A value in the table, and why it breaks a promise if it does."""

    text: str
    broken: tuple[str, ...] = ()


def judged(finding: Finding) -> dict[str, Cell]:
    """The row of a page: each promise by the heading of its column."""
    return {
        **_weights(finding),
        **_lighthouse(finding),
        "axe 0": _none("axe", finding.sight.axe),
        "html 0": _none("html", finding.html_errors),
        "kakor 0": _none("kaka", _cookies(finding)),
        "lager 0": _none("lager", finding.sight.stored),
        "andra 0": _none("annan värd", finding.sight.strangers(finding.address)),
        "huvud 7": _headers(finding),
        "opackat 0": _none("utan gzip", _unpacked(finding)),
        "övrigt 0": _none("övrigt", _others(finding)),
    }


def _weights(finding: Finding) -> dict[str, Cell]:
    html, css = finding.weight("text/html"), finding.weight("text/css")
    whole = START_PAGE if finding.kind.has_pictures else TEXT_PAGE
    cells = {
        "html": Cell(_kb(html)),
        "css 7": _at_most(css, CSS, "css"),
        "h+c 14": _at_most(html + css, HTML_AND_CSS, "html + css"),
        "allt 20/60": _at_most(finding.weight(), whole, "allt"),
    }
    number = len(finding.answers)
    # Pictures are fetched apart, and are no part of a text page.
    broken = number > REQUESTS and not finding.kind.has_pictures
    cells["anrop 5"] = Cell(str(number), (f"anrop: {number}",) if broken else ())
    return cells


def _at_most(value: int, limit: int, what: str) -> Cell:
    broken = (f"{what}: {_kb(value)} kB, lovat {_kb(limit)}",) if value > limit else ()
    return Cell(_kb(value), broken)


def _lighthouse(finding: Finding) -> dict[str, Cell]:
    found = finding.lighthouse
    if not found:
        return {"LCP 1,2": Cell("–"), "CLS 0": Cell("–"), "lighthouse 100": Cell("–")}
    if found["problem"]:
        failed = Cell("?", (f"lighthouse: {found['problem']}",))
        return {"LCP 1,2": Cell("?"), "CLS 0": Cell("?"), "lighthouse 100": failed}
    lcp, cls = round(found["lcp"], 2), round(found["cls"], 3)
    low = [
        f"{name} {score}"
        for name, score in zip(CATEGORIES, found["scores"], strict=True)
        if score != PERFECT
    ]
    why = (f"lighthouse: {', '.join(low)} ({'; '.join(found['costs'])})",) if low else ()
    return {
        "LCP 1,2": Cell(_comma(lcp, 2), (f"LCP: {_comma(lcp, 2)} s",) if lcp > LCP_SECONDS else ()),
        "CLS 0": Cell(_comma(cls, 3), (f"CLS: {_comma(cls, 3)}",) if cls else ()),
        "lighthouse 100": Cell("/".join(map(str, found["scores"])), why),
    }


def _cookies(finding: Finding) -> list[str]:
    sent = [
        header for answer in finding.answers.values() if (header := answer.headers["Set-Cookie"])
    ]
    return [*finding.sight.cookies, *sent]


def _headers(finding: Finding) -> Cell:
    headers = finding.page.headers
    wrong = []
    for name, allowed in HEADERS.items():
        value = headers.get(name)
        if value is None:
            wrong.append(f"huvud: {name} saknas")
        elif allowed and value not in allowed:
            wrong.append(f"huvud: {name} är {value}")
    policy = headers.get("Content-Security-Policy", "")
    wrong += [f"huvud: CSP saknar {part}" for part in POLICY_NEEDS if part not in policy]
    sources = policy.replace("'", "").replace(";", " ").split()
    wrong += [f"huvud: CSP tillåter {part}" for part in POLICY_REFUSES if part in sources]
    return Cell(str(len(HEADERS) - len(wrong)), tuple(wrong))


def _others(finding: Finding) -> list[str]:
    """What no column shows: another status, failing parts, complaints in the console."""
    found = list(finding.sight.complaints)
    for address, answer in finding.answers.items():
        expected = finding.kind.status if address == finding.address else 200
        if answer.status != expected:
            found.append(f"{urlsplit(address).path} svarar {answer.status}")
    if finding.kind.is_indexable and b'name="description"' not in finding.page.plain:
        found.append("sidan saknar beskrivning för sökmotorer")
    robots = b'content="noindex' in finding.page.plain
    if robots == finding.kind.is_indexable:
        found.append(f"robots: sidan {'är' if robots else 'är inte'} dold för sökmotorer")
    return found


def _unpacked(finding: Finding) -> list[str]:
    """Text that came as it is. What nobody but one reader asks for may."""
    return [
        urlsplit(address).path
        for address, answer in finding.answers.items()
        if not answer.is_packed_if_text and finding.kind.is_indexable
    ]


def _none(what: str, found: list[str]) -> Cell:
    return Cell(str(len(found)), tuple(f"{what}: {one}" for one in found))


def _kb(number: int) -> str:
    return _comma(number / 1000, 1)


def _comma(number: float, decimals: int) -> str:
    return f"{number:.{decimals}f}".replace(".", ",")
