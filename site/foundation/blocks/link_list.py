"""Links to read on."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from wagtail.blocks import (
    BoundBlock,
    CharBlock,
    ListBlock,
    PageChooserBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
    URLBlock,
)
from wagtail.models import Page

from foundation import chosen
from foundation.blocks.document import FileBlock

TARGETS = ("page", "url", "document")
NO_TARGET = "Länken går ingenstans. Välj en sida eller ett dokument, eller skriv en adress."
TOO_MANY_TARGETS = "Länken kan bara gå till ett ställe. Behåll sidan, adressen eller dokumentet."


class Link(StructValue):
    """A link to a page of this site, to a file, or to an address elsewhere."""

    @property
    def leads_somewhere(self) -> bool:
        """Whether a reader who follows it arrives. A page that is not public is no target."""
        if page := self.get("page"):
            return not getattr(page, "is_hidden", not page.live)
        return bool(self.get("document") or self.get("url"))


class PageTargetBlock(PageChooserBlock):
    """A page to link to, fetched together with whether readers may see it."""

    def to_python(self, value: int | None) -> Page | None:
        return self.bulk_to_python([value])[0]

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Page | None]:
        values = list(values)
        found = chosen.fetched(chosen.pages, values)
        return [found.get(value) for value in values]


class LinkBlock(StructBlock):
    """One link. Without a target it can be saved as a draft, but not published."""

    label = CharBlock(
        label="Länktext",
        max_length=200,
        help_text="Säg vart länken går. Orden ”Länk till annan webbplats” och filens storlek läggs till.",
    )
    page = PageTargetBlock(label="Sida på webbplatsen", required=False)
    url = URLBlock(
        label="Adress på en annan webbplats",
        required=False,
        help_text="Hela adressen, med https:// först.",
    )
    document = FileBlock(label="Dokument", required=False)

    def clean(self, value: StructValue) -> StructValue:
        """Ask for exactly one target, once the link is to be public."""
        value = super().clean(value)
        if self.is_deferred_validation:
            return value
        targets = [name for name in TARGETS if value.get(name)]
        if not targets:
            raise StructBlockValidationError({"url": ValidationError(NO_TARGET)})
        if len(targets) > 1:
            raise StructBlockValidationError(
                {name: ValidationError(TOO_MANY_TARGETS) for name in targets[1:]}
            )
        return value

    class Meta:
        value_class = Link
        icon = "link"
        label = "Länk"
        label_format = "{label}"
        description = "En länk till en sida, ett dokument eller en annan webbplats."
        form_layout = ["label", "page", "url", "document"]
        template = "blocks/link.html"
        preview_value = {"label": "Mer om undersökningen", "url": "https://www.example.com/"}


class LinkList(StructValue):
    """Links with a heading over them."""

    @property
    def targets(self) -> list[BoundBlock]:
        """The links that lead somewhere."""
        return [link for link in self["items"].bound_blocks if link.value.leads_somewhere]


class LinkListBlock(StructBlock):
    """Links that belong together."""

    heading = CharBlock(
        label="Rubrik över länkarna", required=False, max_length=120, help_text="Får vara tom."
    )
    items = ListBlock(LinkBlock(), label="Länkar")

    class Meta:
        value_class = LinkList
        template = "blocks/link_list.html"
        icon = "list-ul"
        label = "Länklista"
        label_format = "{heading}"
        description = "Länkar till sidor, dokument och andra webbplatser."
        form_layout = ["heading", "items"]
        preview_value = {
            "heading": "Läs mer",
            "items": [
                {"label": "Nationella trygghetsundersökningen", "url": "https://www.example.com/"},
                {"label": "Polisens sidor om trygghet", "url": "https://www.example.org/"},
            ],
        }
