"""Files that the project writes itself: small tables that every program can open."""

import csv
import io
from collections.abc import Iterable

from django.core.files.base import ContentFile
from wagtail.utils.file import hash_filelike

from foundation.media import SiteDocument

# Stands last in each row, so that the file says so also when it has left the page.
MARK = "Exempeldata"


def written(title: str, name: str, headings: Iterable[str], rows: Iterable[tuple]) -> SiteDocument:
    """The table as a file with its facts, not yet saved: as a Swedish Excel opens it unasked."""
    file = io.StringIO()
    table = csv.writer(file, delimiter=";", lineterminator="\r\n")
    table.writerow([*headings, MARK])
    table.writerows([*row, "ja"] for row in rows)
    content = ContentFile(file.getvalue().encode("utf-8-sig"), name=name)
    return SiteDocument(
        title=title,
        file=content,
        # Makes its ETag. A form takes it by itself when somebody sends a file.
        file_hash=hash_filelike(content),
        accessibility=SiteDocument.Accessibility.ACCESSIBLE,
    )
