"""The page that tells what data there is, in Swedish and in English."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from actionplan.opendata.datasets import DATASETS, Dataset
from actionplan.opendata.files import as_csv, as_json
from delivery.keeping import may_be_kept
from foundation.own_pages import own_page
from foundation.swedish.numbers import type_and_size

LICENCES = {
    "https://creativecommons.org/publicdomain/zero/1.0/": "CC0 1.0",
    "https://creativecommons.org/licenses/by/4.0/": "CC BY 4.0",
}


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """The page."""
    address = request.frame.settings.licence_url
    context = {
        "own_page": own_page("open_data", request),
        "datasets": [(dataset, _files_of(dataset, request)) for dataset in DATASETS],
        "licence": LICENCES.get(address, address),
    }
    return may_be_kept(render(request, "actionplan/open_data.html", context))


def _files_of(dataset: Dataset, request: HttpRequest) -> list[tuple[str, str]]:
    """Address, type and size of each file. The rows are kept, so this writes, but asks nothing anew."""
    return [
        (address, type_and_size(suffix, sum(len(part.encode()) for part in parts)))
        for address, suffix, parts in (
            (dataset.csv, ".csv", as_csv(dataset)),
            (dataset.json, ".json", as_json(dataset, request)),
        )
    ]
