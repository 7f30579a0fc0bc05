"""The catalogue is what Sveriges dataportal harvests: DCAT-AP-SE 3, with whole addresses."""

import datetime
from pathlib import Path
from unittest.mock import ANY

import pytest
from pyshacl import validate
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF, SKOS
from wagtail.models import Page

from actionplan.opendata.datasets import DATASETS
from foundation.precise_date import PreciseDate
from foundation.settings import SiteSettings
from tests.factories import MeasurePageFactory

pytestmark = pytest.mark.django_db

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
SHAPES = Path(__file__).with_name("dcat_shapes.ttl")


@pytest.fixture
def catalogue(client, plan):
    """The catalogue as a harvester reads it."""
    return catalogue_of(client)


def catalogue_of(client):
    answer = client.get("/datasets/dcat")
    assert answer["Content-Type"] == "application/rdf+xml; charset=utf-8"
    return Graph().parse(data=answer.content, format="xml")


def judgement(graph):
    conforms, _, text = validate(graph, shacl_graph=Graph().parse(SHAPES))
    return conforms, text


def test_it_has_what_the_profile_demands(catalogue):
    conforms, text = judgement(catalogue)

    assert conforms, text
    assert len(list(catalogue.subjects(RDF.type, DCAT.Dataset))) == len(DATASETS)


@pytest.mark.parametrize(
    "missing", [DCTERMS.license, DCTERMS.publisher, DCAT.accessURL, DCAT.theme]
)
def test_the_shapes_notice_what_is_missing(catalogue, missing):
    catalogue.remove((None, missing, None))

    assert not judgement(catalogue)[0]


def test_every_address_of_ours_in_it_answers(client, catalogue):
    ours = {
        str(node).partition("#")[0].removeprefix("http://localhost")
        for triple in catalogue
        for node in triple
        if isinstance(node, URIRef) and str(node).startswith("http://localhost")
    }

    assert len(ours) >= 12
    for address in ours:
        assert client.get(address).status_code == 200, address


def test_the_licence_is_the_sites(client, plan):
    SiteSettings.objects.update(licence_url="https://creativecommons.org/licenses/by/4.0/")
    settings = SiteSettings.objects.get()
    settings.save()

    graph = catalogue_of(client)

    for kind in (DCAT.Distribution, DCAT.DataService):
        for one in graph.subjects(RDF.type, kind):
            assert str(graph.value(one, DCTERMS.license)) == settings.licence_url
    # The profile has the catalogue itself given to all, whatever holds for the data.
    assert judgement(graph) == (True, ANY)


def test_whom_to_ask_stands_in_it_when_somebody_has_said_so(client, plan):
    assert not list(catalogue_of(client).objects(None, DCAT.contactPoint))
    assert "mailto:" not in client.get("/oppna-data/").text
    settings = SiteSettings.objects.get()
    settings.open_data_contact = "oppna+data@kommun.example"
    settings.save()

    graph = catalogue_of(client)

    asked = set(graph.objects(None, DCAT.contactPoint))
    told = len(set(graph.subjects(DCAT.contactPoint, None)))
    assert (len(asked), told) == (1, len(DATASETS) + 1)
    address = graph.value(asked.pop(), VCARD.hasEmail)
    assert str(address) == "mailto:oppna+data@kommun.example"
    assert judgement(graph) == (True, ANY)
    assert client.get("/oppna-data/").text.count('href="mailto:oppna+data@kommun.example"') == 2


def test_it_names_the_municipality_by_its_code_when_there_is_one(client, plan):
    SiteSettings.objects.update(municipality="Exempelkommun", municipality_code="0001")
    SiteSettings.objects.get().save()
    graph = catalogue_of(client)
    places = set(graph.objects(None, DCTERMS.spatial))
    (place,) = places
    assert len(list(graph.subjects(DCTERMS.spatial, place))) == len(DATASETS) + 1
    assert str(graph.value(place, DCTERMS.identifier)) == "0001"
    assert str(graph.value(place, SKOS.prefLabel)) == "Exempelkommun"

    SiteSettings.objects.update(municipality="Kommunen", municipality_code="")
    SiteSettings.objects.get().save()
    graph = catalogue_of(client)
    assert not list(graph.objects(None, DCTERMS.spatial))
    assert judgement(graph) == (True, ANY)


def test_it_says_since_when_there_is_data_and_how_far_back_it_goes(client, plan, area):
    empty = catalogue_of(client)
    assert not list(empty.objects(None, DCTERMS.issued))
    assert not list(empty.objects(None, DCTERMS.temporal))
    for year, starts in ((2025, 2023), (2026, 2024)):
        measure = MeasurePageFactory(
            parent=area, title=f"Sedan {starts}", starts=PreciseDate.of_year(starts)
        )
        moment = datetime.datetime(year, 12, 31, 23, 30, tzinfo=datetime.UTC)
        Page.objects.filter(pk=measure.pk).update(first_published_at=moment)
    SiteSettings.objects.get().save()

    graph = catalogue_of(client)

    # In our own time it was already the new year.
    assert [str(day) for day in graph.objects(None, DCTERMS.issued)] == ["2026-01-01"]
    assert [str(year) for year in graph.objects(None, DCAT.startDate)] == ["2023"]
    assert judgement(graph) == (True, ANY)
