"""Numbers to call, from the register."""

from django.apps import apps
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue
from wagtail.snippets.blocks import SnippetChooserBlock


class HelpContactsBlock(StructBlock):
    """Some of the published help contacts, or all of them."""

    heading = CharBlock(label="Rubrik", required=False, max_length=120, help_text="Får vara tom.")
    contacts = ListBlock(
        SnippetChooserBlock("foundation.HelpContact", label="Hjälpkontakt"),
        label="Hjälpkontakter",
        min_num=0,
        default=[],
        help_text="Lämna tomt för att visa alla publicerade. Ändra numren i registret, inte här.",
    )

    def get_context(self, value: StructValue, parent_context: dict | None = None) -> dict:
        """The chosen contacts that are published; all of them if none is."""
        context = super().get_context(value, parent_context=parent_context)
        chosen = [contact for contact in value["contacts"] if contact and contact.live]
        # Whoever looks for a number must find one, also when a chosen one was withdrawn.
        context["contacts"] = chosen or list(
            apps.get_model("foundation", "HelpContact").objects.filter(live=True)
        )
        return context

    class Meta:
        template = "blocks/help_contacts.html"
        icon = "mobile-alt"
        label = "Hjälpkontakter"
        label_format = "{heading}"
        description = "Telefonnummer från registret, stora och lätta att ringa."
        form_layout = ["heading", "contacts"]
        preview_value = {"heading": "Ring någon som lyssnar", "contacts": []}
