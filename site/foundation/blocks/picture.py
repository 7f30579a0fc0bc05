"""A picture in the text."""

from collections.abc import Iterable

from django.apps import apps
from django.db.models import Model
from wagtail.blocks import CharBlock, StructBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from foundation import chosen


class LibraryImageBlock(ImageChooserBlock):
    """An image from the library, fetched with the sizes in which it is shown."""

    def to_python(self, value: int | None) -> Model | None:
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Model | None]:
        values = list(values)
        found = chosen.fetched(chosen.images, values)
        return [chosen.own_copy(found[value]) if value in found else None for value in values]


class DescribedImageBlock(ImageBlock):
    """An image from the library and what it shows in words."""

    def __init__(self, required: bool = True, **kwargs) -> None:
        super().__init__(required=required, **kwargs)
        image = LibraryImageBlock(required=required)
        # Wagtail names it after its key, in English.
        image.set_name("image")
        image.label = "Bild från biblioteket"
        self.child_blocks["image"] = image


class PictureBlock(StructBlock):
    """A picture with what it shows in words, a caption and its photographer."""

    image = DescribedImageBlock(label="Bild")
    caption = CharBlock(
        label="Bildtext",
        required=False,
        max_length=250,
        help_text="Syns under bilden. Fotografens namn hämtas från bilden.",
    )

    def get_preview_value(self):
        """The newest picture of the site, since a made-up one has no file."""
        image = apps.get_model("foundation", "SiteImage").objects.order_by("-created_at").first()
        alt_text = image and (image.description or image.title)
        return self.normalize(
            {
                "image": image and {"image": image, "alt_text": alt_text, "decorative": False},
                "caption": "Bildtexten berättar det som bilden inte visar.",
            }
        )

    class Meta:
        template = "blocks/picture.html"
        preview_template = "blocks/picture_preview.html"
        icon = "image"
        label = "Bild"
        label_format = "{caption}"
        description = "En bild med alternativtext och bildtext."
        form_layout = ["image", "caption"]
