"""One of everything that an address of the admin can be about, in and outside the coordinator's part.

A name of the tables stands for what is here: a page, a snippet, a file, or something of theirs.
"""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.signing import Signer
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.redirects.utils import get_file_storage
from wagtail.contrib.search_promotions.models import Query
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Page,
    Site,
    UploadedFile,
    Workflow,
    WorkflowTask,
)

from actionplan.models import Removal
from foundation.abbreviations import Abbreviation
from foundation.contacts import Contact, TargetGroup
from foundation.former_addresses import FormerAddress
from foundation.importing.kept import ImportRun
from foundation.media import SiteDocument, SiteImage
from foundation.settings import SiteSettings
from home.roles import ROLES, make_roles
from news.models import NewsPage
from search.models import Synonyms
from tests import small_site
from tests.factories import (
    FocusAreaPageFactory,
    HelpContactFactory,
    MeasurePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationFactory,
    SupportPageFactory,
)

SUPERUSER = "Superanvändare"


def build() -> dict[str, dict]:
    """Build it: the people, and what each name of the tables means to each of them."""
    home, plan, area, measure = (
        small_site.put_back(name) for name in ("home", "plan", "area", "measure")
    )
    news = NewsIndexPageFactory(parent=home)
    advice = SupportPageFactory(parent=home)
    article = NewsPageFactory(parent=news)
    support = SupportPageFactory(parent=advice, title="Om oss")
    # With one place to choose, choosing leads straight there.
    FocusAreaPageFactory(parent=plan, title="Trygga hem")
    MeasurePageFactory(parent=area)
    make_roles()
    people = {role.name: _person(role.name) for role in ROLES}
    people[SUPERUSER] = get_user_model().objects.create_superuser(SUPERUSER)
    other = get_user_model().objects.create_user("någon-annan")
    settings = SiteSettings.load()
    settings.four_eyes = True
    settings.save()
    pages = {
        "root": Page.get_first_root_node(),
        "home": home,
        "plan": plan,
        "area": area,
        "measure": measure,
        "newslist": news,
        "article": article,
        "alias": article.create_alias(update_slug="alias"),
        "advice": advice,
        "support": support,
        "alias_elsewhere": support.create_alias(update_slug="alias"),
        "waiting": _in_review(MeasurePageFactory(parent=area), other),
        "waiting_elsewhere": _in_review(
            SupportPageFactory(parent=advice, title="Mer om oss"), other
        ),
    }
    snippets = {
        "line": HelpContactFactory(),
        "waiting_line": _in_review(HelpContactFactory(name="Linjen"), other),
        "unit": OrganisationFactory(),
        "office": Contact.objects.create(name="Servicecenter"),
        "target": TargetGroup.objects.create(name="Unga"),
        "short": Abbreviation.objects.create(short="Brå", meaning="Rådet"),
        "alike": Synonyms.objects.create(terms="inbrott, stöld"),
    }
    settings.four_eyes = False
    settings.save()
    rest = {
        "person": other,
        "superuser": people[SUPERUSER],
        "group": Group.objects.get(name="Granskare"),
        "site": Site.objects.get(),
        "settings": settings,
        "collection": Collection.get_first_root_node().add_child(name="Bilder från torget"),
        "redirect": Redirect.objects.create(old_path="/gammal"),
        "query": Query.get("torget"),
        "removal": Removal.objects.create(
            below=area, page_key=area.translation_key, page_type="measurepage"
        ),
        "former": FormerAddress.objects.create(address="/borta/"),
        "image": _image(),
        "document": _document(),
        "upload": _upload(SiteImage, None),
        "import": ImportRun.of_file("atgarder", other, "plan.csv", b"x;y"),
        "article_import": ImportRun.of_file("artiklar", other, "nyhet.txt", b"Nyhet"),
        "workflow": Workflow.objects.create(name="Eget"),
        "task": GroupApprovalTask.objects.create(name="Eget"),
    }
    WorkflowTask.objects.create(workflow=rest["workflow"], task=rest["task"])
    things = {**pages, **snippets, **rest}
    meanings = _meanings(things)
    own = {
        name: {
            "my_upload": _upload(SiteImage, one).pk,
            "my_file": _upload(SiteDocument, one).pk,
            "my_import": ImportRun.of_file("atgarder", one, "plan.csv", b"x;y").pk,
            "my_article": ImportRun.of_file("artiklar", one, "nyhet.txt", b"Nyhet").pk,
            "my_text": area.save_revision(user=one).pk,
        }
        for name, one in people.items()
    }
    area.save_revision(user=other)
    meanings |= _redirects_file()
    return {"people": people, "meanings": {name: meanings | own[name] for name in people}}


def _person(role: str):
    user = get_user_model().objects.create_user(role)
    user.groups.add(Group.objects.get(name=role))
    return user


def _in_review(thing, writer):
    thing.save_revision(user=writer)
    thing.get_workflow().start(thing, writer)
    return thing


def _image() -> SiteImage:
    from io import BytesIO

    from PIL import Image

    file = BytesIO()
    Image.new("RGB", (8, 8), "green").save(file, "PNG")
    return SiteImage.objects.create(
        title="Torget", file=ContentFile(file.getvalue(), name="torget.png")
    )


def _document() -> SiteDocument:
    return SiteDocument.objects.create(
        title="Planen", file=ContentFile(b"Planen", name="planen.txt")
    )


def _upload(model, person) -> UploadedFile:
    return UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(model),
        file=ContentFile(b"x", name="x.txt"),
        uploaded_by_user=person,
    )


def _redirects_file() -> dict[str, str]:
    """A file of redirects that has been sent, as the next form names it."""
    file = get_file_storage()()
    file.save(b"from,to\n/a,/b\n", "wb")
    sign = Signer().sign
    return {"redirects_file": sign(Path(file.name).name), "redirects_kind": sign("0")}


def _meanings(things: dict[str, object]) -> dict[str, object]:
    block = NewsPage._meta.get_field("body").stream_block.child_blocks["heading"]
    meanings = {name: thing.pk for name, thing in things.items()} | {
        "block": block.definition_prefix
    }
    for name, thing in things.items():
        if hasattr(thing, "save_revision") and not getattr(thing, "alias_of_id", None):
            revision = thing.get_latest_revision() or thing.save_revision()
            meanings[f"{name}.version"] = revision.pk
            if state := thing.current_workflow_state:
                meanings[f"{name}.workflow"] = state.pk
                meanings[f"{name}.step"] = state.current_task_state.pk
                meanings[f"{name}.task"] = state.current_task_state.task_id
    return meanings
