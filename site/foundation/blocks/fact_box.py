"""Facts beside the story."""

from wagtail.blocks import CharBlock, StructBlock

from foundation.blocks.paragraph import ParagraphBlock


class FactBoxBlock(StructBlock):
    """A few facts set apart from the running text."""

    heading = CharBlock(label="Rubrik", max_length=120)
    text = ParagraphBlock(label="Text")

    class Meta:
        template = "blocks/fact_box.html"
        icon = "info-circle"
        label = "Faktaruta"
        label_format = "{heading}"
        description = "Kort fakta vid sidan av texten, till exempel vad en lag säger."
        form_layout = ["heading", "text"]
        preview_value = {
            "heading": "Vad är en orsaksanalys?",
            "text": "<p>Den visar vad som ligger bakom ett problem, så att rätt åtgärd kan väljas.</p>",
        }
