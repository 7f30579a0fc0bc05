"""The menu and the footer, as editors compose them in the site's settings."""

import re
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    StreamBlock,
    StreamValue,
    StructBlock,
    StructBlockValidationError,
    StructValue,
)
from wagtail.fields import StreamField
from wagtail.models import Page

from foundation.blocks import LinkBlock

ADDRESS_WANTED = (
    "Skriv hela adressen med https:// först, eller en av webbplatsens egna adresser med / först, "
    "till exempel /sok/."
)
LABEL_WANTED = "Skriv en länktext. Bara en sida kan visa sin egen titel."
MAX_MENU_ITEMS, MAX_COLUMNS, MAX_LINKS = 7, 4, 8

_OWN_ADDRESS = re.compile(r"/(?!/)[\w./?=&%~-]*", re.ASCII)
_is_web_address = URLValidator(schemes=["http", "https"])


def is_address(address: str) -> None:
    """Refuse what is neither an address on the web nor one below this site's own."""
    if _OWN_ADDRESS.fullmatch(address):
        return
    try:
        _is_web_address(address)
    except ValidationError as refusal:
        raise ValidationError(ADDRESS_WANTED) from refusal


@dataclass(frozen=True)
class MenuItem:
    """A link in the menu or the footer."""

    title: str
    url: str
    # Where in the tree the page stands, if it is one: that tells its language.
    path: str = field(default="", compare=False)


@dataclass(frozen=True)
class FooterColumn:
    """Links that stand together in the footer, with or without a heading."""

    heading: str
    links: list[MenuItem]


class FrameLinkBlock(LinkBlock):
    """A link that stands on every page: to a page, or to an address that is none."""

    page = LinkBlock.declared_blocks["page"]
    url = CharBlock(
        label="Annan adress",
        required=False,
        max_length=500,
        validators=[is_address],
        help_text=(
            "Bara när länken inte går till en sida: en annan webbplats (https:// först; orden ”Länk "
            "till annan webbplats” läggs till) eller en egen adress som inte är en sida (/ först)."
        ),
    )
    label = CharBlock(
        label="Länktext",
        required=False,
        max_length=60,
        help_text="Lämna tomt för att visa sidans titel.",
    )
    document = None

    def clean(self, value: StructValue) -> StructValue:
        """Ask for words where there is no page to take them from."""
        value = super().clean(value)
        if not value["page"] and not value["label"]:
            raise StructBlockValidationError({"label": ValidationError(LABEL_WANTED)})
        return value

    class Meta:
        label = "Länk"
        label_format = "{label} {page} {url}"
        description = "En länk till en sida, eller till en annan adress."
        form_layout = ["page", "url", "label"]


class FooterColumnBlock(StructBlock):
    """A column of the footer."""

    heading = CharBlock(
        label="Rubrik över länkarna", required=False, max_length=60, help_text="Får vara tom."
    )
    links = ListBlock(
        FrameLinkBlock(), label="Länkar", min_num=1, max_num=MAX_LINKS, collapsed=True
    )

    def get_context(self, value: StructValue, parent_context: dict | None = None) -> dict:
        """The column as the footer shows it."""
        context = super().get_context(value, parent_context=parent_context)
        return {**context, "column": FooterColumn(value["heading"], _items(value["links"]))}

    class Meta:
        icon = "list-ul"
        label = "Kolumn"
        label_format = "{heading}"
        description = "Länkar som står tillsammans i sidfoten."
        template = "components/footer_column.html"
        preview_value = {
            "heading": "Om webbplatsen",
            "links": [
                {"page": None, "label": "Sök", "url": "/sok/"},
                {"page": None, "label": "Polisen", "url": "https://www.example.org/"},
            ],
        }
        form_layout = ["heading", "links"]


class MenuBlock(StreamBlock):
    """The menu, from left to right."""

    link = FrameLinkBlock()

    class Meta:
        required = False
        collapsed = True
        max_num = MAX_MENU_ITEMS


class FooterBlock(StreamBlock):
    """The columns of the footer, from left to right."""

    column = FooterColumnBlock()

    class Meta:
        required = False
        max_num = MAX_COLUMNS


class MenuField(StreamField):
    """The links of the menu. Migrations record only that they exist."""

    blocks = MenuBlock

    def __init__(self, verbose_name: str = "", **kwargs) -> None:
        # Whatever a migration wrote down, the blocks are those of today.
        super().__init__(self.blocks(), **{"verbose_name": verbose_name, "blank": True, **kwargs})

    def deconstruct(self) -> tuple:
        """The field without its blocks, which are those of today."""
        name, path, _args, _kwargs = super().deconstruct()
        return name, path, [], {}


class FooterField(MenuField):
    """The links of the footer, in columns."""

    blocks = FooterBlock


def menu_items(menu: StreamValue) -> list[MenuItem]:
    """The links of the menu that lead somewhere an anonymous reader may go."""
    return _items([block.value for block in menu])


def footer_columns(footer: StreamValue) -> list[FooterColumn]:
    """The columns of the footer, each with the links that lead somewhere; none is empty."""
    columns = [
        FooterColumn(block.value["heading"], _items(block.value["links"])) for block in footer
    ]
    return [column for column in columns if column.links]


def link_to(page: Page) -> dict:
    """The value of a link to the page, which goes by its own title."""
    return {"page": page, "url": "", "label": ""}


def _items(links: list[StructValue]) -> list[MenuItem]:
    return [
        MenuItem(link["label"] or link["page"].title, link["page"].url, link["page"].path)
        if link["page"]
        else MenuItem(link["label"], link["url"])
        for link in links
        if link.leads_somewhere
    ]
