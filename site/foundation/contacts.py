"""Who does what and whom to call: registers that pages refer to."""

from datetime import date, timedelta

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel
from wagtail.search import index

from accounts.reminders import Reminders
from delivery import generation
from foundation.check_reminder import CheckReminderPanel
from foundation.past_dates import future_dates
from foundation.precise_date import PreciseDateField
from foundation.statements import Statement
from foundation.two_editors.register_form import RegisterForm

is_phone_number = RegexValidator(
    r"^\+?[0-9][0-9 \-]{1,28}$",
    "Skriv numret med siffror, mellanslag och bindestreck, till exempel 020-50 50 50.",
)


class Reachable:
    """What can be called at its `phone`."""

    @property
    def dial(self) -> str:
        """The number as a telephone dials it."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


class Organisation(index.Indexed, models.Model):
    """A unit, an authority, an association or a company that takes part in the work."""

    class Kind(models.TextChoices):
        """What sort of actor it is."""

        MUNICIPAL = "municipal", "Kommunal enhet eller nämnd"
        AUTHORITY = "authority", "Myndighet"
        ASSOCIATION = "association", "Förening"
        BUSINESS = "business", "Näringsliv"
        GROUP = "group", "Samverkansgrupp"
        OTHER = "other", "Annan"

    name = models.CharField("namn", max_length=120, unique=True)
    kind = models.CharField("slag", max_length=20, choices=Kind, default=Kind.MUNICIPAL)
    website = models.URLField("webbplats", blank=True)
    is_example = models.BooleanField(
        "exempeldata", default=False, help_text="Påhittad, för att visa hur webbplatsen fungerar."
    )

    base_form_class = RegisterForm
    panels = [
        FieldPanel("name"),
        FieldPanel("kind"),
        FieldPanel("website"),
        FieldPanel("is_example"),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = "organisation"
        verbose_name_plural = "organisationer"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class TargetGroup(models.Model):
    """Those a measure or a campaign is meant for, in the municipality's own words."""

    name = models.CharField(
        "namn", max_length=80, unique=True, help_text="Till exempel: Ungdomar, Elever i årskurs 9."
    )

    base_form_class = RegisterForm
    panels = [FieldPanel("name")]

    class Meta:
        verbose_name = "målgrupp"
        verbose_name_plural = "målgrupper"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Contact(Reachable, models.Model):
    """A function that answers questions: never a private person."""

    name = models.CharField(
        "funktion",
        max_length=120,
        help_text="Till exempel: Samordnare för brottsförebyggande arbete.",
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name="organisation",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contacts",
    )
    phone = models.CharField("telefon", max_length=30, blank=True, validators=[is_phone_number])
    email = models.EmailField("e-post", blank=True)
    reminders = models.CharField(
        "påminnelser med e-post",
        max_length=10,
        choices=Reminders,
        default=Reminders.WEEKLY,
        help_text=(
            "Påminner om uppföljningar av de åtgärder som organisationen ansvarar för, när det är dags. "
            "Den som själv loggar in här med samma e-postadress väljer i stället under Konto."
        ),
    )
    reminded_on = models.DateField("senast påmind", null=True, blank=True, editable=False)
    is_example = models.BooleanField(
        "exempeldata", default=False, help_text="Påhittad, för att visa hur webbplatsen fungerar."
    )

    base_form_class = RegisterForm
    panels = [
        FieldPanel("name"),
        FieldPanel("organisation"),
        FieldRowPanel(["phone", "email"]),
        FieldPanel("reminders"),
        FieldPanel("is_example"),
    ]

    class Meta:
        verbose_name = "kontakt"
        verbose_name_plural = "kontakter"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class HelpContact(Reachable, Statement):
    """A number that somebody in need can call. Never example data.

    Readers act on what it says, so it is a statement with draft and approval, and it knows
    when somebody last made sure that it is right.
    """

    class PhoneBill(models.TextChoices):
        """Whether the call can be seen by whoever pays the phone bill."""

        HIDDEN = "hidden", "Syns inte på telefonräkningen"
        SHOWN = "shown", "Syns på telefonräkningen"
        UNKNOWN = "unknown", "Uppgift saknas"

    # Opening hours go out of date fastest; the number itself is shown as long as it is published.
    HOURS_TRUSTED = timedelta(days=183)

    name = models.CharField("namn", max_length=80)
    phone = models.CharField("telefonnummer", max_length=30, validators=[is_phone_number])
    description = models.CharField(
        "för vem", max_length=200, blank=True, help_text="En mening om när man kan ringa."
    )
    hours = models.CharField(
        "öppettider",
        max_length=120,
        blank=True,
        help_text="Till exempel: dygnet runt. Visas bara om numret är kontrollerat det senaste halvåret.",
    )
    languages = models.CharField(
        "språk", max_length=200, blank=True, help_text="Till exempel: tolk finns."
    )
    phone_bill = models.CharField(
        "syns samtalet på telefonräkningen?",
        max_length=10,
        choices=PhoneBill,
        default=PhoneBill.UNKNOWN,
    )
    is_free = models.BooleanField("gratis att ringa", default=False)
    website = models.URLField("webbplats", blank=True)
    name_in_english = models.CharField("namn på engelska", max_length=80, blank=True)
    description_in_english = models.CharField("för vem, på engelska", max_length=200, blank=True)
    hours_in_english = models.CharField("öppettider på engelska", max_length=120, blank=True)
    languages_in_english = models.CharField("språk, på engelska", max_length=200, blank=True)
    source = models.CharField(
        "källa", max_length=200, help_text="Var uppgifterna kommer ifrån. Visas för redaktörer."
    )
    # As exact as its source: of one from 2024 nobody knows the day.
    verified_on = PreciseDateField(
        "kontrollerat",
        null=True,
        blank=True,
        help_text="När någon senast såg att numret och tiderna stämmer.",
    )
    note = models.CharField(
        "anteckning för redaktörer",
        max_length=200,
        blank=True,
        help_text="Visas aldrig för besökare.",
    )
    sort_order = models.PositiveSmallIntegerField(
        "ordning", default=100, help_text="Lägst tal står först."
    )

    panels = [
        CheckReminderPanel(),
        FieldRowPanel(["name", "phone"]),
        FieldPanel("description"),
        FieldRowPanel(["hours", "languages"]),
        FieldRowPanel(["phone_bill", "is_free"]),
        FieldPanel("website"),
        MultiFieldPanel(
            [
                "name_in_english",
                "description_in_english",
                FieldRowPanel(["hours_in_english", "languages_in_english"]),
            ],
            heading="På engelska",
            help_text="Visas på sidor på engelska. Det som saknas står där på svenska.",
        ),
        MultiFieldPanel(["source", "verified_on", "note"], heading="Kontroll"),
        FieldPanel("sort_order"),
        PublishingPanel(),
    ]

    class Meta:
        verbose_name = "hjälpkontakt"
        verbose_name_plural = "hjälpkontakter"
        ordering = ["sort_order", "name"]

    def __str__(self) -> str:
        return f"{self.name}, {self.phone}"

    def publication_errors(self) -> dict[str, list[str]]:
        """Nobody has made sure of it on a day that has not come."""
        return future_dates(self, "verified_on")

    @property
    def phone_bill_answer(self) -> str:
        """What the reader is told who asks whether the call shows on the phone bill."""
        return {self.PhoneBill.HIDDEN: _("Nej."), self.PhoneBill.SHOWN: _("Ja.")}.get(
            self.phone_bill, _("Det vet vi inte.")
        )

    @property
    def hours_are_verified(self) -> bool:
        """Whether the hours were checked recently enough to be shown."""
        return self.is_verified_on(timezone.localdate())

    @property
    def check_reminder(self) -> str:
        """What the editor is told when nobody has checked for half a year; empty before that."""
        if self.hours_are_verified:
            return ""
        return (
            f"{self.latest_check} Kontrollera numret och tiderna hos källan och skriv dagens datum "
            "under Kontroll. Tills dess ser besökarna numret men inte öppettiderna."
        )

    @property
    def latest_check(self) -> str:
        """What is said of the latest check, when it is long ago or was never made."""
        if not self.verified_on:
            return "Ingen har kontrollerat numret."
        is_long_ago = timezone.localdate() - self.verified_on.last_day > self.HOURS_TRUSTED
        ago = "för mer än ett halvår sedan" if is_long_ago else "kanske för mer än ett halvår sedan"
        return f"Senast kontrollerat {self.verified_on.when}, {ago}."

    def is_verified_on(self, day: date) -> bool:
        """Whether `day` is surely at most six months after the latest check.

        Of a check in "juni 2024" it may have been the first day of June.
        """
        if self.verified_on is None:
            return False
        return timedelta(0) <= day - self.verified_on.first_day <= self.HOURS_TRUSTED


def published_help_contacts() -> list[HelpContact]:
    """The numbers that readers see, in their order: the same for all, asked for once a generation."""
    return generation.kept("help_contacts", lambda: list(HelpContact.objects.filter(live=True)))
