"""Building the demonstration on a site where nobody has written anything."""

import datetime

from django.core.files.storage import default_storage
from django.core.management import call_command
from django.db import transaction

from home import layout
from home.demo import article, examples
from home.demo.record import Record
from home.models import DemoItem


def why_not() -> str:
    """Why the demonstration cannot be built here, in Swedish; empty when it can."""
    if DemoItem.objects.exists():
        return "Demonstrationen finns redan."
    if layout.is_laid_out() and not layout.is_untouched():
        return "Webbplatsen har redan eget innehåll."
    return ""


def build(today: datetime.date) -> None:
    """Lay out the site where that is not done, and fill it; everything or nothing."""
    files_before = files()
    try:
        with transaction.atomic():
            pages = layout.Layout.existing() if layout.is_laid_out() else layout.lay_out()
            article.build(pages, Record(today, is_example=False))
            examples.build(pages, Record(today, is_example=True))
            # The rights of the roles lie on the sections, which are there first now.
            call_command("roles", verbosity=0)
    except BaseException:
        # The database forgets by itself what the disk does not.
        for name in files() - files_before:
            default_storage.delete(name)
        raise


def files() -> set[str]:
    """The uploaded pictures and documents on the disk."""
    folders = [name for name in ("original_images", "documents") if default_storage.exists(name)]
    return {f"{folder}/{name}" for folder in folders for name in default_storage.listdir(folder)[1]}
