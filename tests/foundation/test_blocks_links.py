"""Links say where they lead, and no published link leads nowhere."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.models import Page, PageViewRestriction
from wagtail.rich_text import RichText

from foundation.blocks import BodyBlock, LinkBlock
from foundation.links import is_external
from foundation.media import SiteDocument
from home.models import StandardPage

BODY = BodyBlock()


@pytest.fixture
def torget(db):
    """A public page to link to."""
    start = Page.objects.filter(depth=2).first()
    return start.add_child(instance=Page(title="Torget", slug="torget"))


def links(*values):
    items = [{"type": "item", "value": value, "id": str(n)} for n, value in enumerate(values)]
    return BODY.to_python(
        [{"type": "link_list", "value": {"heading": "Läs mer", "items": items}, "id": "1"}]
    )


def test_a_link_without_a_target_can_be_saved_but_not_published():
    value = links({"label": "Undersökningen"})

    BODY.clean_deferred(value)
    with pytest.raises(ValidationError):
        BODY.clean(value)
    with pytest.raises(ValidationError) as refused:
        LinkBlock().clean(LinkBlock().to_python({"label": "Undersökningen"}))
    assert "Länken går ingenstans" in str(refused.value.block_errors["url"])


def test_a_link_cannot_lead_to_two_places(torget):
    value = LinkBlock().to_python(
        {"label": "Torget", "page": torget.pk, "url": "https://www.example.com/"}
    )

    with pytest.raises(ValidationError) as refused:
        LinkBlock().clean(value)
    assert "bara gå till ett ställe" in str(refused.value.block_errors["url"])


def test_a_link_without_a_target_is_not_shown(db):
    assert "Undersökningen" not in str(links({"label": "Undersökningen"}))


def test_a_link_to_another_website_says_so_in_words_inside_the_link(db):
    html = str(links({"label": "Undersökningen", "url": "https://www.example.com/"}))

    assert (
        '<a href="https://www.example.com/" rel="noreferrer">'
        "Undersökningen, Länk till annan webbplats</a>"
    ) in html
    assert "target=" not in html


@pytest.mark.parametrize(
    ("address", "external"),
    [
        ("https://www.example.com/", True),
        ("http://127.0.0.1:8000/nyheter/", False),
        ("/nyheter/", False),
        ("#mal", False),
        ("mailto:kim@example.com", False),
        ("https://[trasig", False),
    ],
)
def test_only_an_address_elsewhere_is_another_website(settings, address, external):
    settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8000"

    assert is_external(address) is external


def test_a_link_leads_to_a_public_page_and_to_no_other(torget, django_assert_num_queries):
    value = links({"label": "Till torget", "page": torget.pk})
    assert ">Till torget</a>" in str(value)

    parent = torget.get_parent()
    below = torget.add_child(instance=Page(title="Under", slug="under"))
    torget.unpublish()
    assert "Till" not in str(links({"label": "Till torget", "page": torget.pk}))
    assert "Till" not in str(links({"label": "Till under", "page": below.pk}))

    private = parent.add_child(instance=Page(title="Hemlig", slug="hemlig"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert "Till" not in str(links({"label": "Till hemlig", "page": private.pk}))


def test_many_page_links_cost_one_query(torget, django_assert_num_queries):
    values = [{"label": f"Länk {n}", "page": torget.pk} for n in range(20)]
    str(links(*values))  # knows the site's address from now on

    with django_assert_num_queries(1):
        str(links(*values))


def test_a_link_in_running_text_to_another_website_says_so():
    html = str(RichText('<p>Se <a href="https://www.example.com/?a=1&amp;b=2"><b>Brå</b></a>.</p>'))

    assert (
        'Se <a href="https://www.example.com/?a=1&amp;b=2" rel="noreferrer"><b>Brå</b>'
        "<span>, Länk till annan webbplats</span></a>."
    ) in html


def test_links_in_running_text_that_stay_here_say_nothing(torget):
    html = str(
        RichText(
            f'<p><a linktype="page" id="{torget.pk}">Torget</a>, <a href="#mal">målen</a>, '
            '<a href="mailto:kim@example.com">Kim</a></p>'
        )
    )

    assert ">Torget</a>" in html
    assert '<a href="#mal">målen</a>' in html
    assert "webbplats" not in html


def test_running_text_links_to_no_page_that_is_hidden(torget):
    torget.unpublish()

    html = str(RichText(f'<p><a linktype="page" id="{torget.pk}">Torget</a></p>'))

    assert "<a>Torget</a>" in html


def test_a_file_in_running_text_tells_type_and_size(db):
    document = SiteDocument.objects.create(
        title="Planen", file=ContentFile(b"x" * 1_200_000, name="plan.pdf")
    )

    html = str(RichText(f'<p><a linktype="document" id="{document.pk}">Planen</a></p>'))

    assert "Planen<span> (Pdf, 1,2\u00a0MB)</span></a>" in html


def test_a_file_that_is_gone_leaves_its_words(db):
    html = str(RichText('<p><a linktype="document" id="4711">Planen</a></p>'))

    assert "<a>Planen</a>" in html


@pytest.mark.django_db
def test_no_way_to_publication_lets_a_link_without_a_target_through():
    start = Page.objects.get(depth=2)
    page = start.add_child(
        instance=StandardPage(title="Länkar", live=False, body=links({"label": "Undersökningen"}))
    )
    revision = page.save_revision()

    with pytest.raises(ValidationError) as refused:
        revision.publish()
    assert "inte färdig" in str(refused.value.message_dict["body"])
    page.refresh_from_db()
    assert not page.live
