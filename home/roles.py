"""Who may do what: four groups, as a table.

The groups belong to the project: what a role is promised is given back whenever the command
`roles` runs. What an administrator has added to a group stays.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowTask,
)

from foundation.four_eyes.review import ReviewTask, review_workflow
from home.permission_names import say_in_swedish

WRITE = ("add", "change", "publish")
APPROVE = ("change", "publish", "lock", "unlock")
ALL = ("add", "bulk_delete", "change", "lock", "publish", "unlock")
EDIT = ("add", "change", "delete")
FILES = ("add", "change", "choose")

REGISTERS = (
    "foundation.organisation",
    "foundation.targetgroup",
    "foundation.contact",
    "foundation.abbreviation",
)
HELP_CONTACT = "foundation.helpcontact"
IMPORT = "foundation.importrun"
SEARCH = ("search.synonyms", "wagtailsearchpromotions.searchpromotion")
REVIEW = "Granskning före publicering"
# Wagtail's own groups and workflow: two more roles, in English, that nobody here has.
UNWANTED_GROUPS = ("Editors", "Moderators")
UNWANTED_WORKFLOW = "Moderators approval"


def root() -> list[Page]:
    """The root of the tree: every page there is or will be."""
    return [Page.get_first_root_node()]


def everything() -> list[Page]:
    """The start page, and so the whole site."""
    return _pages("home.HomePage")


def plan_and_news() -> list[Page]:
    """The plan with its measures, indicators and surveys, and the news."""
    return _pages("actionplan.PlanPage") + _pages("news.NewsIndexPage")


@dataclass(frozen=True)
class Role:
    """What the members of a group may do, beside logging in."""

    name: str
    pages: Callable[[], list[Page]]
    page_permissions: tuple[str, ...]
    models: dict[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[str, ...] = FILES
    collections: tuple[str, ...] = ()


ROLES = [
    Role(
        "Kommunikatör",
        everything,
        WRITE,
        {
            **dict.fromkeys((*REGISTERS, *SEARCH), EDIT),
            HELP_CONTACT: ("add", "change", "delete", "publish"),
            IMPORT: ("articles",),
        },
    ),
    Role(
        "Granskare",
        everything,
        APPROVE,
        {HELP_CONTACT: ("change", "publish", "lock", "unlock")},
        files=("choose",),
    ),
    Role(
        "Samordnare",
        plan_and_news,
        WRITE,
        {
            **dict.fromkeys(REGISTERS, EDIT),
            HELP_CONTACT: ("change",),
            IMPORT: ("measures", "indicators", "articles"),
        },
    ),
    Role(
        "Systemförvaltare",
        root,
        ALL,
        {
            **dict.fromkeys((*REGISTERS, *SEARCH), EDIT),
            HELP_CONTACT: (*EDIT, "publish", "lock", "unlock"),
            "foundation.sitesettings": ("change",),
            IMPORT: ("measures", "indicators", "articles", "all"),
            # A note that a page was taken away may hold a name in the page's title.
            "actionplan.removal": ("change", "delete"),
            # So may the address where something once was to be read.
            "foundation.formeraddress": ("delete",),
            # And so may what once stood on a page, in its history.
            "foundation.correction": ("blank",),
            "accounts.user": EDIT,
            "auth.group": EDIT,
            "wagtailcore.site": EDIT,
            "wagtailcore.workflow": EDIT,
            "wagtailcore.task": EDIT,
            "wagtailcore.groupapprovaltask": EDIT,
            "foundation.reviewtask": EDIT,
            "wagtailredirects.redirect": EDIT,
        },
        collections=EDIT,
    ),
]


@transaction.atomic
def make_roles() -> list[str]:
    """Give every role what it is promised, as far as the site has come; what was done, in words."""
    rights = _Rights()
    done = [
        f"Gruppen {role.name}: {count} nya rättigheter."
        for role in ROLES
        if (count := _make(role, rights))
    ]
    say_in_swedish()
    return done + _remove_unwanted_groups() + _make_review()


class _Rights:
    """All permissions there are, asked for once: the roles have hundreds."""

    def __init__(self) -> None:
        everything = Permission.objects.select_related("content_type")
        self._found = {(one.content_type.app_label, one.codename): one for one in everything}

    def __call__(self, app: str, verb: str, model: str) -> Permission:
        return self._found[app, f"{verb}_{model}"]


def _make(role: Role, rights: _Rights) -> int:
    group, _ = Group.objects.get_or_create(name=role.name)
    given = _give_models(group, role, rights) + _give_pages(group, role, rights)
    return given + _give_files(group, role, rights)


def _give_models(group: Group, role: Role, rights: _Rights) -> int:
    wanted = [rights("wagtailadmin", "access", "admin")]
    for label, verbs in role.models.items():
        app, model = label.split(".")
        wanted += [rights(app, verb, model) for verb in verbs]
    missing = set(wanted) - set(group.permissions.all())
    group.permissions.add(*missing)
    return len(missing)


def _give_pages(group: Group, role: Role, rights: _Rights) -> int:
    given = set(group.page_permissions.values_list("page", "permission"))
    missing = [
        GroupPagePermission(group=group, page=page, permission=permission)
        for page in role.pages()
        for permission in (rights("wagtailcore", verb, "page") for verb in role.page_permissions)
        if (page.pk, permission.pk) not in given
    ]
    return len(GroupPagePermission.objects.bulk_create(missing))


def _give_files(group: Group, role: Role, rights: _Rights) -> int:
    # Wagtail asks for the rights to its own models, whichever models a site has put in their place.
    wanted = [
        rights(f"wagtail{app}", verb, model)
        for app, model in (("images", "image"), ("docs", "document"))
        for verb in role.files
    ] + [rights("wagtailcore", verb, "collection") for verb in role.collections]
    folder = Collection.get_first_root_node()
    given = set(
        group.collection_permissions.filter(collection=folder).values_list("permission", flat=True)
    )
    missing = [
        GroupCollectionPermission(group=group, collection=folder, permission=permission)
        for permission in wanted
        if permission.pk not in given
    ]
    return len(GroupCollectionPermission.objects.bulk_create(missing))


def _remove_unwanted_groups() -> list[str]:
    """Take away Wagtail's own groups, unless somebody is in them."""
    unwanted = Group.objects.filter(name__in=UNWANTED_GROUPS, user=None)
    names = sorted(unwanted.values_list("name", flat=True))
    unwanted.delete()
    return [f"Gruppen {name}, som ingen är med i, togs bort." for name in names]


def _make_review() -> list[str]:
    """Keep a workflow at hand in which reviewers approve, attached to nothing.

    Four eyes (`SiteSettings.four_eyes`) are the municipality's choice; what needs them finds it.
    """
    if review_workflow():
        return []
    for old in Workflow.objects.filter(name=UNWANTED_WORKFLOW):
        tasks = [step.task for step in old.workflow_tasks.all()]
        old.delete()
        for task in tasks:
            task.delete()
    task = ReviewTask.objects.create(name=REVIEW)
    task.groups.add(Group.objects.get(name="Granskare"))
    workflow, _ = Workflow.objects.get_or_create(name=REVIEW)
    # An older one let reviewers approve what they had written themselves.
    workflow.workflow_tasks.all().delete()
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return [f"Arbetsflödet {REVIEW} finns nu. Det används när fyra ögon är på i inställningarna."]


def _pages(label: str) -> list[Page]:
    return list(apps.get_model(label).objects.order_by("path"))
