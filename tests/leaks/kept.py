"""What the site keeps beside pages, for its editors or for itself: no exit tells any of it."""

from uuid import uuid4

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page

from actionplan.models import EarlierValue, ValueBatch
from actionplan.models.numbers import UsedNumber
from delivery.worker import BACKGROUND
from foundation.importing.kept import ImportRun
from foundation.outside_links.models import LinkPlace, OutsideLink
from tests.leaks.filling import DAY, fill
from tests.leaks.making import Made

# Each has a state of its own here.
KEPT: set[type[models.Model]] = {
    *(ValueBatch, EarlierValue, ImportRun, DBTaskResult, OutsideLink, LinkPlace, UsedNumber),
}


def keep(site: Made) -> None:
    """Imports of figures, uploaded files, jobs, what is known of links, numbers once used."""
    for state in ("public", "for those who log in", "never published"):
        _imported_figures(site, state, site.pages[state]["indicator"])
    _uploaded(site)
    _job(site)
    _links(site, site.pages["public"]["standard"])
    plan = site.pages["public"]["plan"]
    title = site.tokens.word("number once used: the measure")
    UsedNumber.objects.create(plan=plan, number="9.9", measure_key=uuid4(), measure_title=title)


def _imported_figures(site: Made, state: str, indicator: Page) -> None:
    state = f"import of figures, {state}"
    batch = ValueBatch(
        indicator=indicator,
        person=site.editor,
        retrieved_on=DAY.first_day,
        notes=[site.tokens.word(f"{state}: notes")],
    )
    fill(batch, site.tokens, state).save()
    fill(EarlierValue(batch=batch), site.tokens, state).save()


def _uploaded(site: Made) -> None:
    def word(field: str) -> str:
        return site.tokens.word(f"uploaded file: {field}")

    run = ImportRun(
        person=site.editor,
        content=word("content").encode(),
        choices={"source_text": word("choices")},
        report={"rows": [{"what": word("report")}]},
    )
    fill(run, site.tokens, "uploaded file")
    run.kind = "measures"
    run.save()


def _job(site: Made) -> None:
    def word(field: str) -> str:
        return site.tokens.word(f"job: {field}")

    DBTaskResult.objects.create(
        status="FAILED",
        task_path="home.digest.sending.send_in_daytime",
        backend_name=BACKGROUND,
        args_kwargs={"args": [word("arguments")], "kwargs": {}},
        return_value=word("result"),
        exception_class_path=word("exception"),
        traceback=word("traceback"),
        run_after=timezone.now(),
    )


def _links(site: Made, page: Page) -> None:
    link = OutsideLink()
    fill(link, site.tokens, "link to another site")
    link.save()
    kind = ContentType.objects.get_for_model(Page)
    LinkPlace.objects.create(
        link=link, content_type=kind, object_id=page.pk, found_at=timezone.now()
    )
