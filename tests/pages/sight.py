"""What a browser meets on a page: what it fetches, what it is left with, and what axe finds."""

from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import BrowserContext, Page

from tests.real_site import Kind

# A common phone held upright, as Lighthouse has it.
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True}
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")
HEIGHT = 900

_AXE = """async () => {
    const rules = Object.fromEntries(axe.getRules().map(({ruleId}) => [ruleId, {enabled: true}]));
    // What is deprecated is replaced by other rules; AAA is more than WCAG 2.2 AA, which is promised.
    for (const {ruleId, tags} of axe.getRules())
        if (tags.includes("deprecated") || tags.some(tag => /^wcag2\\d*aaa$/.test(tag)))
            rules[ruleId] = {enabled: false};
    const {violations} = await axe.run(document, {rules, resultTypes: ["violations"]});
    return violations.map(({id, tags, nodes}) => ({
        id, tags: tags.filter(tag => /^wcag\\d{3,}$/.test(tag)),
        where: nodes.map(({target}) => target.join(" ")),
    }));
}"""
_LEFT_BEHIND = """async () => [
    ...Object.keys(localStorage).map(key => `localStorage ${key}`),
    ...Object.keys(sessionStorage).map(key => `sessionStorage ${key}`),
    ...(await indexedDB.databases()).map(({name}) => `IndexedDB ${name}`),
    ...(await caches.keys()).map(key => `Cache ${key}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({scope}) => `worker ${scope}`),
]"""
_POST = """address => {
    const form = document.createElement("form");
    form.method = "post";
    form.action = address;
    document.body.append(form);
    form.submit();
}"""
_ICONS = "links => links.map(link => link.href)"


@dataclass
class Sight:
    """What one page was seen to do."""

    fetched: list[str] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    stored: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    axe: list[str] = field(default_factory=list)

    def strangers(self, address: str) -> list[str]:
        """Other hosts than the site's that the page asked."""
        own = urlsplit(address).netloc
        return sorted({urlsplit(url).netloc for url in self.fetched} - {own})


def look(context: BrowserContext, kind: Kind, site: str, axe: str, until: str = "load") -> Sight:
    """Open the page on a phone, then look at it in every width and scheme.

    A context of its own has fetched nothing before.
    """
    sight = Sight()
    address = site + kind.address
    page = context.new_page()
    try:
        if kind.method == "POST":
            page.goto(site)
        page.on("request", lambda request: _note_request(sight, request.url))
        page.on("pageerror", lambda error: sight.complaints.append(str(error)))
        page.on("console", lambda said: _note_complaint(sight, said, address))
        if kind.method == "POST":
            with page.expect_navigation(wait_until=until):
                page.evaluate(_POST, address)
        else:
            page.goto(address, wait_until=until)
        _note_icons(sight, page)
        sight.cookies = [cookie["name"] for cookie in context.cookies()]
        sight.stored = page.evaluate(_LEFT_BEHIND)
        page.evaluate(axe)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                sight.axe.append(f"{width} px: sidan är bredare än skärmen (WCAG 1.4.10)")
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                for fault in page.evaluate(_AXE):
                    sight.axe.append(f"{width} px {scheme}: {_told(fault)}")
    finally:
        page.close()
    return sight


def _told(fault: dict) -> str:
    """The rule, the criterion of WCAG that it is about if it is about one, and where."""
    criteria = [f"WCAG {tag[4]}.{tag[5]}.{tag[6:]}" for tag in fault["tags"]]
    where = "; ".join(fault["where"][:3])
    return f"{fault['id']} ({', '.join(criteria) or 'god praxis'}): {where}"


def _note_request(sight: Sight, url: str) -> None:
    # Asked for by the browser alone, where a page names no icon.
    if urlsplit(url).path != "/favicon.ico":
        sight.fetched.append(url)


def _note_complaint(sight: Sight, said, address: str) -> None:
    # That the page itself is not found, or fails and has no icon, is what was asked for.
    expected = {address, urljoin(address, "/favicon.ico")}
    if said.type == "error" and said.location.get("url") not in expected:
        sight.complaints.append(said.text)


def _note_icons(sight: Sight, page: Page) -> None:
    """Count the icon, which a browser without a window does not fetch."""
    for icon in page.locator("link[rel=icon]").evaluate_all(_ICONS):
        if icon not in sight.fetched:
            sight.fetched.append(icon)
