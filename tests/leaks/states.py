"""One site in which every state there is stands side by side, each text with a token of its own.

A state is what has become of a page, a file or an entry of a register. All but the first are
kept from readers; what each of them says is known by its tokens.
"""

import datetime
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from PIL import Image
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    PageViewRestriction,
    Workflow,
)

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
from delivery import generation
from foundation import pictures
from foundation.abbreviations import Abbreviation
from foundation.contacts import Contact, HelpContact, Organisation, TargetGroup
from foundation.media import SiteDocument, SiteImage
from foundation.settings import SiteSettings
from home.models import AccessibilityStatementPage, HomePage, StandardPage
from news.models import CampaignPage, NewsIndexPage, NewsPage, SupportPage
from search.models import Synonyms
from tests.leaks.filling import COMMON, Tokens, fill, fill_parts

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
SNIPPETS = (Abbreviation, Contact, HelpContact, Organisation, Synonyms, TargetGroup)
LOGIN, GROUPS, PASSWORD = (
    PageViewRestriction.LOGIN,
    PageViewRestriction.GROUPS,
    PageViewRestriction.PASSWORD,
)


class EveryState:
    """The site, and what there is to look for in it."""

    def __init__(self, home: HomePage) -> None:
        self.tokens = Tokens()
        self.pages: dict[str, dict[str, Page]] = {}
        self.documents: dict[str, SiteDocument] = {}
        self.images: dict[str, SiteImage] = {}
        # What the plan tells that it has taken away, by the title that readers knew.
        self.titles_told: set[str] = set()
        self.redirects: list[str] = []
        self._make(home)

    # The parts

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

    # The site

    def _make(self, home: HomePage) -> None:
        self.measure = None
        self.editor = User(password="!")
        fill(self.editor, self.tokens, "an editor")
        self.editor.save()
        self.contact = fill(Contact(), self.tokens, "public", is_public=True)
        self.contact.phone = ""
        self.contact.save()
        self.document("public")
        self._public(home)
        self._drafts()
        self._taken_away()
        self._private()
        self._scheduled_and_in_moderation()
        self._repeated_and_moved()
        self._registers()
        self._files()
        self._led_to()
        self._draft_texts()
        self._old_titles_told()
        call_command("index_pages", all=True, verbosity=0)
        generation.advance_now()

    def _public(self, home: HomePage) -> None:
        self.pages["public"] = {"home": home}
        for part, (_model, above) in TREE.items():
            if part == "article":
                # News and campaigns are about it.
                self.measure = self.pages["public"]["measure"]
            parent = self.pages["public"][above]
            self.page("public", part, type(parent).objects.get(pk=parent.pk))
        self.partner = fill(Organisation(), self.tokens, "public", is_public=True)
        self.partner.save()
        self.below("another public one", "article", "measure", "indicator")
        self.tokens.public |= {
            token
            for token, place in self.tokens.places.items()
            if place.startswith("another public one")
            and not any(part in place for part in ("internal", "body.note", "admin_comments"))
        }

    def _drafts(self) -> None:
        self.one_of_each("never published", live=False)
        # What was said once and is said no more.
        for part, page in self.below("former text", "measure", "article", "standard").items():
            fill(page, self.tokens, "public", is_public=True)
            fill_parts(page, self.tokens, "public", True, **self.chosen)
            page.save_revision(user=self.editor).publish()
            self.pages["former text"][part] = page

    def _taken_away(self) -> None:
        for page in reversed(self.one_of_each("unpublished").values()):
            page.unpublish()
        deleted = self.below("deleted", "measure", "update", "article", "standard", "support")
        for page in deleted.values():
            type(page).objects.get(pk=page.pk).delete()
        branch = self.one_of_each("below an unpublished page", own_branch=True)
        # As they were before anything stood below them: so an editor may have them open too.
        for part in ("plan", "news", "support", "standard"):
            branch[part].unpublish()
        soon = timezone.now() + datetime.timedelta(days=1)
        for page in self.below("expired", "measure", "article", expire_at=soon).values():
            type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now())
        call_command("publish_scheduled", verbosity=0)

    def _private(self) -> None:
        for page in self.one_of_each("for those who log in").values():
            restrict(page)
        branch = self.one_of_each("below a private page", own_branch=True)
        for part in ("plan", "news", "support", "standard"):
            restrict(branch[part])
        for page in self.below("for a group", "measure", "article").values():
            restrict(page, GROUPS)
        for page in self.below("by an old password", "measure", "article").values():
            restrict(page, PASSWORD, password="hemligt")
        for page in self.below("unpublished, then private", "measure", "article").values():
            page.unpublish()
            restrict(page)

    def _scheduled_and_in_moderation(self) -> None:
        later = timezone.now() + datetime.timedelta(days=1)
        self.below("scheduled", "measure", "update", "article", "campaign", go_live_at=later)
        workflow = Workflow.objects.get()
        for page in self.below("in moderation", "measure", "article", live=False).values():
            workflow.start(page, self.editor)

    def _repeated_and_moved(self) -> None:
        draft = self.pages["never published"]["measure"]
        private = self.pages["for those who log in"]["measure"]
        area = self.pages["another public one"]["measure"].get_parent()
        aliases = self.pages["alias of a hidden page"] = {}
        for name, page in (("draft", draft), ("private", private)):
            slug = self.tokens.word(f"alias of a hidden page: {name}")
            aliases[name] = page.create_alias(parent=area.specific, update_slug=slug)
        self.below("version that is a draft", "support", live=False, language="en")
        self.below("version that is private", "support", language="ar")
        for state in ("version that is a draft", "version that is private"):
            page = self.pages[state]["support"]
            page.version_of = self.pages["public"]["support"]
            page.save()
        restrict(self.pages["version that is private"]["support"])
        moved = self.below("moved below a private page", "measure")["measure"]
        target = self.pages["below a private page"]["area"]
        moved.move(FocusAreaPage.objects.get(pk=target.pk), pos="last-child")

    def _registers(self) -> None:
        """Entries that no public page shows, drafts of entries, and what is for editors alone."""
        for model in SNIPPETS:
            entry = fill(model(), self.tokens, "register, never shown")
            for name in ("phone",):
                if hasattr(entry, name):
                    setattr(entry, name, "0563-123 45")
            if model is HelpContact:
                entry.live = False
            entry.save()
        shown = HelpContact(phone="020-50 50 50")
        fill(shown, self.tokens, "public", is_public=True)
        shown.phone, shown.verified_on = "020-50 50 50", timezone.localdate()
        shown.source = self.tokens.word("source of a published number, for editors")
        shown.note = self.tokens.word("note on a published number, for editors")
        shown.save()
        fill(shown, self.tokens, "draft of a published number")
        shown.phone = "020-50 50 51"
        shown.save_revision(user=self.editor)
        draft = self.pages["never published"]["measure"]
        draft.responsible = Organisation.objects.exclude(pk=self.partner.pk).get()
        draft.target_groups.set(TargetGroup.objects.all())
        draft.save()

    def _files(self) -> None:
        link = '<p><a linktype="document" id="{}">Fil</a></p>'
        private = Collection.get_first_root_node().add_child(name="Bara för oss")
        inner = Collection.objects.get(pk=private.pk).add_child(name="Längre in")
        CollectionViewRestriction.objects.create(collection=private, restriction_type=LOGIN)
        public = self.documents["public"]
        in_private = self.document("in a child of a private collection", collection=inner)
        self.document("that nothing refers to")
        text = "".join(link.format(one.pk) for one in (public, in_private))
        picture = self.image("public")
        self._add("public", "standard", [("paragraph", text)])
        self._add_picture("public", picture)
        for state in ("never published", "unpublished", "for those who log in"):
            self._add(state, "standard", [("paragraph", link.format(self.document(state).pk))])
            self._add_picture(state, self.image(state))
        campaign = CampaignPage.objects.get(pk=self.pages["public"]["campaign"].pk)
        material = campaign.internal_materials.get()
        material.document = self.document("internal material")
        material.save()
        # An editor has looked at the drafts; with them at hand Wagtail makes what is to be shown.
        for image in self.images.values():
            pictures.make([image])

    def _add(self, state: str, part: str, parts: list[tuple]) -> None:
        page = self.pages[state][part]
        page = type(page).objects.get(pk=page.pk)
        for kind, value in parts:
            page.body.append((kind, page.body.stream_block.child_blocks[kind].to_python(value)))
        page.save()

    def _add_picture(self, state: str, image: SiteImage) -> None:
        alt = self.tokens.word(f"{state}: alt text", state == "public")
        shown = {"image": image.pk, "alt_text": alt, "decorative": False}
        article = NewsPage.objects.get(pk=self.pages[state]["article"].pk)
        block = NewsPage.picture.field.stream_block
        value = [{"type": "picture", "value": {"image": shown, "caption": ""}}]
        article.picture = block.to_python(value)
        article.save()

    def _led_to(self) -> None:
        """Public pages, the frame, the search and redirects lead to what is hidden."""
        hidden = self.pages["for those who log in"]
        draft = self.pages["never published"]
        links = [
            {"label": "Läs mer", "page": page.pk}
            for pages in (hidden, draft)
            for page in (pages["measure"], pages["indicator"], pages["article"])
        ]
        figure = {"indicator": hidden["indicator"].pk, "explanation": "svarar ja"}
        words = (
            f'<p>Det är <a linktype="page" id="{hidden["indicator"].pk}">1,5</a> och '
            f'<a linktype="page" id="{draft["indicator"].pk}">2,5</a>.</p>'
        )
        items = [{"type": "item", "id": "1", "value": link} for link in links]
        told = [("link_list", {"items": items}), ("key_figure", figure), ("paragraph", words)]
        self._add("public", "standard", told)
        measure = MeasurePage.objects.get(pk=self.pages["public"]["measure"].pk)
        measure.indicators.set([hidden["indicator"], draft["indicator"]])
        measure.replaced_by = hidden["measure"]
        measure.partners.set([self.partner])
        measure.save()
        indicator = IndicatorPage.objects.get(pk=self.pages["public"]["indicator"].pk)
        indicator.survey = hidden["survey"]
        indicator.save()
        plan = PlanPage.objects.get(pk=self.pages["public"]["plan"].pk)
        plan.superseded_by = None
        plan.document = self.documents["public"]
        plan.save()
        start = HomePage.objects.get()
        fill(start, self.tokens, "public", is_public=True)
        start.slug = self.pages["public"]["home"].slug
        start.key_figure_indicator = hidden["indicator"]
        start.key_figure_page, start.help_page = hidden["survey"], hidden["support"]
        start.save()
        self._frame_leads_to([hidden["standard"], draft["standard"], hidden["support"]])
        query = Query.get(COMMON)
        for page in (hidden["article"], draft["article"]):
            SearchPromotion.objects.create(
                query=query, page=page, description=self.tokens.word("pick of a hidden page")
            )
            old = f"/gammal-{page.pk}"
            Redirect.objects.create(old_path=old, redirect_page=page)
            self.redirects.append(f"{old}/")

    def _frame_leads_to(self, pages: list[Page]) -> None:
        settings = SiteSettings.objects.get()
        menu = SiteSettings.menu.field.stream_block
        (kind,) = menu.child_blocks
        settings.menu = menu.to_python(
            [{"type": kind, "value": {"label": "", "page": page.pk, "url": ""}} for page in pages]
        )
        settings.traces_page = pages[-1]
        settings.save()

    def _draft_texts(self) -> None:
        """New texts on pages that all may read, which nobody has published yet."""
        for page in self.pages["public"].values():
            page = type(page).objects.get(pk=page.pk)
            fill(page, self.tokens, "draft text on a live page")
            fill_parts(page, self.tokens, "draft text on a live page", False, **self.chosen)
            page.save_revision(user=self.editor)

    def _old_titles_told(self) -> None:
        for token, place in self.tokens.places.items():
            state, _, field = place.partition(": ")
            model, _, name = field.partition(".")
            in_plan = model in {page.__name__ for page, _ in TREE.values()} and not _apart(model)
            if state in ("unpublished", "deleted", "expired") and name == "title" and in_plan:
                self.titles_told.add(token)


def _apart(model: str) -> bool:
    """Whether the page type belongs to no plan."""
    return next(page for page, _ in TREE.values() if page.__name__ == model)._meta.app_label != (
        "actionplan"
    )


def restrict(page: Page, kind: str = LOGIN, **fields) -> None:
    """Keep the page for some readers."""
    PageViewRestriction.objects.create(page_id=page.pk, restriction_type=kind, **fields)
