"""The catalogue of the data sets for Sveriges dataportal: DCAT-AP-SE 3 as RDF/XML.

Every address in it is whole. What the profile demands is held by shapes in the tests. Whom to ask
about the data, which place it is about and since when there is any stand in it as far as the site
knows; nothing is made up to fill a field.
"""

from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from actionplan.opendata.datasets import DATASETS, Dataset
from delivery.keeping import may_be_kept
from foundation.feeds.atom import root_address
from foundation.markup import printable

CONTENT_TYPE = "application/rdf+xml; charset=utf-8"
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
XSD = "http://www.w3.org/2001/XMLSchema#"
for _prefix, _name in NAMESPACES.items():
    register_namespace(_prefix, _name)

_EU = "http://publications.europa.eu/resource/authority"
_MEDIA = "http://www.iana.org/assignments/media-types"
MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}
LANGUAGE = f"{_EU}/language/SWE"
THEME = f"{_EU}/data-theme/JUST"  # justice, legal system and public safety
PUBLIC = f"{_EU}/access-right/PUBLIC"
LOCAL_AUTHORITY = "http://purl.org/adms/publishertype/LocalAuthority"
# What the profile asks of the catalogue itself, written as it writes it, whatever holds for the data.
CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
KEYWORDS = (("brottsförebyggande arbete", "sv"), ("crime prevention", "en"))


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """The catalogue."""
    catalogue = _Catalogue(request)
    body = b'<?xml version="1.0" encoding="utf-8"?>\n' + tostring(catalogue.written())
    return may_be_kept(HttpResponse(body, content_type=CONTENT_TYPE))


