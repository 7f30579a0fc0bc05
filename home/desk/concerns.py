"""What waits for an editor whatever the content is: drafts, numbers and old pages."""

import datetime

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.utils import get_user_display_name
from wagtail.models import DraftStateMixin, Page, get_page_models

from actionplan.models import MeasurePage
from actionplan.standing import with_standings
from foundation import attention
from foundation.attention import Task
from foundation.contacts import HelpContact
from foundation.four_eyes import rule
from foundation.frame import current_frame
from foundation.pages import BasePage
from foundation.precise_date.months import months_later
from foundation.swedish.dates import long_date
from foundation.visibility import visible
from home.desk import reviews
from home.desk.forms import form_of
from home.desk.names import in_full, measures_of

A_MONTH = datetime.timedelta(days=30)


def register() -> None:
    """Tell the desk of them."""
    attention.register("Uppgifter om webbplatsen", about_the_site, order=5)
    attention.register("Dina utkast", drafts, order=40, is_own=True)
    attention.register("Hjälpkontakter att publicera", contacts_to_publish, order=45)
    attention.register("Hjälpkontakter att kontrollera", contacts_to_check, order=50)
    attention.register("Sidor att granska", pages_to_review, order=60)


def about_the_site(person: AbstractUser) -> list[Task]:
    """What only those who may change the settings can see to."""
    if not person.has_perm("foundation.change_sitesettings"):
        return []
    settings = current_frame().settings
    form = reverse("wagtailsettings:edit", args=("foundation", "sitesettings"))
    found = []
    if not settings.municipality_code:
        why = "Det står ”Kommunen” på varje sida tills ni har skrivit kommunens namn och kod."
        found.append(Task("Vilken kommun är det?", why, "Skriv", form))
    until = settings.security_contact_until
    if settings.security_contact and until and until <= timezone.localdate() + A_MONTH:
        why = f"Den gäller till och med den {long_date(until)}. Förläng den om den stämmer."
        found.append(Task("Kontakten för säkerhetsfel", why, "Se över", form))
    return found


def drafts(person: AbstractUser) -> list[Task]:
    """What the person was the last to write on and has neither published nor sent for approval."""
    mine = Q(has_unpublished_changes=True, latest_revision__user=person)
    scheduled = Q(latest_revision__approved_go_live_at__isnull=False)
    pages = Page.objects.filter(mine, pk__in=attention.pages_to("change", person))
    found = list(pages.exclude(scheduled).select_related("latest_revision"))
    if person.has_perm("foundation.change_helpcontact"):
        contacts = HelpContact.objects.filter(mine).exclude(scheduled)
        found += contacts.select_related("latest_revision")
    sent = reviews.under_review()
    found = [draft for draft in found if reviews.key_of(draft) not in sent]
    found.sort(key=lambda draft: draft.latest_revision.created_at, reverse=True)
    measures = measures_of(found)
    return [
        Task(
            in_full(draft, draft.latest_revision.object_str, measures),
            _written(draft),
            "Fortsätt",
            form_of(draft, person),
        )
        for draft in found
    ]


def _written(draft: DraftStateMixin) -> str:
    day = long_date(timezone.localdate(draft.latest_revision.created_at))
    if draft.live:
        return f"Du ändrade den {day}. Ändringen är inte publicerad."
    return f"Du skrev den {day}. Utkastet är inte publicerat."


def contacts_to_publish(person: AbstractUser) -> list[Task]:
    """Changed numbers whose writer cannot publish them, longest waiting first, for those who can.

    With four eyes on a writer sends them for approval, and reviewers are told.
    """
    if not rule.has_right(person, HelpContact) or rule.is_on():
        return []
    publishers = get_user_model().objects.with_perm("foundation.publish_helpcontact")
    waiting = (
        HelpContact.objects.filter(
            has_unpublished_changes=True, latest_revision__user__isnull=False
        )
        .exclude(latest_revision__user__in=publishers)
        .exclude(latest_revision__approved_go_live_at__isnull=False)
        .select_related("latest_revision__user")
        .order_by("latest_revision__created_at")
    )
    return [
        Task(
            contact.latest_revision.object_str,
            _written_by_another(contact),
            "Läs och publicera",
            form_of(contact, person),
        )
        for contact in waiting
    ]


def _written_by_another(draft: DraftStateMixin) -> str:
    version = draft.latest_revision
    day = long_date(timezone.localdate(version.created_at))
    return (
        f"{get_user_display_name(version.user)} ändrade den {day} och får inte publicera själv. "
        "Besökarna ser ändringen när du publicerar den."
    )


def contacts_to_check(person: AbstractUser) -> list[Task]:
    """Published numbers that nobody has checked for half a year, the longest unchecked first.

    Only for those whose check can reach the public: by themselves, or with another's approval.
    """
    may_publish = rule.has_right(person, HelpContact) or rule.is_on()
    if not (person.has_perm("foundation.change_helpcontact") and may_publish):
        return []
    late = [contact for contact in HelpContact.objects.filter(live=True) if contact.check_reminder]
    late.sort(key=_checked_first)
    return [
        Task(str(contact), contact.latest_check, "Kontrollera", form_of(contact, person))
        for contact in late
    ]


def _checked_first(contact: HelpContact) -> datetime.date:
    return contact.verified_on.first_day if contact.verified_on else datetime.date.min


def pages_to_review(person: AbstractUser) -> list[Task]:
    """Published pages that readers are told are old, the oldest first.

    Articles and status updates are not among them: they are of their day, and grow old as a
    newspaper does.
    """
    mine = attention.pages_to("change", person)
    old = [page for model in _reviewed_models() for page in _old(model, mine)]
    old.sort(key=lambda page: (page.looked_through_on, page.path))
    return [Task(page.title, _seen(page), "Granska", form_of(page, person)) for page in old]


def _reviewed_models() -> list[type[BasePage]]:
    return [
        model
        for model in get_page_models()
        if issubclass(model, BasePage) and model.months_until_old and not model.when_old
    ]


def _old(model: type[BasePage], mine) -> list[BasePage]:
    # Nothing younger than this can be old; each page says itself whether it is.
    limit = months_later(timezone.localdate(), -model.months_until_old)
    seen = Q(reviewed_on__lte=limit) | Q(reviewed_on=None, first_published_at__date__lte=limit)
    pages = visible(model.objects.filter(seen, pk__in=mine))
    if model is MeasurePage:
        pages = with_standings(pages)
    return [page for page in pages if page.is_old]


def _seen(page: BasePage) -> str:
    day = long_date(page.looked_through_on)
    if page.reviewed_on:
        return f"Granskades senast den {day}. Besökarna läser att sidan är gammal."
    return f"Har inte granskats. Ändrades senast den {day}. Besökarna läser att sidan är gammal."
