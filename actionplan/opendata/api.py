"""The data sets for programs: a read-only interface whose types are those of the columns."""

import hashlib
from http.client import NOT_MODIFIED, OK
from typing import Annotated, Literal
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe
from ninja import Field, NinjaAPI, Query, Schema
from pydantic import create_model

from actionplan.opendata.columns import Column, Kind
from actionplan.opendata.datasets import DATASETS, Dataset
from actionplan.opendata.files import OPEN_TO_ALL
from actionplan.opendata.throttle import PerAddress
from foundation.feeds.atom import root_address

MOST_ROWS, LAST_ROW = 500, 1_000_000

_TYPES = {
    Kind.TEXT: str,
    Kind.LIST: list[str],
    Kind.KEY: UUID | None,
    Kind.ADDRESS: str | None,
    Kind.YES_NO: bool,
    Kind.WHOLE: int | None,
    Kind.FIGURE: float | None,
    Kind.DAY: str | None,
    Kind.DATE: str | None,
    Kind.MOMENT: str | None,
}


class DataAPI(NinjaAPI):
    """Answers that any page may read, and that a program need not fetch twice."""

    def create_response(self, request: HttpRequest, data: object, **kwargs) -> HttpResponse:
        """The answer with its ETag, or that nothing has changed."""
        return _unless_known(super().create_response(request, data, **kwargs), request)


def _unless_known(response: HttpResponse, request: HttpRequest) -> HttpResponse:
    _add(response, OPEN_TO_ALL)
    if response.status_code != OK:
        return response
    etag = f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
    known = request.headers.get("If-None-Match", "")
    if etag in {tag.strip().removeprefix("W/") for tag in known.split(",")}:
        response = _add(HttpResponse(status=NOT_MODIFIED), OPEN_TO_ALL)
    return _add(response, {"ETag": etag, "Cache-Control": "public, no-cache"})


def _add(response: HttpResponse, headers: dict[str, str]) -> HttpResponse:
    for name, value in headers.items():
        response.headers[name] = value
    return response


class Problem(Schema):
    """Why there is no answer."""

    detail: str | list[dict]


api = DataAPI(
    title="Åtgärdsplan mot brott: öppna data",
    version="1",
    description="Åtgärder, lägesrapporter och indikatorvärden, så som de är publicerade nu. "
    "Measures, status updates and indicator values as they are published now.",
    docs_url=None,
    openapi_url=None,
    urls_namespace="data_api",
    throttle=[PerAddress()],
)


def _type_of(column: Column) -> object:
    if column.words:
        return Literal[*column.words.values] | None
    return str | None if column.kind is Kind.WORD else _TYPES[column.kind]


def _row_schema(dataset: Dataset) -> type[Schema]:
    fields = {
        column.key: (_type_of(column), Field(description=f"{column.swedish} {column.english}"))
        for column in dataset.columns
    }
    return create_model(f"Row_{dataset.name}", __base__=Schema, **fields)


def _question(dataset: Dataset) -> type[Schema]:
    """What may be asked: which part of the list, and by which columns rows are chosen."""
    fields = {
        "limit": (Annotated[int, Field(ge=1, le=MOST_ROWS)], 100),
        "offset": (Annotated[int, Field(ge=0, le=LAST_ROW)], 0),
        **{column.key: (_type_of(column) | None, None) for column in dataset.filters},
    }
    return create_model(f"Question_{dataset.name}", __base__=Schema, **fields)


def _offer(dataset: Dataset) -> None:
    row, question = _row_schema(dataset), _question(dataset)
    fields = {
        "count": (int, Field(description="Antal rader / number of rows")),
        "next": (str | None, Field(description="Nästa del / the next part")),
        "previous": (str | None, Field(description="Förra delen / the part before")),
        "rows": (list[row], ...),
    }
    part = create_model(f"Part_{dataset.name}", __base__=Schema, **fields)

    def several(request: HttpRequest, asked: Query[question]) -> dict:
        wanted = asked.dict(include={column.key for column in dataset.filters}, exclude_none=True)
        wanted = {key: str(value) for key, value in wanted.items()}
        rows = [row for row in dataset.rows() if all(row[key] == wanted[key] for key in wanted)]
        address = f"{root_address(request)}{request.path}"
        return {
            "count": len(rows),
            "rows": rows[asked.offset : asked.offset + asked.limit],
            "next": _part(address, request, asked.offset + asked.limit, asked.limit, len(rows)),
            "previous": _before(address, request, asked.offset, asked.limit, len(rows)),
        }

    def one(request: HttpRequest, key: UUID) -> dict:
        for row in dataset.rows():
            if row[dataset.key] == str(key):
                return row
        raise Http404

    _serve(f"/{dataset.name}", several, part, dataset.swedish)
    if dataset.key:
        _serve(f"/{dataset.name}/{{key}}", one, row, f"{dataset.swedish}, en rad", missing=True)


def _serve(path: str, view, answer: type[Schema], summary: str, missing: bool = False) -> None:
    problems = (404, 422, 429) if missing else (422, 429)
    answers = {200: answer, **dict.fromkeys(problems, Problem)}
    name = f"{view.__name__}_{path.split('/')[1]}"
    api.get(path, response=answers, summary=summary, operation_id=name)(view)
    api.api_operation(["HEAD"], path, response=answers, include_in_schema=False)(view)


def _before(address: str, request: HttpRequest, offset: int, limit: int, count: int) -> str | None:
    if offset == 0:
        return None
    # From beyond the end the way back is to the last rows.
    return _part(address, request, max(0, min(offset, count) - limit), limit, max(count, 1))


def _part(address: str, request: HttpRequest, offset: int, limit: int, count: int) -> str | None:
    if offset >= count:
        return None
    query = request.GET.copy()
    query["offset"], query["limit"] = str(offset), str(limit)
    return f"{address}?{query.urlencode()}"


for _dataset in DATASETS:
    _offer(_dataset)


class Offer(Schema):
    """A data set and where it is."""

    name: str
    title: str
    about: str
    url: str


class Start(Schema):
    """What there is."""

    publisher: str
    licence: str
    openapi: str
    datasets: list[Offer]


def start(request: HttpRequest) -> dict:
    """What there is, and under which licence."""
    root = root_address(request)
    return {
        "publisher": request.frame.publisher,
        "licence": request.frame.settings.licence_url,
        "openapi": f"{root}{reverse('openapi')}",
        "datasets": [
            {
                "name": dataset.name,
                "title": dataset.swedish,
                "about": dataset.about_swedish,
                "url": f"{root}{reverse('data_api:api-root')}{dataset.name}",
            }
            for dataset in DATASETS
        ],
    }


_serve("/", start, Start, "Vad som finns")


@require_safe
def describe(request: HttpRequest) -> HttpResponse:
    """The description of the interface (OpenAPI)."""
    return _unless_known(JsonResponse(api.get_openapi_schema()), request)
