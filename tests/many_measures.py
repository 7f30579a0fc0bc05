"""Measures by the hundred, for tests and measurements of what many of them cost.

The rows are written straight into the tables: publishing as an editor does costs fifty times
as much.
"""

import datetime
from collections.abc import Callable

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from actionplan.models import MeasurePage, StatusUpdatePage
from actionplan.status import MeasureStatus

FIRST_DAY = datetime.date(2025, 1, 1)


def of_no_interest(number: int) -> dict:
    """A measure with a title and nothing else."""
    return {"title": f"Åtgärd nummer {number}"}


def add_measures(area, number, updates_each=0, content: Callable[[int], dict] = of_no_interest):
    """Put `number` live measures, each with as many updates, below `area`."""
    measures = _children(area, MeasurePage, [content(n) for n in range(number)])
    _insert(MeasurePage, measures)
    said = [
        {
            "title": f"Lägesrapport {n}",
            "fact_on": FIRST_DAY + datetime.timedelta(days=n),
            "status": MeasureStatus.ONGOING,
            "text": "<p>Arbetet går framåt.</p>",
        }
        for n in range(updates_each)
    ]
    updates = [_children(measure, StatusUpdatePage, said) for measure in measures]
    _insert(StatusUpdatePage, [update for family in updates for update in family])
    return measures


def _children(parent, model, contents):
    now = timezone.now()
    locale = parent.locale
    # Others may have put pages below it since it was read.
    parent.refresh_from_db(fields=["numchild"])
    before = parent.numchild
    parent.numchild += len(contents)
    type(parent).objects.filter(pk=parent.pk).update(numchild=parent.numchild)
    return [
        model(
            path=model._get_path(parent.path, parent.depth + 1, place),
            depth=parent.depth + 1,
            slug=content.get("slug", f"nummer-{place}"),
            url_path=f"{parent.url_path}{content.get('slug', f'nummer-{place}')}/",
            draft_title=content["title"],
            locale=locale,
            content_type=ContentType.objects.get_for_model(model),
            live=True,
            first_published_at=now,
            last_published_at=now,
            changed_at=now,
            **{name: value for name, value in content.items() if name != "slug"},
        )
        for place, content in enumerate(contents, start=before + 1)
    ]


def _insert(model, pages):
    for start in range(0, len(pages), 500):
        some = pages[start : start + 500]
        shared = [
            Page(**{field.attname: getattr(page, field.attname) for field in Page._meta.fields})
            for page in some
        ]
        for page, written in zip(some, Page.objects.bulk_create(shared), strict=True):
            page.pk = page.page_ptr_id = written.pk
            page.numchild = written.numchild
        fields = model._meta.local_concrete_fields
        model._base_manager._insert(some, fields=fields, using="default", raw=True)
