"""Words that stand nowhere else, and objects whose every text is made of them."""

import datetime
import re
from collections.abc import Iterator

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from actionplan.models import (
    EarlierValue,
    IndicatorPage,
    IndicatorTarget,
    IndicatorValue,
    MeasurePage,
    SeriesBreak,
    StatusUpdatePage,
)
from actionplan.new_values import ValueInterval
from actionplan.status import MeasureStatus
from foundation.corrections import Correction
from foundation.precise_date import PreciseDate
from home.models import AccessibilityStatementPage
from news.models import (
    CampaignActivity,
    CampaignPage,
    InternalActivity,
    NewsPage,
)

LETTERS = "bcdfghjklmnprtvw"
WORD = re.compile(rf"zq[{LETTERS}]{{4}}x".encode(), re.IGNORECASE)
FIGURE = re.compile(rb"(?<!\d)(\d{3})[.,](\d{4})(?!\d)")
# In every text that has room for it: who searches for it comes upon all that can be found.
COMMON = "lyktstolpe"
ROOM = 40
DAY = PreciseDate.of_day(datetime.date(2025, 5, 3))
LATER = PreciseDate.of_day(datetime.date(2099, 5, 3))
# What the site writes by itself, or knows readers by.
OWN = {"url_path", "draft_title", "changed_digest", "import_digest", "path", "contentpath"}
# What stays with the editors also where the page is public. A reason is told only where its
# status asks for one, and these updates say that the work goes on.
EDITORS = {
    "internal_audience",
    "internal_channels",
    "internal_messages",
    "internal_activities",
    "internal_materials",
    "wagtail_admin_comments",
    "StatusUpdatePage.reason",
    "note",
}
GIVEN = {
    StatusUpdatePage: {"fact_on": DAY.first_day, "status": MeasureStatus.ONGOING},
    MeasurePage: {"next_follow_up": LATER},
    NewsPage: {"published_on": DAY.first_day},
    CampaignPage: {"starts_on": DAY.first_day, "ends_on": LATER.first_day},
    IndicatorPage: {"value_interval": ValueInterval.YEAR},
    AccessibilityStatementPage: {
        "conformity": "partial",
        "method": "self",
        "assessed_on": DAY.first_day,
        "statement_updated_on": DAY.first_day,
    },
    Correction: {"corrected_on": DAY.first_day},
    IndicatorValue: {"period_from": DAY, "status": "final", "low": None, "high": None},
    EarlierValue: {"period_from": DAY, "status": "final", "low": None, "high": None},
    IndicatorTarget: {"by": LATER},
    SeriesBreak: {"at": DAY},
    CampaignActivity: {"day": LATER.first_day},
    InternalActivity: {"day": LATER.first_day},
}


class Tokens:
    """Knows of each token where it stands, and whether readers may see it."""

    def __init__(self) -> None:
        self.places: dict[str, str] = {}
        self.public: set[str] = set()

    def word(self, place: str, is_public: bool = False) -> str:
        """A new word: seven letters that no language has."""
        number, letters = len(self.places), ""
        for _ in range(4):
            number, rest = divmod(number, len(LETTERS))
            letters += LETTERS[rest]
        return self._keep(f"zq{letters}x", place, is_public)

    def figure(self, place: str, is_public: bool = False) -> str:
        """A new number, with three digits before and four after the comma, none of them last 0."""
        number = len(self.places)
        return self._keep(f"{700 + number // 900}.{number % 900 + 100}1", place, is_public)

    def found_in(self, told: bytes) -> set[str]:
        """The tokens that stand in what a reader was told."""
        words = {word.decode().lower() for word in WORD.findall(told)}
        figures = {b".".join(parts).decode() for parts in FIGURE.findall(told)}
        return (words | figures) & self.places.keys()

    def _keep(self, token: str, place: str, is_public: bool) -> str:
        self.places[token] = place
        if is_public:
            self.public.add(token)
        return token


