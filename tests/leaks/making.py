"""Pages, files and pictures with a token of their own in every text."""

from contextlib import nullcontext
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Page, PageViewRestriction

from accounts.models import User
from actionplan.models import (
    FocusAreaPage,
    IndicatorIndexPage,
    IndicatorPage,
    MeasurePage,
    PlanPage,
    StatusUpdatePage,
    SurveyIndexPage,
    SurveyPage,
)
from foundation.contacts import Contact
from foundation.media import SiteDocument, SiteImage
from home.models import AccessibilityStatementPage, StandardPage
from news.models import CampaignPage, NewsIndexPage, NewsPage, SupportPage
from tests.factories import untold
from tests.leaks.filling import Tokens, fill, fill_parts

# Every page type, by its part in the site, and what it stands below.
TREE: dict[str, tuple[type[Page], str]] = {
    "plan": (PlanPage, "home"),
    "area": (FocusAreaPage, "plan"),
    "measure": (MeasurePage, "area"),
    "update": (StatusUpdatePage, "measure"),
    "indicators": (IndicatorIndexPage, "plan"),
    "indicator": (IndicatorPage, "indicators"),
    "surveys": (SurveyIndexPage, "plan"),
    "survey": (SurveyPage, "surveys"),
    "news": (NewsIndexPage, "home"),
    "article": (NewsPage, "news"),
    "support": (SupportPage, "home"),
    "campaign": (CampaignPage, "support"),
    "standard": (StandardPage, "home"),
    "statement": (AccessibilityStatementPage, "standard"),
}
LOGIN, GROUPS, PASSWORD = (
    PageViewRestriction.LOGIN,
    PageViewRestriction.GROUPS,
    PageViewRestriction.PASSWORD,
)


class Made:
    """What has been made so far, by state, and what there is to look for in it."""

    measure: MeasurePage | None = None
    editor: User
    contact: Contact

    def __init__(self) -> None:
        self.tokens = Tokens()
        self.pages: dict[str, dict[str, Page]] = {}
        self.documents: dict[str, SiteDocument] = {}
        self.images: dict[str, SiteImage] = {}

    @property
    def chosen(self) -> dict[str, object]:
        """What the parts of a page refer to."""
        return {
            "measure": self.measure,
            "user": self.editor,
            "document": self.documents["public"],
        }

    def page(self, state: str, part: str, parent: Page, live: bool = True, **fields) -> Page:
        """A page with a token in every text, published unless it is a draft."""
        model, is_public = TREE[part][0], state == "public"
        page = fill(model(live=False, owner=self.editor), self.tokens, state, is_public)
        for name, value in fields.items():
            setattr(page, name, value)
        if model is AccessibilityStatementPage:
            page.contact = self.contact
        fill_parts(page, self.tokens, state, is_public, **self.chosen)
        with untold() if live else nullcontext():
            page = parent.add_child(instance=page)
            revision = page.save_revision(user=self.editor)
        if live:
            revision.publish()
        page = model.objects.get(pk=page.pk)
        self.pages.setdefault(state, {})[part] = page
        return page

    def one_of_each(self, state: str, live: bool = True, own_branch: bool = False) -> dict:
        """A page of each type: below the public ones, or a branch of their own."""
        for part, (_model, above) in TREE.items():
            parents = self.pages[state] if own_branch and above != "home" else self.pages["public"]
            self.page(state, part, type(parents[above]).objects.get(pk=parents[above].pk), live)
        return self.pages[state]

    def below(self, state: str, *parts: str, **fields) -> dict[str, Page]:
        """Pages of these types below public ones."""
        for part in parts:
            above = self.pages["public"][TREE[part][1]]
            self.page(state, part, type(above).objects.get(pk=above.pk), **fields)
        return self.pages[state]

    def document(self, state: str, **fields) -> SiteDocument:
        word = self.tokens.word(f"{state}: the file", state == "public")
        document = SiteDocument(file=ContentFile(word.encode(), name=f"{word}.txt"), **fields)
        fill(document, self.tokens, f"document, {state}", state == "public")
        document.save()
        self.documents[state] = document
        return document

    def image(self, state: str) -> SiteImage:
        """A picture of one colour, so that no two are the same file."""
        is_public, file = state == "public", BytesIO()
        color = (40 * (len(self.images) + 1), 90, 20)
        Image.new("RGB", (300, 150), color).save(file, "PNG")
        name = self.tokens.word(f"image, {state}: the file", is_public)
        image = SiteImage(
            title=self.tokens.word(f"image, {state}: title"),
            description=self.tokens.word(f"image, {state}: description", is_public),
            photographer=self.tokens.word(f"image, {state}: photographer", is_public),
            licence=self.tokens.word(f"image, {state}: licence", is_public),
            file=ContentFile(file.getvalue(), name=f"{name}.png"),
        )
        image.save()
        self.images[state] = image
        return image

    def add(self, state: str, part: str, parts: list[tuple]) -> None:
        page = self.pages[state][part]
        page = type(page).objects.get(pk=page.pk)
        for kind, value in parts:
            page.body.append((kind, page.body.stream_block.child_blocks[kind].to_python(value)))
        page.save()

    def add_picture(self, state: str, image: SiteImage) -> None:
        alt = self.tokens.word(f"{state}: alt text", state == "public")
        shown = {"image": image.pk, "alt_text": alt, "decorative": False}
        article = NewsPage.objects.get(pk=self.pages[state]["article"].pk)
        block = NewsPage.picture.field.stream_block
        value = [{"type": "picture", "value": {"image": shown, "caption": ""}}]
        article.picture = block.to_python(value)
        article.save()


def restrict(page: Page, kind: str = LOGIN, **fields) -> None:
    """Keep the page for some readers."""
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type=kind, **fields)
