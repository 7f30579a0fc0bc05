"""What the editor chooses when figures are imported, and the import as the screens know it."""

import datetime

from django import forms
from django.contrib.auth.models import AbstractUser
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput

from actionplan.importing.figures import indicators
from actionplan.importing.figures.planning import Choices
from actionplan.importing.planning import may_publish
from actionplan.models import IndicatorPage
from foundation.days_in_forms import DayField
from foundation.importing.kept import ImportRun
from foundation.importing.kinds import ImportKind
from foundation.importing.refusal import Refused
from foundation.tables.limits import LARGEST_FILE


class IndicatorImportForm(forms.Form):
    """Only the indicator has to be chosen."""

    indicator = forms.ModelChoiceField(IndicatorPage.objects.none(), label="Indikator")
    places = forms.CharField(
        label="Platser",
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="En på varje rad, som Hagfors kommun. Har filen koder, skriv 1783 = Hagfors kommun. "
        "Tomt: samma som sist, eller de platser som indikatorn redan har.",
    )
    only_everybody = forms.BooleanField(
        label="Bara siffror för alla",
        required=False,
        help_text="Hoppa över kvinnor, män, åldrar och andra grupper.",
    )
    series = forms.CharField(
        label="Serie",
        required=False,
        max_length=120,
        help_text="Bladet, frågan eller nyckeltalet, om filen har flera. Granskningen säger vilka som finns.",
    )
    source_text = forms.CharField(
        label="Källa",
        required=False,
        max_length=250,
        help_text="Till exempel: Brå, NTU 2025. Tomt: den som filen nämner, eller samma som sist.",
    )
    source_url = forms.URLField(label="Länk till källan", required=False, assume_scheme="https")
    retrieved_on = DayField(
        label="Hämtad",
        required=False,
        widget=AdminDateInput,
        help_text="Dagen då filen hämtades från källan. Tomt: i dag.",
    )
    publish = forms.BooleanField(
        label="Publicera",
        required=False,
        help_text="Annars blir siffrorna ett utkast, som ingen läsare ser förrän du publicerar.",
    )

    def __init__(self, person: AbstractUser, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        pages = [
            page
            for page in IndicatorPage.objects.order_by("path")
            if page.permissions_for_user(person).can_edit()
        ]
        self.fields["indicator"].queryset = IndicatorPage.objects.filter(
            pk__in=[page.pk for page in pages]
        ).order_by("path")
        if not any(may_publish(person, page, is_new=False) for page in pages):
            del self.fields["publish"]

    def clean_retrieved_on(self) -> datetime.date | None:
        """A file that has been uploaded was fetched before that."""
        day = self.cleaned_data["retrieved_on"]
        if day and day > timezone.localdate():
            raise forms.ValidationError("Välj en dag som har varit.")
        return day

    @property
    def choices(self) -> dict:
        """What was chosen, to be kept; it fills the form in again."""
        said = self.cleaned_data
        day = said["retrieved_on"]
        return {
            "indicator": said["indicator"].pk,
            "places": said["places"],
            "only_everybody": said["only_everybody"],
            "series": said["series"],
            "source_text": said["source_text"],
            "source_url": said["source_url"],
            "retrieved_on": day.isoformat() if day else "",
            "publish": said.get("publish", False),
        }


def _choices_of(run: ImportRun) -> Choices:
    said = run.choices
    page = IndicatorPage.objects.filter(pk=said["indicator"]).first()
    if page is None:
        raise Refused("Indikatorn finns inte längre.")
    day = said["retrieved_on"]
    return Choices(
        page,
        person=run.person,
        series=said["series"],
        places=said["places"],
        only_everybody=said["only_everybody"],
        source_text=said["source_text"],
        source_url=said["source_url"],
        # The file was there when it was uploaded, however late it is imported.
        retrieved_on=datetime.date.fromisoformat(day)
        if day
        else timezone.localdate(run.uploaded_at),
        publish=said["publish"],
    )


INDICATORS = ImportKind(
    name="indikatorvarden",
    label="Indikatorvärden",
    about="Siffror till en indikator: JSON från Kolada, en arbetsbok från NTU, eller en egen tabell i "
    "Excel eller CSV (.json, .xlsx, .csv).",
    permission="foundation.indicators_importrun",
    accept=".json,.xlsx,.csv,.txt",
    largest=LARGEST_FILE,
    template="actionplan/admin/indicator_import.html",
    form=IndicatorImportForm,
    choices_of=_choices_of,
    look=indicators.check,
    take=indicators.do,
)
