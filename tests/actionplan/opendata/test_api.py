"""The interface for programs is read-only, in parts, described, and answers nonsense in order."""

import pytest
from django.test import RequestFactory

from actionplan.opendata import throttle
from actionplan.opendata.datasets import DATASETS
from actionplan.status import MeasureStatus
from tests.factories import FocusAreaPageFactory, MeasurePageFactory, StatusUpdatePageFactory
from tests.many_measures import add_measures

pytestmark = pytest.mark.django_db

HOSTILE = [
    *("limit=0", "limit=-1", "limit=501", "limit=1e9", "limit=", "limit=%00", "limit=NaN"),
    *("offset=-1", "offset=99999999999999999999", "offset=1'--", "offset[]=1&offset=x"),
    *("status=%00", "status=finns-inte", "status=", "focus_area_key=%00", "focus_area_key=1"),
    *("timeliness=" + "x" * 5000, "status=%ff%fe", "status=planned%27%20OR%201=1"),
]


def test_it_says_what_there_is(client, plan):
    told = client.get("/api/v1/").json()

    assert [one["name"] for one in told["datasets"]] == [dataset.name for dataset in DATASETS]
    for one in told["datasets"]:
        assert client.get(one["url"].removeprefix("http://localhost")).status_code == 200


def test_a_list_comes_in_parts_that_lead_to_each_other(client, plan):
    add_measures(FocusAreaPageFactory(parent=plan, title="Trygga hem"), 7)
    address, titles = "/api/v1/atgarder?limit=3", []
    while address:
        part = client.get(address).json()
        titles += [row["title"] for row in part["rows"]]
        assert part["count"] == 7
        last, address = address, part["next"]
    assert titles == [f"Åtgärd nummer {number}" for number in range(7)]
    assert "offset=3" in client.get(last).json()["previous"]
    beyond = client.get("/api/v1/atgarder?offset=100&limit=3").json()
    assert (beyond["rows"], beyond["next"]) == ([], None)
    assert "offset=4" in beyond["previous"]


def test_rows_are_chosen_by_status_and_place(client, plan, area, measure):
    StatusUpdatePageFactory(parent=measure, status=MeasureStatus.DONE)
    MeasurePageFactory(parent=area)
    elsewhere = FocusAreaPageFactory(parent=plan, title="Trygga hem")
    MeasurePageFactory(parent=elsewhere)

    def keys(query, name="atgarder"):
        return [row["key"] for row in client.get(f"/api/v1/{name}?{query}").json()["rows"]]

    assert keys("status=done") == [str(measure.translation_key)]
    assert len(keys(f"focus_area_key={area.translation_key}")) == 2
    assert len(keys(f"measure_key={measure.translation_key}", "lagesrapporter")) == 1
    row = client.get(f"/api/v1/atgarder/{measure.translation_key}").json()
    assert row["title"] == measure.title


def test_nonsense_is_refused_and_never_an_error(client, plan, measure):
    for query in HOSTILE:
        assert client.get(f"/api/v1/atgarder?{query}").status_code == 422, query
    for key in ("1", "%00", "x" * 3000, "..%2f"):
        assert client.get(f"/api/v1/atgarder/{key}").status_code in (404, 422), key
    unknown = client.get("/api/v1/atgarder/00000000-0000-0000-0000-000000000000")
    assert (unknown.status_code, unknown["Content-Type"][:16]) == (404, "application/json")
    assert client.get("/api/v1/finns-inte/").status_code == 404
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)("/api/v1/atgarder").status_code == 405


def test_any_page_may_read_it_and_need_not_fetch_it_twice(client, measure):
    for address in ("/api/v1/openapi.json", "/api/v1/atgarder"):
        answer = client.get(address)
        again = client.get(address, headers={"if-none-match": answer["ETag"]})

        assert answer["Access-Control-Allow-Origin"] == "*"
        assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
        assert not answer.cookies
    measure = type(measure).objects.get(pk=measure.pk)
    measure.title = "Ett ljusare torg"
    measure.save_revision().publish()
    later = client.get("/api/v1/atgarder", headers={"if-none-match": answer["ETag"]})
    assert later.status_code == 200
    head = client.head("/api/v1/atgarder")
    assert (head.status_code, head.content) == (200, b"")
    assert "Access-Control-Allow-Origin" not in client.get("/").headers


def test_the_description_is_of_all_there_is(client, plan):
    told = client.get("/api/v1/openapi.json").json()

    assert told["openapi"].startswith("3.")
    assert {f"/api/v1/{dataset.name}" for dataset in DATASETS} < set(told["paths"])
    assert all(set(operations) == {"get"} for operations in told["paths"].values())
    properties = told["components"]["schemas"]["Row_atgarder"]["properties"]
    assert list(properties) == [column.key for column in DATASETS[0].columns]
    assert client.get("/api/v1/docs/").status_code == 404


def test_who_asks_too_often_waits(settings):
    settings.API_QUESTIONS_A_MINUTE = 3
    most = throttle.PerAddress()
    asked = [most.allow_request(request(address)) for address in ("1.1.1.1",) * 4 + ("2.2.2.2",)]

    assert asked == [True, True, True, False, True]
    assert 0 < most.wait() <= 60
    assert b"1.1.1.1" not in b"".join(most._asked)


def test_behind_our_proxy_it_is_the_reader_who_waits(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    asked = request("127.0.0.1")
    asked.META["HTTP_X_FORWARDED_FOR"] = "9.9.9.9, 1.2.3.4"
    assert throttle.address_of(asked) == "1.2.3.4"
    settings.SECURE_PROXY_SSL_HEADER = None
    assert throttle.address_of(asked) == "127.0.0.1"


def test_the_interface_says_when_to_come_back(client, plan, settings):
    settings.API_QUESTIONS_A_MINUTE = 0
    answer = client.get("/api/v1/")

    assert answer.status_code == 429
    assert 1 <= int(answer["Retry-After"]) <= 60


def request(address):
    return RequestFactory().get("/", REMOTE_ADDR=address)
