"""Where the open data is."""

from django.urls import path, re_path

from actionplan.opendata import api, dcat, files, page

urlpatterns = [
    path("oppna-data/", page.serve, name="open_data"),
    re_path(r"^oppna-data/(?P<name>[a-z]+)\.(?P<form>csv|json)$", files.serve, name="data_file"),
    path("datasets/dcat", dcat.serve, name="dcat"),
    path("api/v1/openapi.json", api.describe, name="openapi"),
    path("api/v1/", api.api.urls),
]
