"""Pictures that the project draws itself: plain shapes of a small town in the north."""

import io
from collections.abc import Callable

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from foundation.media import SiteImage

SIZE = (1200, 675)
NIGHT, DUSK, SNOW, LAMP = "#1c2b36", "#34495a", "#e9edf0", "#f4c95d"
FOREST, MEADOW, BRICK, WOOD, WATER = "#1f4d3a", "#6f9a6b", "#a2442f", "#8a5a3c", "#7fa7b8"

Pen = ImageDraw.ImageDraw


def drawn(draw: Callable[[Pen], None], title: str, description: str) -> SiteImage:
    """The drawing as a picture with its words, not yet saved."""
    image = Image.new("RGB", SIZE, NIGHT)
    draw(ImageDraw.Draw(image))
    buffer = io.BytesIO()
    image.quantize(64).save(buffer, "PNG", optimize=True)
    return SiteImage(
        title=title,
        description=description,
        photographer="egen teckning",
        licence="CC0",
        consent=SiteImage.Consent.NOT_NEEDED,
        file=ContentFile(buffer.getvalue(), name=f"{title.lower().replace(' ', '-')}.png"),
    )


def square(pen: Pen) -> None:
    """A square among houses in the evening, with lamps that are lit."""
    pen.rectangle((0, 0, 1200, 430), fill=DUSK)
    pen.rectangle((0, 430, 1200, 675), fill="#566672")
    for left, top, colour in (
        (60, 210, BRICK),
        (330, 160, WOOD),
        (620, 230, FOREST),
        (900, 180, BRICK),
    ):
        _house(pen, left, top, colour)
    for middle in (200, 600, 1000):
        _lamp(pen, middle)


def path(pen: Pen) -> None:
    """A footpath with a row of lamps through a dark wood."""
    pen.rectangle((0, 0, 1200, 675), fill=NIGHT)
    for middle in range(40, 1200, 90):
        _spruce(pen, middle, 400)
    pen.polygon([(520, 380), (680, 380), (1080, 675), (120, 675)], fill="#8f9aa2")
    for middle in (390, 810):
        _lamp(pen, middle)


def park(pen: Pen) -> None:
    """A park by the water on a light day."""
    pen.rectangle((0, 0, 1200, 300), fill=SNOW)
    pen.rectangle((0, 300, 1200, 420), fill=WATER)
    pen.rectangle((0, 420, 1200, 675), fill=MEADOW)
    for middle in (120, 260, 900, 1060):
        _spruce(pen, middle, 470)
    pen.rectangle((470, 510, 740, 530), fill=WOOD)
    pen.rectangle((470, 460, 740, 480), fill=WOOD)
    for left in (490, 700):
        pen.rectangle((left, 460, left + 18, 590), fill=NIGHT)


def house(pen: Pen) -> None:
    """A house with a lit window in the snow."""
    pen.rectangle((0, 0, 1200, 480), fill=DUSK)
    pen.rectangle((0, 480, 1200, 675), fill=SNOW)
    _house(pen, 430, 220, BRICK)
    for middle in (180, 300, 950):
        _spruce(pen, middle, 520)


def _house(pen: Pen, left: int, top: int, colour: str) -> None:
    pen.rectangle((left, top + 90, left + 240, top + 300), fill=colour)
    pen.polygon([(left - 20, top + 90), (left + 120, top), (left + 260, top + 90)], fill=NIGHT)
    for column in (40, 150):
        pen.rectangle((left + column, top + 130, left + column + 50, top + 190), fill=LAMP)


def _lamp(pen: Pen, middle: int) -> None:
    pen.rectangle((middle - 5, 330, middle + 5, 600), fill=NIGHT)
    pen.ellipse((middle - 70, 260, middle + 70, 400), fill="#b79a52")
    pen.ellipse((middle - 28, 302, middle + 28, 358), fill=LAMP)


def _spruce(pen: Pen, middle: int, foot: int) -> None:
    for lift, width in ((0, 70), (80, 55), (150, 38)):
        top = foot - lift
        pen.polygon(
            [(middle - width, top), (middle, top - 130), (middle + width, top)], fill=FOREST
        )
    pen.rectangle((middle - 8, foot, middle + 8, foot + 30), fill=WOOD)
