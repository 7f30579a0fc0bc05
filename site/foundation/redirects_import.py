"""Taking in redirects from a file: what is sent a second time, or in part, is refused in a sentence.

Wagtail reads the fields of its own form before it knows that they are there, and looks for a file
that the first press of the button has removed.
"""

from django.contrib import messages
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.contrib.redirects.views import process_import

SIGNED = ("import_file_name", "input_format")
AGAIN = (
    "Inget mer importerades: filen är redan importerad, eller så kom formuläret inte fram i sin helhet. "
    "Titta i listan, och välj filen igen om något saknas."
)


def take_in(request: HttpRequest) -> HttpResponse:
    """Wagtail's own view, where its form is whole and the file is still there."""
    try:
        for name in SIGNED:
            Signer().unsign(request.POST.get(name, ""))
        return process_import(request)
    except (BadSignature, FileNotFoundError):
        messages.error(request, AGAIN)
        return redirect("wagtailredirects:start_import")
