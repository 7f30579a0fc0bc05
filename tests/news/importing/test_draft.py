"""What an imported article is as a page: a draft that an editor can open, preview and complete."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.models import Page, Revision

from foundation.contacts import Organisation
from foundation.importing.refusal import Refused
from news.importing.article import (
    Article,
    Heading,
    Link,
    LinkList,
    Picture,
    Quote,
    Table,
)
from news.importing.draft import draft_from
from news.models import NewsPage
from tests.news.importing.samples import ALL, article

pytestmark = pytest.mark.django_db


def made(read: Article, news) -> NewsPage:
    draft = draft_from(read, news)
    assert draft.is_new
    return NewsPage.objects.get(pk=draft.page.pk)


def simple(**facts) -> Article:
    return Article(**{"title": "Rubrik", "lead": "Ingress.", "digest": "f" * 64, **facts})


def kinds(page: NewsPage) -> list[str]:
    return [block.block_type for block in page.body]


@pytest.fixture
def hagfors(news):
    return made(article("hagfors.txt"), news)


def test_the_page_is_a_draft_that_nobody_else_sees(hagfors, client):
    assert not hagfors.live
    assert hagfors.has_unpublished_changes
    assert hagfors.first_published_at is None
    assert client.get(hagfors.url).status_code == 404


def test_the_page_has_the_articles_title_lead_and_address(hagfors, news):
    assert hagfors.title == "Åtgärdsplan för att minska brottsligheten i Hagfors kommun"
    assert hagfors.slug == "atgardsplan-for-att-minska-brottsligheten-i-hagfors-kommun"
    assert hagfors.summary.startswith("Enligt en ny lag från 2023")
    assert hagfors.get_parent().specific == news


def test_running_text_between_other_blocks_stands_together(hagfors):
    assert kinds(hagfors) == [
        *("note", "paragraph", "heading", "paragraph", "quote", "link_list"),
        *("heading", "quote", "heading", "paragraph", "link_list"),
    ]
    assert str(hagfors.body[1].value).count("<p>") == 2


def test_the_revision_holds_what_the_page_holds(hagfors):
    assert Revision.objects.for_instance(hagfors).count() == 1
    assert str(hagfors.get_latest_revision_as_object().body) == str(hagfors.body)


def test_the_draft_can_be_previewed(hagfors):
    response = hagfors.make_preview_request()

    assert response.status_code == 200
    assert "Tryggt att bo i Hagfors" in response.rendered_content
    assert "avspärrningsband" not in response.rendered_content


def assert_an_editor_can_save(page: NewsPage):
    """What the form asks of a draft, field by field and block by block."""
    page.full_clean()
    page.body.stream_block.clean_deferred(page.body)


@pytest.mark.parametrize("name", ALL)
def test_an_editor_can_save_the_draft_of_any_article(name, news):
    assert_an_editor_can_save(made(article(name), news))


def test_publishing_asks_for_the_addresses_that_are_missing(hagfors):
    with pytest.raises(StreamBlockValidationError) as error:
        hagfors.body.stream_block.clean(hagfors.body)

    assert len(error.value.block_errors) == 2


def test_the_same_file_makes_no_second_page(news):
    first = draft_from(article("hagfors.txt"), news)
    second = draft_from(article("hagfors.txt"), news)

    assert not second.is_new
    assert second.page == first.page
    assert NewsPage.objects.count() == 1


def test_another_article_with_the_same_title_gets_an_address_of_its_own(news):
    made(simple(), news)

    assert made(simple(digest="e" * 64), news).slug == "rubrik-2"


def test_a_copied_page_is_no_import(hagfors, news):
    copy = hagfors.copy(to=news, update_attrs={"slug": "kopia", "title": "Kopia"})

    assert copy.import_digest == ""


def test_a_publisher_that_is_registered_is_chosen(news):
    unit = Organisation.objects.create(name="Kommunstyrelsens stab")

    assert made(article("lista_och_tabell.txt"), news).publisher == unit


def test_a_publisher_that_is_not_registered_is_told_to_the_editor(news):
    read = simple(published_by="Anna Berg")
    page = made(read, news)

    assert page.publisher is None
    assert "Anna Berg" in page.body[-1].value
    assert any("Anna Berg" in note for note in read.notes.left_out)


def test_the_old_address_is_the_source(news):
    page = made(article("wordpress.html"), news)

    assert page.source_url == "https://exempelstad.example/2023/11/sa-minskade-klottret/"
    assert page.source_text == "Artikeln på exempelstad.example"


def test_a_table_keeps_its_headings_and_knows_its_numbers(news):
    table = Table(
        (("Plats", "Antal"), ("Torget", "1 204,5"), ("Parken", "–")), "Möten", has_header=True
    )
    cells = made(simple(blocks=[table]), news).body[0].value["cells"]

    assert cells.caption == "Möten"
    assert [(column["heading"], column["block"].name) for column in cells.columns] == [
        ("Plats", "text"),
        ("Antal", "number"),
    ]
    assert [[cell.value for cell in row] for row in cells.rows] == [
        ["Torget", "1 204,5"],
        ["Parken", "–"],
    ]


def test_a_lead_too_long_for_its_field_goes_on_in_the_text(news):
    sentence = "Det här är en mening som är ungefär sextio tecken lång, ja. "
    page = made(simple(lead=(sentence * 12).strip()), news)

    assert len(page.summary) <= 500
    assert page.summary.endswith("lång, ja.")
    assert (page.summary + " " + str(page.body[0].value)).count("sextio") == 12


def test_a_lead_without_any_full_stop_is_cut_nowhere_but_moved(news):
    page = made(simple(lead="ord " * 200), news)

    assert page.summary == ""
    assert str(page.body[0].value).count("ord") == 200


def test_what_is_too_long_for_a_field_never_stops_the_draft(news):
    blocks = [
        Heading("R" * 200),
        Quote("Ja.", "N" * 300, "r" * 300),
        LinkList((Link("L" * 200, "https://x.example/" + "a" * 900),)),
        Picture("p" * 2_000),
    ]
    page = made(
        simple(title="ord " * 200, blocks=blocks, source_url="https://x.example/" + "a" * 300), news
    )

    assert page.title.endswith("ord …")
    assert page.body[1].value["speaker"] == ""
    assert_an_editor_can_save(page)


def test_a_draft_that_cannot_be_made_leaves_nothing_behind(news, monkeypatch):
    def refuse(*args, **kwargs):
        raise ValidationError("nej")

    monkeypatch.setattr(NewsPage, "save_revision", refuse)
    pages = Page.objects.count()

    with pytest.raises(Refused, match="nej"):
        draft_from(simple(), news)

    assert Page.objects.count() == pages
