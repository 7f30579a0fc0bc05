"""Every address of the site."""

from django.conf import settings
from django.http import Http404
from django.urls import include, path, re_path
from django.views.defaults import page_not_found
from django.views.generic import RedirectView
from wagtail.admin import urls as admin_urls
from wagtail.documents import urls as document_urls
from wagtail.urls import serve_pattern

from accounts.password_change import new_password
from delivery import health, media
from foundation import security_contact
from foundation.documents import serve_document
from foundation.routing import serve_page

handler400 = "foundation.error_pages.bad_request"
handler403 = "foundation.error_pages.permission_denied"
handler404 = "foundation.error_pages.not_found"
handler500 = "foundation.error_pages.cannot_answer"

to_login = RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True)

urlpatterns = [
    path("redaktion/nytt-losenord/", new_password, name="new_password"),
    # Wagtail asks for this name whenever somebody comes to a private page.
    path("redaktion/logga-in/", to_login, name="wagtailcore_login"),
    # In the place of Wagtail's own, where whoever is logged in may raise an alarm.
    path("redaktion/failwhale/", page_not_found, {"exception": Http404()}),
    path("redaktion/", include(admin_urls)),
    # In the place of Wagtail's own view, which hands any file to whoever knows its address.
    re_path(r"^dokument/(\d+)/(.*)$", serve_document),
    path("dokument/", include(document_urls)),
    path(f"{settings.MEDIA_URL.strip('/')}/<path:name>", media.serve_rendition),
    path("halsa/lever", health.alive),
    path("halsa/redo", health.ready),
    path(".well-known/security.txt", security_contact.serve, name="security_contact"),
    path("", include("home.digest.urls")),
    path("", include("search.urls")),
    path("", include("foundation.feeds.urls")),
    path("", include("actionplan.opendata.urls")),
    path("", include("actionplan.urls")),
    re_path(serve_pattern, serve_page, name="wagtail_serve"),
]
