"""Fields that page types share."""

from wagtail.fields import StreamField

from foundation.blocks import BodyBlock, PictureBlock


class BodyField(StreamField):
    """The body that every page type shares.

    Migrations record only that a body exists. Otherwise a new block would be a migration in
    every app.
    """

    def __init__(self, *args, **kwargs) -> None:
        # Whatever a migration wrote down, the blocks are those of today.
        super().__init__(BodyBlock(), **{"verbose_name": "innehåll", "blank": True, **kwargs})

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
