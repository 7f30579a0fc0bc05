"""Headings, and addresses within the page that lead to them."""

from wagtail.blocks import CharBlock, ChoiceBlock, StructBlock, StructValue

from foundation.swedish.slugs import slug_for


class Heading(StructValue):
    """A heading. The body it stands in makes its anchor unique."""

    anchor = ""

    @property
    def slug(self) -> str:
        """What its address within the page should be, if no other heading has it."""
        return slug_for(self.get("text") or "")


class HeadingBlock(StructBlock):
    """A heading of a part of the page, or of a part within a part."""

    text = CharBlock(label="Rubrik", max_length=200)
    level = ChoiceBlock(
        label="Nivå",
        choices=[("h2", "Rubrik"), ("h3", "Underrubrik")],
        default="h2",
        search_index=False,
        help_text="Välj Underrubrik bara under en vanlig rubrik.",
    )

    class Meta:
        value_class = Heading
        template = "blocks/heading.html"
        icon = "title"
        label = "Rubrik"
        label_format = "{text}"
        description = "En rubrik som delar upp sidan. Besökare kan länka direkt till den."
        form_layout = ["text", "level"]
        preview_value = {"text": "Tryggt att bo här", "level": "h2"}
