"""The pictures of public pages in the sizes and formats that pages show.

They are made when a page is published, and not while a reader waits for it. A page whose picture
cannot be read is still a page: its picture's words stand in the picture's place.
"""

import logging
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.signals import post_save
from PIL.Image import DecompressionBombError
from wagtail.images.models import Filter, Picture
from wagtail.models import Page, ReferenceIndex
from wagtail.signals import page_published

from foundation.media import SiteImage, SiteRendition
from foundation.visibility import visible

logger = logging.getLogger(__name__)

# In the order in which a browser is to prefer them; the last is for those that know no other.
FORMATS = ("avif", "webp", "jpeg")
WIDTHS = (400, 800, 1200)
# How wide a picture stands in a text, so that a browser can choose before it has laid out the page.
SIZES = "(min-width: 50rem) 48rem, calc(100vw - 2rem)"

# What others show beside a link to the page.
SHARED_SIZE = (1200, 630)
SHARED = "fill-1200x630|format-jpeg"

# A file may be gone, cut off, of another kind than its name says, or too much to unpack.
UNREADABLE = (OSError, ValueError, SyntaxError, EOFError, DecompressionBombError)


def connect() -> None:
    """Listen to publications, and to pictures that are changed where they already stand."""
    page_published.connect(_published, dispatch_uid="foundation.pictures.page")
    post_save.connect(_changed, sender=SiteImage, dispatch_uid="foundation.pictures.image")


def picture(image: SiteImage, loading: str) -> Picture | None:
    """The picture in every size and format; None if its file cannot be read.

    Makes what is missing, which after a publication is nothing.
    """
    try:
        renditions = image.get_renditions(*specs(image))
    except UNREADABLE:
        logger.warning("Bilden %s (%s) kan inte läsas", image.pk, image.file.name, exc_info=True)
        return None
    return Picture(renditions, {"sizes": SIZES, "loading": loading})


def shared_picture(page: object) -> SiteRendition | None:
    """The page's first picture, cut to be shown beside a link; None if it has none to be read.

    Where Wagtail still remembers what was made at the publication, it costs no query.
    """
    image = next((block.value["image"] for block in getattr(page, "picture", ())), None)
    if image is None or image.is_example:
        return None
    try:
        return image.get_rendition(SHARED)
    except UNREADABLE:
        return None


def specs(image: SiteImage) -> list[str]:
    """What to make of a picture. None is made larger, and no size comes twice."""
    narrower = [width for width in WIDTHS if width < image.width]
    widths = narrower + [width for width in WIDTHS if width >= image.width][:1]
    # Wagtail's own order, so that each is known by one name.
    return [f"format-{name}|width-{width}" for name in FORMATS for width in widths]


def make(images: Iterable[SiteImage]) -> int:
    """Make what is missing of these pictures; how many files that was."""
    made = 0
    for image in images:
        try:
            made += _make(image)
        except UNREADABLE:
            logger.warning(
                "Bilden %s (%s) kan inte läsas", image.pk, image.file.name, exc_info=True
            )
    return made


def _make(image: SiteImage) -> int:
    # The database is asked, not Wagtail's cache: it knows what has been deleted meanwhile.
    existing = set()
    for rendition in image.renditions.all():
        if rendition.file.storage.exists(rendition.file.name):
            existing.add(rendition.filter_spec)
        else:
            rendition.delete()
    missing = [spec for spec in (*specs(image), SHARED) if spec not in existing]
    if missing:
        image.create_renditions(*map(Filter, missing))
    return len(missing)


def shown_on(pages: QuerySet[Page]) -> QuerySet[SiteImage]:
    """The pictures that these pages show, in their text or anywhere else."""
    references = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(SiteImage),
        object_id__in=[str(key) for key in pages.values_list("pk", flat=True)],
    )
    keys = [int(key) for key in references.values_list("to_object_id", flat=True).distinct()]
    return SiteImage.objects.filter(pk__in=keys).order_by("pk")


def public_pages() -> QuerySet[Page]:
    """All that readers can see."""
    return visible(Page.objects.order_by())


def _published(instance: Page, **kwargs: object) -> None:
    # After the commit: the database is not held up, and a refused publication leaves no files.
    transaction.on_commit(
        lambda: make(shown_on(public_pages().filter(pk=instance.pk))), robust=True
    )


def _changed(
    instance: SiteImage, created: bool, update_fields: frozenset[str] | None, **kwargs: object
) -> None:
    # A new one stands nowhere yet, and what Wagtail notes of a file changes nothing in it.
    if not created and not update_fields:
        transaction.on_commit(
            lambda: make(shown_on(public_pages()).filter(pk=instance.pk)), robust=True
        )
