"""Numbers to call, from the register."""

from collections.abc import Iterable

from django.db.models import Model
from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue
from wagtail.snippets.blocks import SnippetChooserBlock

from foundation import chosen


class HelpContactBlock(SnippetChooserBlock):
    """One number. Readers see published ones only, and those are known without asking."""

    def bulk_to_python(self, values: Iterable[int | None]) -> list[Model | None]:
        values = list(values)
        if not chosen.is_reading():
            return super().bulk_to_python(values)
        published = {contact.pk: contact for contact in _published()}
        return [published.get(value) for value in values]


class HelpContactsBlock(StructBlock):
    """Some of the published help contacts, or all of them."""

    heading = CharBlock(label="Rubrik", required=False, max_length=120, help_text="Får vara tom.")
    contacts = ListBlock(
        HelpContactBlock("foundation.HelpContact", label="Hjälpkontakt"),
        label="Hjälpkontakter",
        min_num=0,
        default=[],
        help_text="Lämna tomt för att visa alla publicerade. Ändra numren i registret, inte här.",
    )

    def get_context(self, value: StructValue, parent_context: dict | None = None) -> dict:
        """The chosen contacts that are published; all of them if none is."""
        context = super().get_context(value, parent_context=parent_context)
        wanted = [contact for contact in value["contacts"] if contact and contact.live]
        # Whoever looks for a number must find one, also when a chosen one was withdrawn.
        context["contacts"] = wanted or _published()
        return context

    class Meta:
        template = "blocks/help_contacts.html"
        icon = "mobile-alt"
        label = "Hjälpkontakter"
        label_format = "{heading}"
        description = "Telefonnummer från registret, stora och lätta att ringa."
        form_layout = ["heading", "contacts"]
        preview_value = {"heading": "Ring någon som lyssnar", "contacts": []}


def _published() -> list[Model]:
    # The register wants every block loaded.
    from foundation.contacts import published_help_contacts

    return published_help_contacts()
