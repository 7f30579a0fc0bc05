"""A number worth remembering."""

from wagtail.blocks import CharBlock, StructBlock, TextBlock, URLBlock


class KeyFigureBlock(StructBlock):
    """A figure with what it means, where it comes from and what time it is about."""

    value = CharBlock(
        label="Siffra",
        max_length=40,
        help_text="Som den ska läsas, till exempel: 12 procent.",
    )
    explanation = TextBlock(
        label="Vad den betyder",
        rows=2,
        help_text="Fortsätt meningen: ”avstår på grund av otrygghet från att gå ut sent”.",
    )
    source = CharBlock(
        label="Källa",
        max_length=160,
        help_text="Vem som har tagit fram siffran, till exempel: Nationella trygghetsundersökningen, Brå.",
    )
    source_url = URLBlock(label="Länk till källan", required=False)
    period = CharBlock(
        label="År eller period",
        required=False,
        max_length=60,
        help_text="Den tid som siffran gäller, till exempel: 2024. Lämna tomt om det inte är känt.",
    )

    class Meta:
        template = "blocks/key_figure.html"
        icon = "order"
        label = "Nyckeltal"
        label_format = "{value}: {explanation}"
        description = "En siffra med förklaring och källa."
        form_layout = ["value", "explanation", "source", "source_url", "period"]
        preview_value = {
            "value": "12 procent",
            "explanation": "avstår på grund av otrygghet från att gå ut sent på kvällen.",
            "source": "Källans namn",
            "source_url": "https://www.example.com/",
            "period": "2024",
        }
