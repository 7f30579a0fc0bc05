"""The data sets as files: CSV for tables, JSON for programs."""

import csv
import json
from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from actionplan.opendata.datasets import DATASETS, Dataset
from delivery.keeping import may_be_kept
from foundation.feeds.atom import root_address
from foundation.tables.formulas import defused

TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json; charset=utf-8"}
# Anybody's page may read these answers, and these only.
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Robots-Tag": "noindex",
}


@require_safe
def serve(request: HttpRequest, name: str, form: str) -> HttpResponseBase:
    """The data set of that name, as it is published now."""
    dataset = next((one for one in DATASETS if one.name == name), None)
    if dataset is None:
        raise Http404
    write = {"csv": as_csv, "json": lambda dataset: as_json(dataset, request)}[form]
    answer = StreamingHttpResponse(
        write(dataset),
        content_type=TYPES[form],
        headers={
            **OPEN_TO_ALL,
            "Content-Disposition": f'attachment; filename="{name}.{form}"',
            "Link": f'<{request.frame.settings.licence_url}>; rel="license"',
        },
    )
    return may_be_kept(answer)


def addresses() -> list[str]:
    """The files, which are kept before anyone has asked."""
    return [address for dataset in DATASETS for address in (dataset.csv, dataset.json)]


def as_csv(dataset: Dataset) -> Iterator[str]:
    """Comma-separated, as RFC 4180 has it; no cell is run by a program for tables."""
    line = csv.writer(_Passed(), lineterminator="\r\n").writerow
    yield line([column.key for column in dataset.columns])
    for row in dataset.rows():
        yield line(map(_cell, row.values()))


def as_json(dataset: Dataset, request: HttpRequest) -> Iterator[str]:
    """Who publishes what under which licence, and the rows."""
    root = root_address(request)
    told = {
        "title": dataset.swedish,
        "publisher": request.frame.publisher,
        "licence": request.frame.settings.licence_url,
        "dictionary": f"{root}{reverse('open_data')}#{dataset.name}",
    }
    head = json.dumps(told, ensure_ascii=False).removesuffix("}")
    yield f'{head}, "rows": ['
    before = "\n"
    for row in dataset.rows():
        yield f"{before}{json.dumps(row, ensure_ascii=False)}"
        before = ",\n"
    yield "\n]}\n"


class _Passed:
    """Where the writer of CSV writes: it hands each line on."""

    def write(self, line: str) -> str:
        return line


def _cell(value: object) -> object:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return defused("\n".join(value))
        case str():
            return defused(value)
    return value
