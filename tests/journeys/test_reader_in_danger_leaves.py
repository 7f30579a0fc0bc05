"""Somebody who may be watched reads about support, and leaves so that Back does not lead there.

The history is counted where the browser keeps it, and walked as the one who watches would walk it.
"""

import itertools

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

START = "/stod-och-rad/"
TRACES = "Så döljer du ditt besök"
SUPPORT = "Stöd och råd"

# What is clicked after the first page. Journeys are the pages that are read, of the safe branches
# and of others.
JOURNEYS = {
    "one page, and a place on it": ["Hoppa till innehållet"],
    "two pages": [TRACES],
    "three, the last the way back": [TRACES, "Till föregående sida: Stöd och råd"],
    "four, with a detour over an ordinary page": ["Nyheter", SUPPORT, TRACES],
    "five, over the plan to another safe branch": [
        "Hoppa till innehållet",
        "Åtgärdsplanen",
        "Stöd till fler",
        "Trygga hem",
        SUPPORT,
    ],
}


def press_the_button(page):
    page.locator(".leave a").click()


def press_shift_three_times(page):
    for _ in range(3):
        page.keyboard.press("Shift")


def follow_the_skip_link(page):
    page.locator("a.skip[data-exit]").focus()
    page.keyboard.press("Enter")


WAYS_OUT = [press_the_button, press_shift_three_times, follow_the_skip_link]


@pytest.fixture
def reader(browser, safe_site):
    """The browser of somebody in danger, with JavaScript; every test opens tabs of its own."""
    context = browser.new_context(base_url=safe_site, locale="sv-SE")
    yield context
    context.close()


def follow(page, name):
    """Click the first link of that name, wherever on the page it stands, and wait for what it opens."""
    link = page.get_by_role("link", name=name, exact=True).first
    address = link.evaluate("link => link.href")
    link.evaluate("link => link.click()")
    page.wait_for_url(address)


def history_of(context, page):
    """The addresses that the tab remembers, oldest first."""
    session = context.new_cdp_session(page)
    entries = session.send("Page.getNavigationHistory")["entries"]
    session.detach()
    return [entry["url"] for entry in entries if entry["url"] != "about:blank"]


def test_after_leaving_none_of_three_back_presses_shows_a_page_of_the_area(
    reader, safe_site, elsewhere
):
    requested = []
    reader.on("request", lambda request: requested.append(request.url))
    before = [f"{elsewhere.url}/{number}" for number in (1, 2, 3)]

    for (name, links), leave in itertools.product(JOURNEYS.items(), WAYS_OUT):
        journey = f"{name}, {leave.__name__}"
        page = reader.new_page()
        for address in before:
            page.goto(address)
        requested.clear()
        page.goto(START)
        for link in links:
            follow(page, link)
            assert history_of(reader, page)[:-1] == before, journey
        assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == [
            "",
            0,
            0,
        ]
        assert all(address.startswith(safe_site) for address in requested), journey

        leave(page)
        page.wait_for_url(f"{elsewhere.url}/vader")

        assert history_of(reader, page) == [*before, f"{elsewhere.url}/vader"], journey
        for address in reversed(before):
            page.go_back()
            assert page.url == address, journey
        page.close()
    assert reader.cookies() == []
    assert elsewhere.referers["/vader"] is None


def test_the_area_takes_the_place_of_the_ordinary_page_that_led_into_it(reader, elsewhere):
    page = reader.new_page()
    page.goto(f"{elsewhere.url}/1")
    page.goto("/nyheter/")
    follow(page, SUPPORT)

    press_the_button(page)
    page.wait_for_url(f"{elsewhere.url}/vader")
    page.go_back()

    assert page.url == f"{elsewhere.url}/1"


def test_other_ways_of_opening_a_link_are_left_to_the_browser(reader):
    page = reader.new_page()
    page.goto(START)

    with reader.expect_page() as opened:
        page.get_by_role("link", name=TRACES).first.click(modifiers=["Control"])
    opened.value.close()
    taken_over = page.evaluate(
        """() => {
          const taken = (link, options) => {
            document.querySelector("main").append(link);
            let over;
            addEventListener("click", (event) => {
              over = event.defaultPrevented;
              event.preventDefault();
            }, { once: true });
            link.dispatchEvent(
              new MouseEvent("click", { bubbles: true, cancelable: true, ...options })
            );
            return over;
          };
          const link = (facts) => Object.assign(document.createElement("a"), facts);
          return {
            phone: taken(link({ href: "tel:112" })),
            mail: taken(link({ href: "mailto:kim@example.com" })),
            download: taken(link({ href: "/dokument/1/", download: "" })),
            window: taken(link({ href: "/nyheter/", target: "_blank" })),
            shift: taken(link({ href: "/nyheter/" }), { shiftKey: true }),
            middle: taken(link({ href: "/nyheter/" }), { button: 1 }),
          };
        }"""
    )

    assert not any(taken_over.values()), taken_over
    assert page.url.endswith(START)


def test_shift_counts_only_alone_and_within_five_seconds_and_says_what_remains(reader, elsewhere):
    page = reader.new_page()
    page.clock.install()
    page.goto(START)
    said = page.get_by_role("status")

    page.keyboard.press("Shift")
    expect(said).to_have_text("Tryck Shift två gånger till för att lämna sidan.")
    page.clock.run_for(4000)
    page.keyboard.press("Shift")
    expect(said).to_have_text("Tryck Shift en gång till för att lämna sidan.")
    page.clock.run_for(4000)
    expect(said).to_have_text("Tryck Shift en gång till för att lämna sidan.")
    page.clock.run_for(1500)
    expect(said).to_have_text("Snabbknappen återställdes.")
    page.clock.run_for(5500)
    expect(said).to_have_text("")

    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    page.keyboard.press("a")
    expect(said).to_have_text("")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift+Tab")
    expect(said).to_have_text("")
    page.keyboard.down("Shift")
    page.locator("h1").click()
    page.keyboard.up("Shift")
    expect(said).to_have_text("")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert page.url.endswith(START)


def test_the_page_is_covered_at_once_and_shown_again_if_the_reader_is_still_there(
    reader, elsewhere
):
    page = reader.new_page()
    # An answer without content leaves the reader where she is.
    page.route(f"{elsewhere.url}/vader", lambda route: route.fulfill(status=204))
    page.goto(START)
    page.evaluate(
        """() => document.addEventListener("click", () => {
          window.seen = [document.querySelector("[role=alert]").textContent,
                         document.querySelector("main").checkVisibility()];
        })"""
    )

    page.locator(".leave a").click(modifiers=["Shift"])

    assert page.evaluate("window.seen") == ["Laddar …", False]
    cover = page.get_by_role("alert")
    expect(cover).to_have_text("Laddar …")
    assert cover.bounding_box() == {"x": 0, "y": 0, **page.viewport_size}
    # Some browsers say so of the first load too, which may end when she is on her way.
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow'))")
    assert cover.count() == 1
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(cover).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("script", ["leave", "one_entry"])
def test_nothing_is_shown_before_the_page_can_be_left_however_slow_the_line_is(reader, script):
    page = reader.new_page()
    late = []
    page.route(f"**/{script}*.js", lambda route: late.append(route))
    page.goto(START, wait_until="commit")
    page.wait_for_timeout(1000)

    assert len(late) == 1
    assert page.locator("h1").count() == 0
    late[0].continue_()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
