"""The catalogue is what Sveriges dataportal harvests: DCAT-AP-SE 3, with whole addresses."""

from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import Graph, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF

from actionplan.opendata.datasets import DATASETS
from foundation.settings import SiteSettings

pytestmark = pytest.mark.django_db

SHAPES = Path(__file__).with_name("dcat_shapes.ttl")


@pytest.fixture
def catalogue(client, plan):
    """The catalogue as a harvester reads it."""
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


@pytest.mark.parametrize("missing", [DCTERMS.license, DCTERMS.publisher, DCAT.accessURL])
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

    graph = Graph().parse(data=client.get("/datasets/dcat").content, format="xml")

    assert set(map(str, graph.objects(None, DCTERMS.license))) == {settings.licence_url}
