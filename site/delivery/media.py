"""Uploaded pictures in the sizes that pages show; nothing else that was uploaded.

Originals may hold more than was meant to be shown (a cropped-out face, a position), and
documents have a view that asks for permission.
"""

import os
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

FOLDER = "images"
CONTENT_TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
HEADERS = {
    # The name of a rendition changes with its content.
    "Cache-Control": "public, max-age=31536000, immutable",
    # Whatever the bytes may be, the browser is to run nothing of it.
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


@require_safe
def serve_rendition(request: HttpRequest, name: str) -> HttpResponse:
    """The picture, or a plain 404 for all that is not one."""
    path = rendition(name)
    if path is None:
        return HttpResponseNotFound(
            "Bilden finns inte.\n", content_type="text/plain; charset=utf-8"
        )
    status = path.stat()
    etag = f'"{status.st_mtime_ns:x}-{status.st_size:x}"'
    response = get_conditional_response(request, etag=etag, last_modified=int(status.st_mtime))
    if response is None:
        # Whole: a rendition is small, and half a picture is of use to nobody.
        response = HttpResponse(path.read_bytes(), content_type=CONTENT_TYPES[path.suffix.lower()])
    validators = {"ETag": etag, "Last-Modified": http_date(status.st_mtime)}
    for header, value in (HEADERS | validators).items():
        response.headers[header] = value
    return response


def rendition(name: str) -> Path | None:
    """The file of that name straight in the folder of renditions, if it is a picture."""
    folder = (Path(settings.MEDIA_ROOT) / FOLDER).resolve()
    top, _, file_name = name.partition("/")
    if top != FOLDER or "\0" in file_name or Path(file_name).suffix.lower() not in CONTENT_TYPES:
        return None
    # Resolved, so that neither dots nor links lead out of the folder.
    path = (folder / file_name).resolve()
    # Asked this way, a name too long for the disk is simply not there.
    return path if path.parent == folder and os.path.isfile(path) else None
