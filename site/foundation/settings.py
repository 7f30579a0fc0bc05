"""Facts about the whole site that its administrators write."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from foundation.navigation import FooterField, MenuField
from foundation.security_contact import is_security_contact, refuse_without_end
from foundation.two_editors.register_form import RegisterForm


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
            "Hit kommer den som lämnar en skyddad sida snabbt. Välj en vanlig webbplats "
            "som inte visar något personligt."
        ),
    )
    licence_url = models.URLField(
        "licens för öppna data",
        default="https://creativecommons.org/publicdomain/zero/1.0/",
        help_text="Adressen till licensen som gäller för det som hämtas som data.",
    )
    open_data_contact = models.EmailField(
        "e-postadress för frågor om öppna data",
        blank=True,
        help_text=(
            "En adress som någon hos er läser, gärna en funktionsbrevlåda. Den står på sidan Öppna data och i "
            "katalogen för Sveriges dataportal, så alla kan se den. Tomt: ingen kontakt visas."
        ),
    )
    security_contact = models.CharField(
        "kontakt för den som hittar ett säkerhetsfel",
        max_length=200,
        blank=True,
        validators=[is_security_contact],
        help_text=(
            "En e-postadress eller en webbadress som någon hos er läser. Den står i "
            "/.well-known/security.txt, där de som letar efter säkerhetsfel söker."
        ),
    )
    security_contact_until = models.DateField(
        "kontakten gäller till och med",
        null=True,
        blank=True,
        help_text="Högst ett år framåt. Sedan visas kontakten inte förrän ni har förlängt den.",
    )
    footer_text = models.TextField(
        "text i sidfoten",
        blank=True,
        help_text=(
            "Ett par meningar om vem som svarar för webbplatsen. Om fältet är tomt står det att "
            "kommunen svarar för innehållet."
        ),
    )
    menu = MenuField(
        "meny",
        help_text=(
            "Länkarna överst på varje sida, i den ordning som de står här. Sök läggs till sist. En sida "
            "som inte är publicerad eller som bara är för inloggade syns i menyn först när alla kan läsa den."
        ),
    )
    footer = FooterField(
        "länkar i sidfoten",
        help_text=(
            "Länkarna nederst på varje sida, i kolumner från vänster till höger. På en telefon står "
            "kolumnerna under varandra. Tillgänglighetsredogörelsen ska gå att nå härifrån."
        ),
    )

    traces_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="sidan om spår efter besöket",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Berättar hur man döljer sitt besök. Länkas överst på varje skyddad sida.",
    )

    four_eyes = models.BooleanField(
        "fyra ögon: någon annan godkänner innan något publiceras",
        default=False,
        help_text=(
            "Den som skriver skickar texten för godkännande. Någon i gruppen Granskare läser och "
            "publicerar, men aldrig det som personen själv skrev sist. Gäller sidor och "
            "hjälpkontakter, för alla som annars får publicera direkt. Det går alltid att "
            "avpublicera. Övriga register, bilder, dokument och uppgifterna här ändras direkt."
        ),
    )

    base_form_class = RegisterForm
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    MultiFieldPanel(["name", "municipality", "municipality_code"], heading="Vem"),
                    MultiFieldPanel(["exit_url", "traces_page"], heading="Skyddade sidor"),
                    MultiFieldPanel(["licence_url", "open_data_contact"], heading="Öppna data"),
                    MultiFieldPanel(
                        ["security_contact", "security_contact_until"], heading="Säkerhetsfel"
                    ),
                    MultiFieldPanel(["four_eyes"], heading="Godkännande"),
                ],
                heading="Uppgifter",
            ),
            ObjectList(
                [FieldPanel("menu"), FieldPanel("footer_text"), FieldPanel("footer")],
                heading="Meny och sidfot",
            ),
        ]
    )

    class Meta:
        verbose_name = "webbplatsens uppgifter"

    def clean(self) -> None:
        """Refuse four eyes where nobody could approve: everything would wait for ever."""
        from foundation.four_eyes.review import reviewers

        super().clean()
        refuse_without_end(self.security_contact, self.security_contact_until)
        if self.four_eyes and not reviewers().exists():
            message = "Ingen kan godkänna än. Lägg först till någon i gruppen Granskare."
            raise ValidationError({"four_eyes": message})