class _Catalogue:
    """Writes the catalogue of one site."""

    def __init__(self, request: HttpRequest) -> None:
        self._root = root_address(request)
        self._frame = request.frame
        self._rdf = Element(_qualified("rdf:RDF"))
        self._catalogue = f"{self._root}{reverse('dcat')}#katalog"
        self._publisher = f"{self._root}{reverse('dcat')}#utgivare"
        self._service = f"{self._root}{reverse('dcat')}#api"
        self._contact = f"{self._root}{reverse('dcat')}#kontakt"
        self._place = f"{self._root}{reverse('dcat')}#kommun"

    def written(self) -> Element:
        """The whole of it."""
        settings = self._frame.settings
        catalogue = self._thing("dcat:Catalog", self._catalogue)
        self._describe(
            catalogue,
            (f"Öppna data: {settings.name}", f"Open data: {settings.name}"),
            (
                "Data om åtgärdsplanen mot brott: åtgärder, lägesrapporter och indikatorvärden.",
                "Data about the crime prevention plan: measures, status updates and indicators.",
            ),
        )
        _link(catalogue, "dcterms:license", CC0)
        _link(catalogue, "dcterms:language", LANGUAGE)
        self._where(catalogue)
        _link(catalogue, "foaf:homepage", self._whole(reverse("open_data")))
        for dataset in DATASETS:
            _link(catalogue, "dcat:dataset", self._address_of(dataset))
        _link(catalogue, "dcat:service", self._service)
        for dataset in DATASETS:
            self._write(dataset)
        self._write_service()
        self._write_publisher()
        self._write_contact()
        self._write_place()
        return self._rdf

    def _write(self, dataset: Dataset) -> None:
        node = self._thing("dcat:Dataset", self._address_of(dataset))
        self._describe(
            node,
            (dataset.swedish, dataset.english),
            (dataset.about_swedish, dataset.about_english),
        )
        for word, language in KEYWORDS:
            _text(node, "dcat:keyword", word, language)
        _link(node, "dcat:theme", THEME)
        _link(node, "dcterms:accessRights", PUBLIC)
        _link(node, "dcterms:language", LANGUAGE)
        self._where(node)
        self._when(node, dataset)
        self._whom_to_ask(node)
        _link(node, "dcat:landingPage", self._whole(f"{reverse('open_data')}#{dataset.name}"))
        files = {"csv": dataset.csv, "json": dataset.json}
        for form in files:
            _link(node, "dcat:distribution", self._address_of(dataset, form))
        _link(node, "dcat:distribution", self._address_of(dataset, "api"))
        for form, address in files.items():
            file = self._distribution(dataset, form, form.upper(), address, MEDIA_TYPES[form])
            _link(file, "dcat:downloadURL", self._whole(address))
        address = f"{reverse('data_api:api-root')}{dataset.name}"
        api = self._distribution(dataset, "api", "API", address, MEDIA_TYPES["json"])
        _link(api, "dcat:accessService", self._service)

    def _distribution(
        self, dataset: Dataset, form: str, name: str, address: str, media_type: str
    ) -> Element:
        node = self._thing("dcat:Distribution", self._address_of(dataset, form))
        _text(node, "dcterms:title", f"{dataset.swedish} ({name})", "sv")
        _text(node, "dcterms:title", f"{dataset.english} ({name})", "en")
        _link(node, "dcat:accessURL", self._whole(address))
        _link(node, "dcat:mediaType", f"{_MEDIA}/{media_type}")
        _text(node, "dcterms:format", media_type)
        _link(node, "dcterms:license", self._frame.settings.licence_url)
        return node

    def _write_service(self) -> None:
        node = self._thing("dcat:DataService", self._service)
        _text(node, "dcterms:title", "API för åtgärdsplanen", "sv")
        _text(node, "dcterms:title", "API of the crime prevention plan", "en")
        _link(node, "dcat:endpointURL", self._whole(reverse("data_api:api-root")))
        _link(node, "dcat:endpointDescription", self._whole(reverse("openapi")))
        _link(node, "dcterms:publisher", self._publisher)
        _link(node, "dcterms:license", self._frame.settings.licence_url)
        _link(node, "dcterms:accessRights", PUBLIC)
        self._whom_to_ask(node)
        _link(node, "dcterms:conformsTo", "https://spec.openapis.org/oas/v3.1.0")
        _text(node, "dcterms:format", MEDIA_TYPES["json"])
        for dataset in DATASETS:
            _link(node, "dcat:servesDataset", self._address_of(dataset))

    def _write_publisher(self) -> None:
        node = self._thing("foaf:Agent", self._publisher)
        _text(node, "foaf:name", self._frame.publisher, "sv")
        _link(node, "dcterms:type", LOCAL_AUTHORITY)

    def _write_contact(self) -> None:
        address = self._frame.settings.open_data_contact
        if address:
            node = self._thing("vcard:Organization", self._contact)
            _text(node, "vcard:fn", self._frame.publisher)
            _link(node, "vcard:hasEmail", f"mailto:{quote(address, safe='@+')}")

    def _write_place(self) -> None:
        settings = self._frame.settings
        if settings.municipality_code:
            node = self._thing("dcterms:Location", self._place)
            _text(node, "skos:prefLabel", settings.municipality, "sv")
            _text(node, "dcterms:identifier", settings.municipality_code)

    def _whom_to_ask(self, node: Element) -> None:
        if self._frame.settings.open_data_contact:
            _link(node, "dcat:contactPoint", self._contact)

    def _where(self, node: Element) -> None:
        # Until somebody has said whose site it is, there is no place to name.
        if self._frame.settings.municipality_code:
            _link(node, "dcterms:spatial", self._place)

    def _when(self, node: Element, dataset: Dataset) -> None:
        """Since when there is anything to take, and how far back it goes; it goes on, so no end."""
        if dataset.issued_on:
            _value(node, "dcterms:issued", dataset.issued_on.isoformat(), "date")
        if dataset.first_year:
            period = SubElement(
                SubElement(node, _qualified("dcterms:temporal")), _qualified("dcterms:PeriodOfTime")
            )
            _value(period, "dcat:startDate", f"{dataset.first_year}", "gYear")

    def _describe(self, node: Element, titles: tuple[str, str], about: tuple[str, str]) -> None:
        for swedish, english, name in (
            (*titles, "dcterms:title"),
            (*about, "dcterms:description"),
        ):
            _text(node, name, swedish, "sv")
            _text(node, name, english, "en")
        _link(node, "dcterms:publisher", self._publisher)

    def _thing(self, kind: str, address: str) -> Element:
        return SubElement(self._rdf, _qualified(kind), {_qualified("rdf:about"): address})

    def _address_of(self, dataset: Dataset, form: str = "") -> str:
        """What names the data set, or one form of it, whatever its files are called."""
        return f"{self._root}{reverse('dcat')}#{dataset.name}{form and f'-{form}'}"

    def _whole(self, address: str) -> str:
        return f"{self._root}{address}"


def _qualified(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _link(node: Element, name: str, address: str) -> None:
    SubElement(node, _qualified(name), {_qualified("rdf:resource"): address})


def _value(node: Element, name: str, value: str, kind: str) -> None:
    attributes = {_qualified("rdf:datatype"): f"{XSD}{kind}"}
    SubElement(node, _qualified(name), attributes).text = value


def _text(node: Element, name: str, text: str, language: str = "") -> None:
    attributes = {"{http://www.w3.org/XML/1998/namespace}lang": language} if language else {}
    SubElement(node, _qualified(name), attributes).text = printable(text)
