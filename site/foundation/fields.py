"""Fields that page types share."""

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.text import capfirst
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField

from foundation.blocks import BodyBlock, PictureBlock

UNFINISHED = (
    "En del av innehållet är inte färdig, till exempel en länk utan adress eller en tabell utan "
    "rubrik. Öppna sidan och tryck på Publicera för att se vilken."
)


def unfinished_parts(page: Model) -> dict[str, list[str]]:
    """What in the page's blocks may stand in a draft but not be public, by field.

    The page form says the same, block by block. This is for every other way to publication.
    """
    errors = {}
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(field.value_from_object(page))
            except ValidationError:
                errors[field.name] = [UNFINISHED]
    return errors


def empty_fields(thing: Model) -> dict[str, list[str]]:
    """What a draft may lack but readers must not miss, by field: the form's own rule, kept everywhere.

    A draft keeps a row that is only begun. Where no form asks (publishing many at once, by schedule
    or by approval) it must not become public so.
    """
    return {
        field.name: [f"Fyll i ”{capfirst(field.verbose_name)}”."]
        for field in thing._meta.concrete_fields
        if field.editable and not field.blank and not isinstance(field, ParentalKey)
        if getattr(thing, field.attname) in (None, "")
    }


FOLLOWING_FIGURES = (
    "Ska en siffra i texten alltid vara den senaste? Skriv den, till exempel 12 procent, markera den "
    "och länka till indikatorn. Då byts den när indikatorn får en ny siffra."
)


class BodyField(StreamField):
    """The body that every page type shares.

    Migrations record only that a body exists. Otherwise a new block would be a migration in
    every app.
    """

    def __init__(self, *args, **kwargs) -> None:
        # Whatever a migration wrote down, the blocks are those of today.
        defaults = {"verbose_name": "innehåll", "blank": True, "help_text": FOLLOWING_FIGURES}
        super().__init__(BodyBlock(), **{**defaults, **kwargs})

    def deconstruct(self) -> tuple:
        """The field without its blocks."""
        name, path, _args, _kwargs = super().deconstruct()
        return name, path, [], {}


class PictureField(StreamField):
    """At most one picture, with what it shows in words, a caption and its photographer."""

    def __init__(self, *args, **kwargs) -> None:
        defaults = {"verbose_name": "bild", "blank": True, "max_num": 1}
        super().__init__([("picture", PictureBlock())], **{**defaults, **kwargs})

    def deconstruct(self) -> tuple:
        """The field without its block, as `BodyField`."""
        name, path, _args, _kwargs = super().deconstruct()
        return name, path, [], {}
