"""Facts about the whole site that its administrators write."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


def is_exit_address(address: str) -> None:
    """Refuse an exit address that is not https or that carries a query."""
    parts = urlsplit(address)
    if parts.scheme != "https" or parts.query or parts.fragment:
        raise ValidationError(
            "Skriv en adress som börjar med https:// och inte innehåller ? eller #."
        )


@register_setting(icon="home")
class SiteSettings(BaseGenericSetting):
    """Name, municipality and the addresses that every page needs.

    The one row is made by a migration, so that reading never writes.
    """

    name = models.CharField(
        "webbplatsens namn",
        max_length=80,
        default="Åtgärdsplan mot brott",
        help_text="Står överst på varje sida.",
    )
    municipality = models.CharField(
        "kommunens namn",
        max_length=80,
        default="Hagfors kommun",
        help_text="Så som invånarna säger det, till exempel Hagfors kommun.",
    )
    municipality_code = models.CharField(
        "kommunkod",
        max_length=4,
        default="1783",
        validators=[RegexValidator(r"^\d{4}$", "En kommunkod är fyra siffror.")],
        help_text="SCB:s kod för kommunen, fyra siffror.",
    )
    exit_url = models.URLField(
        "adress för ”Lämna sidan snabbt”",
        default="https://www.smhi.se/",
        validators=[is_exit_address],
        help_text=(
            "Dit den kommer som lämnar en skyddad sida i all hast. Välj en vanlig webbplats "
            "som inte visar något personligt."
        ),
    )
    licence_url = models.URLField(
        "licens för öppna data",
        default="https://creativecommons.org/publicdomain/zero/1.0/",
        help_text="Adressen till licensen som gäller för det som hämtas som data.",
    )
    footer_text = models.TextField(
        "text i sidfoten",
        blank=True,
        help_text="Ett par meningar om vem som svarar för webbplatsen. Tomt fält: en vanlig mening.",
    )
    about_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="sidan om webbplatsen",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Den sidan och dess undersidor länkas i sidfoten på varje sida.",
    )

    panels = [
        MultiFieldPanel(["name", "municipality", "municipality_code"], heading="Vem"),
        FieldPanel("exit_url"),
        MultiFieldPanel(["footer_text", "about_page"], heading="Sidfot"),
        FieldPanel("licence_url"),
    ]

    class Meta:
        verbose_name = "webbplatsens uppgifter"
