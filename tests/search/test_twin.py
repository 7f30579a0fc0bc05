"""Each page has its text beside it in Markdown, for those who may read the page and for nobody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from search.engines.markdown import markdown_of
from tests.factories import (
    CampaignPageFactory,
    FocusAreaPageFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    SupportPageFactory,
)
from tests.many_measures import add_measures

pytestmark = pytest.mark.django_db


def twin_of(page) -> str:
    """The address of the text beside the page."""
    return f"{page.url}index.md"


def test_it_says_what_the_page_says_and_where_the_page_is(client, measure):
    page = type(measure).objects.get(pk=measure.pk)
    page.summary, page.goal = "Torget får nya lampor.", "Fler *vågar* gå ut.\n\nÄven sent."
    page.save_revision().publish()

    answer = client.get(twin_of(measure))

    assert answer["Content-Type"] == "text/markdown; charset=utf-8"
    assert answer["Link"] == f'<{measure.full_url}>; rel="canonical"'
    assert answer["X-Robots-Tag"] == "noindex"
    assert "# Ett tryggare torg\n\nTorget får nya lampor.\n" in answer.text
    assert "## Mål\n\nFler \\*vågar\\* gå ut.\n\nÄven sent.\n" in answer.text
    for of_the_frame in ("Sök", "Hoppa till", "<"):
        assert of_the_frame not in answer.text
    link = f'<link rel="alternate" type="text/markdown" href="{measure.full_url}index.md">'
    assert link in client.get(measure.url).text


def test_every_public_page_has_one_and_links_to_it(client, home, plan, area, measure):
    news = NewsIndexPageFactory(parent=type(home).objects.get(pk=home.pk), slug="nyheter")
    article = NewsPageFactory(parent=news)
    for page in (home, plan, area, measure, news, article):
        answer = client.get(twin_of(page))
        assert answer.status_code == 200, page
        assert answer.text.count("\n# ") + answer.text.startswith("# ") == 1, page


@pytest.mark.parametrize(
    ("address", "title", "told"),
    [
        ("/oppna-data/", "Öppna data", "| indicator\\_key | Indikatorns nyckel. Ändras aldrig."),
        ("/flode/", "Prenumerera", "[Allt nytt](http://localhost/flode/allt.atom)"),
    ],
)
def test_the_sites_own_pages_have_one_too(client, plan, address, title, told):
    answer = client.get(f"{address}index.md?utm_source=brev")

    assert answer["Content-Type"] == "text/markdown; charset=utf-8"
    assert answer["Link"] == f'<http://localhost{address}>; rel="canonical"'
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer.text.startswith(f"# {title}\n")
    assert told in answer.text
    link = f'<link rel="alternate" type="text/markdown" href="http://localhost{address}index.md">'
    assert link in client.get(address).text
    assert client.post(f"{address}index.md").status_code == 405


def test_there_is_none_where_nobody_may_read_the_page_or_is_to_know_of_it(
    client, subtests, home, area, measure
):
    home = type(home).objects.get(pk=home.pk)
    support = SupportPageFactory(parent=home, safe_mode=True)
    private = MeasurePageFactory(parent=area, title="Inloggning")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    draft_area = FocusAreaPageFactory(parent=area.get_parent(), title="Utkast", live=False)
    pages = {
        "draft": MeasurePageFactory(parent=area, live=False),
        "below a draft": MeasurePageFactory(parent=draft_area),
        "example": MeasurePageFactory(parent=area, is_example=True),
        "hidden from search engines": MeasurePageFactory(
            parent=area, hide_from_search_engines=True
        ),
        "in safe mode": support,
        "below one in safe mode": CampaignPageFactory(parent=support),
    }
    for state, page in pages.items():
        with subtests.test(state):
            answer = client.get(twin_of(page))
            assert answer.status_code == 404
            assert page.title not in answer.text
            assert "index.md" not in client.get(page.url).text
    with subtests.test("private"):
        answer = client.get(twin_of(private))
        assert (answer.status_code, answer.url) == (
            client.get(private.url).status_code,
            f"/redaktion/login/?next={twin_of(private)}",
        )
    with subtests.test("safe headers"):
        assert client.get(twin_of(support))["Cache-Control"] == "no-store"
    for address in ("/finns-inte/index.md", "/atgardsplan/vad-har-hant/index.md", "/sok/index.md"):
        with subtests.test(address):
            assert client.get(address).status_code == 404


def test_it_goes_where_the_page_goes(client, django_capture_on_commit_callbacks, measure):
    old = measure.url
    measure.slug = "ljusare-torg"
    with django_capture_on_commit_callbacks(execute=True):
        measure.save_revision().publish()
    measure.refresh_from_db()
    answer = client.get(f"{old}index.md")
    assert (answer.status_code, answer.url) == (301, twin_of(measure))

    measure.unpublish()
    assert client.get(f"{old}index.md").status_code == 410
    assert client.get(twin_of(measure)).status_code == 410


def test_what_stands_in_the_address_changes_nothing(client, plan, measure):
    assert client.get(f"{twin_of(plan)}?status=avbruten").text == client.get(twin_of(plan)).text


def test_it_costs_no_more_queries_than_the_page(client, plan, measure):
    add_measures(FocusAreaPageFactory(parent=plan, title="Trygga hem"), 40, updates_each=1)

    def queries(address):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        return len(captured)

    assert queries(twin_of(plan)) <= queries(plan.url)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<h2>Två <em>sorter</em></h2>", "## Två *sorter*"),
        (
            "<p>Läs <a href='/a/?x=(1)'>mer</a> nu.</p>",
            "Läs [mer](http://x.example/a/?x=%281%29) nu.",
        ),
        ("<ul><li>Ett</li><li>Två<ul><li>Tre</li></ul></li></ul>", "- Ett\n- Två\n\n  - Tre"),
        ("<ol><li>Ett</li><li><p>Två</p></li></ol>", "1. Ett\n2. Två"),
        ("<dl><dt>Tid</dt><dd>2026</dd></dl>", "**Tid**\n\n2026"),
        ("<blockquote><p>Ja.</p><p>Nej.</p></blockquote>", "> Ja.\n>\n> Nej."),
        ("<p>1. maj</p><p># nej</p><p>- streck</p>", "1\\. maj\n\n\\# nej\n\n\\- streck"),
        ("<p>a*b_c [d] &lt;e&gt; `f`</p>", "a\\*b\\_c \\[d\\] \\<e\\> \\`f\\`"),
        ("<p>Rad<br>till</p>", "Rad  \ntill"),
        ("<img src='/m/a.jpg' alt='Ett torg'>", "![Ett torg](http://x.example/m/a.jpg)"),
        ("<nav>Bort</nav><form>Bort</form><svg><title>Bort</title></svg><p>Kvar</p>", "Kvar"),
        (
            "<table><caption>Möten</caption><tr><th>Plats</th><th>Tal</th></tr>"
            "<tr><th>A|B</th><td>4</td></tr></table>",
            "Möten\n\n| Plats | Tal |\n| --- | --- |\n| A\\|B | 4 |",
        ),
        ("<p> <b> fet </b>text</p>", "**fet** text"),
        ("<div>lös <span>text</span><p>stycke</p></div>", "lös text\n\nstycke"),
        ("", ""),
    ],
)
def test_html_of_every_kind_is_the_same_text_in_markdown(html, text):
    assert markdown_of(f"<main>{html}</main>", "http://x.example/sida/").rstrip("\n") == text
