"""What the editor chooses when measures are imported, and the import as the screens know it."""

import datetime

from django import forms
from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput

from actionplan.importing import measures
from actionplan.importing.planning import Choices, may_publish
from actionplan.models import PlanPage
from foundation.days_in_forms import DayField
from foundation.importing.kept import ImportRun
from foundation.importing.kinds import ImportKind
from foundation.tables.limits import LARGEST_FILE


class MeasureImportForm(forms.Form):
    """Everything may be left as it is."""

    plan = forms.ModelChoiceField(
        PlanPage.objects.order_by("path"), label="Åtgärdsplan", required=False, empty_label=None
    )
    sheet = forms.CharField(
        label="Blad",
        required=False,
        max_length=60,
        help_text="Bara om fel blad lästes. Tomt: det blad som mest liknar en lista med åtgärder.",
    )
    area = forms.CharField(
        label="Fokusområde",
        required=False,
        max_length=200,
        help_text="För rader som inte säger vilket fokusområde de hör till.",
    )
    status_on = DayField(
        label="Dag för status",
        required=False,
        widget=AdminDateInput,
        help_text="Dagen som statusar utan eget datum gäller. Tomt: de tas inte med.",
    )
    publish = forms.BooleanField(
        label="Publicera",
        required=False,
        help_text="Annars blir allt utkast, som ingen läsare ser förrän du publicerar.",
    )

    def __init__(self, person: AbstractUser, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        plans = list(self.fields["plan"].queryset)
        if len(plans) < 2:
            del self.fields["plan"]
        else:
            self.fields["plan"].initial = plans[0]
        if not any(may_publish(person, plan, is_new=True) for plan in plans):
            del self.fields["publish"]

    def clean_status_on(self) -> datetime.date | None:
        """A status tells how it was, not how it will be."""
        day = self.cleaned_data["status_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError("Välj en dag som har varit.")
        return day

    @property
    def choices(self) -> dict:
        """What was chosen, to be kept; it fills the form in again."""
        said = self.cleaned_data
        day, plan = said["status_on"], said.get("plan")
        return {
            "plan": plan.pk if plan else None,
            "sheet": said["sheet"],
            "area": said["area"],
            "status_on": day.isoformat() if day else "",
            "publish": said.get("publish", False),
        }


def _choices_of(run: ImportRun) -> Choices:
    said = run.choices
    return Choices(
        person=run.person,
        plan=PlanPage.objects.filter(pk=said.get("plan")).first(),
        sheet=said.get("sheet", ""),
        area=said.get("area", ""),
        status_on=datetime.date.fromisoformat(said["status_on"]) if said.get("status_on") else None,
        publish=said.get("publish", False),
    )


MEASURES = ImportKind(
    name="atgarder",
    label="Åtgärder",
    about="En Excel- eller CSV-fil med en åtgärd på varje rad (.xlsx, .csv, eller .json härifrån). "
    "Filen lagesrapporter från sidan Öppna data kan också läsas in, efter åtgärderna.",
    permission="foundation.measures_importrun",
    accept=".xlsx,.csv,.txt,.json",
    largest=LARGEST_FILE,
    template="actionplan/admin/measure_import.html",
    form=MeasureImportForm,
    choices_of=_choices_of,
    look=measures.check,
    take=measures.do,
)
