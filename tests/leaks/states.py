"""One site in which every state there is stands side by side, each text with a token of its own.

A state is what has become of a page, a file or an entry of a register. All but the first are
kept from readers; what each of them says is known by its tokens.
"""

import datetime

from django.core.management import call_command
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Page,
    Workflow,
)

from accounts.models import User
from actionplan.models import (
    FocusAreaPage,
    IndicatorPage,
    MeasurePage,
    PlanPage,
)
from delivery import generation
from foundation import pictures
from foundation.abbreviations import Abbreviation
from foundation.contacts import Contact, HelpContact, Organisation, TargetGroup
from foundation.precise_date import PreciseDate
from foundation.settings import SiteSettings
from home.models import HomePage
from news.models import CampaignPage
from search.models import Synonyms
from tests.leaks.filling import COMMON, fill, fill_parts
from tests.leaks.kept import keep
from tests.leaks.making import GROUPS, LOGIN, PASSWORD, TREE, Made, restrict

SNIPPETS = (Abbreviation, Contact, HelpContact, Organisation, Synonyms, TargetGroup)


class EveryState(Made):
    """The site, and what there is to look for in it."""

    def __init__(self, home: HomePage) -> None:
        super().__init__()
        # What the plan tells that it has taken away, by the title that readers knew.
        self.titles_told: set[str] = set()
        self.redirects: list[str] = []
        self._make(home)

    def _make(self, home: HomePage) -> None:
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
        keep(self)
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
        shown.phone, shown.verified_on = "020-50 50 50", PreciseDate.of_day(timezone.localdate())
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
        self.add("public", "standard", [("paragraph", text)])
        self.add_picture("public", picture)
        for state in ("never published", "unpublished", "for those who log in"):
            self.add(state, "standard", [("paragraph", link.format(self.document(state).pk))])
            self.add_picture(state, self.image(state))
        campaign = CampaignPage.objects.get(pk=self.pages["public"]["campaign"].pk)
        material = campaign.internal_materials.get()
        material.document = self.document("internal material")
        material.save()
        # An editor has looked at the drafts; with them at hand Wagtail makes what is to be shown.
        for image in self.images.values():
            pictures.make([image])

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
        self.add("public", "standard", told)
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
