"""No page in safe mode is public under an address or with a file that gives its reader away."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from foundation.media import SiteDocument
from foundation.risk_words import risk_words
from tests.factories import FocusAreaPageFactory, MeasurePageFactory
from tests.safe_pages import RISK_WORDS, seen_of, telling, traces_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def safe_area(plan):
    """A focus area in safe mode."""
    return FocusAreaPageFactory(parent=plan, title="Hem", safe_mode=True)


def document(name):
    return SiteDocument.objects.create(title="Råd", file=ContentFile(b"text", name))


@pytest.mark.parametrize("way", ["document", "paragraph"])
def test_a_file_with_a_telling_name_stops_a_safe_page_and_no_other(plan, safe_area, way):
    file = document("vald-i-hemmet.pdf")
    body = [
        ("document", {"document": file, "text": ""})
        if way == "document"
        else ("paragraph", f'<p><a linktype="document" id="{file.pk}">Råd</a></p>')
    ]

    FocusAreaPageFactory(parent=plan, title="Torg", body=body)
    with pytest.raises(ValidationError, match=r"Filen vald-i-hemmet\w*\.pdf har ett namn"):
        MeasurePageFactory(parent=safe_area, body=body)


def test_a_file_with_a_neutral_name_stops_nothing(safe_area):
    body = [("document", {"document": document("broschyr.pdf"), "text": ""})]

    assert MeasurePageFactory(parent=safe_area, body=body).live


def test_a_branch_is_not_put_in_safe_mode_while_addresses_in_it_tell(area):
    MeasurePageFactory(parent=area, title="Fler samtal", slug="kvinnofrid")
    area.safe_mode = True

    with pytest.raises(ValidationError, match="Byt först adress på ”Fler samtal”"):
        area.save_revision().publish()


@pytest.mark.parametrize("slug", ["kvinnofrid", "samtal"])
def test_a_page_with_a_telling_address_is_not_moved_into_safe_mode(area, safe_area, slug):
    measure = MeasurePageFactory(parent=area, title="Fler samtal", slug=slug)

    if slug == "samtal":
        measure.move(safe_area, pos="last-child")
        assert type(measure).objects.get(pk=measure.pk).in_safe_branch
    else:
        with pytest.raises(ValidationError, match="Byt först adress på ”Fler samtal”"):
            measure.move(safe_area, pos="last-child")


def test_a_page_about_it_says_so_in_its_text_and_nowhere_else(client, plan):
    words = "Våld i nära relationer"
    page = FocusAreaPageFactory(
        parent=plan,
        title=words,
        slug="rad",
        safe_mode=True,
        safe_title="Stöd och råd",
        summary=f"{words}.",
        seo_title=words,
        search_description=f"{words}.",
        body=[("paragraph", f"<p>{words}.</p>")],
    )

    html = client.get(page.url).text

    assert f"<h1>{words}</h1>" in html
    assert not [text for text in seen_of(html) if telling(text)]
    assert not traces_of(html)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:title" content="Våld i nära relationer">',
        '<link rel="canonical" href="/vald-i-nara-relationer/">',
        '<link rel="alternate" type="application/atom+xml" href="/flode/allt.atom">',
        '<link rel="preconnect" href="https://www.smhi.se/">',
        '<script type="application/ld+json">{}</script>',
        '<img src="/media/images/kvinnofrid.width-400.jpg">',
    ],
)
def test_what_would_give_a_reader_away_is_noticed(head):
    html = f"<title>Stöd och råd</title>{head}"

    assert [text for text in seen_of(html) if telling(text)] or traces_of(html)


def test_the_sites_own_list_knows_what_is_looked_for():
    whole_words = [word for word in RISK_WORDS if len(word) > 8 and "-" not in word]

    assert [word for word in whole_words if not risk_words(word)] == []