def fill(thing: models.Model, tokens: Tokens, state: str, is_public: bool = False) -> models.Model:
    """The object with a token of its own in every text, and one row of each kind of its parts."""
    given = GIVEN.get(type(thing), {})
    for field in thing._meta.concrete_fields:
        name = field.name
        if name in given:
            setattr(thing, name, given[name])
        elif not (name in OWN or field.choices or field.primary_key or field.is_relation):
            place = f"{state}: {type(thing).__name__}.{name}"
            value = _text(field, tokens, place, is_public and not _stays(type(thing), name))
            if value is not None:
                setattr(thing, name, value)
    return thing


def _stays(model: type[models.Model], name: str) -> bool:
    return not EDITORS.isdisjoint({name, f"{model.__name__}.{name}"}) and name != "note"


def fill_parts(page: Page, tokens: Tokens, state: str, is_public: bool, **given: object) -> None:
    """Give the page one of each of its parts."""
    for relation in get_all_child_relations(type(page)):
        name = relation.get_accessor_name()
        part = relation.related_model()
        wanted = {field.name for field in part._meta.concrete_fields} & given.keys()
        for field in wanted - ({"document"} if name in EDITORS else set()):
            setattr(part, field, given[field])
        fill(part, tokens, f"{state}: {name}", is_public and name not in EDITORS)
        getattr(page, name).set([part])


def _text(field: models.Field, tokens: Tokens, place: str, is_public: bool) -> object:
    if isinstance(field, StreamField):
        return _blocks(field.stream_block, tokens, place, is_public)
    if isinstance(field, models.DecimalField):
        return tokens.figure(place, is_public)
    if not isinstance(field, models.CharField | models.TextField):
        return None
    if field.max_length and field.max_length < 10:
        return None
    word = tokens.word(place, is_public)
    if isinstance(field, models.EmailField):
        return f"{word}@example.com"
    if isinstance(field, models.URLField):
        return f"https://www.example.com/{word}"
    if isinstance(field, models.SlugField) or (field.max_length or ROOM) < ROOM:
        return word
    text = f"{word} {COMMON}"
    return f"<p>{text}</p>" if isinstance(field, RichTextField) else text


def _blocks(
    stream: blocks.StreamBlock, tokens: Tokens, place: str, is_public: bool
) -> blocks.StreamValue:
    """One of each block that can be written without choosing something."""
    raw = [
        {"type": name, "value": value}
        for name, block in stream.child_blocks.items()
        if (value := _value(block, tokens, f"{place}.{name}", is_public and name not in EDITORS))
    ]
    return stream.to_python(raw)


def _value(block: blocks.Block, tokens: Tokens, place: str, is_public: bool) -> object:
    """What is stored of the block; None where something has to be chosen."""
    match block:
        case blocks.StructBlock():
            value = {
                name: _value(child, tokens, f"{place}.{name}", is_public)
                for name, child in block.child_blocks.items()
            }
            needed = {
                name
                for name, child in block.child_blocks.items()
                if child.required or not isinstance(child, blocks.FieldBlock)
            }
            return None if any(value[name] is None for name in needed) else value
        case blocks.ListBlock():
            inner = _value(block.child_block, tokens, place, is_public)
            return None if inner is None else [{"type": "item", "id": "1", "value": inner}]
        case blocks.RichTextBlock():
            return f"<p>{tokens.word(place, is_public)} {COMMON}</p>"
        case blocks.URLBlock():
            return f"https://www.example.com/{tokens.word(place, is_public)}"
        case blocks.ChoiceBlock():
            return next(key for key, _label in _flat(block.field.choices) if key)
        case blocks.CharBlock() | blocks.TextBlock():
            return tokens.word(place, is_public)
        case blocks.BooleanBlock():
            return False
    return None


def _flat(choices: object) -> Iterator[tuple]:
    for key, label in choices:
        if isinstance(label, list | tuple):
            yield from label
        else:
            yield key, label
