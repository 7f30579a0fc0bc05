"""Whom to write to who has found a hole in the site: what security.txt says (RFC 9116)."""

import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

# Whoever finds a hole must not meet an address that nobody has looked after for years.
LONGEST = datetime.timedelta(days=366)


def is_security_contact(contact: str) -> None:
    """Refuse what is neither an e-mail address nor an https address."""
    if contact.startswith("https://") and len(contact.split()) == 1:
        return
    try:
        validate_email(contact)
    except ValidationError as refusal:
        message = "Skriv en e-postadress, eller en adress som börjar med https://."
        raise ValidationError(message) from refusal


def refuse_without_end(contact: str, until: datetime.date | None) -> None:
    """Refuse a contact that holds for ever, or a day that is too far away."""
    today = timezone.localdate()
    if contact and until is None:
        message = "Skriv till och med vilken dag kontakten gäller, högst ett år framåt."
        raise ValidationError({"security_contact_until": message})
    if until and until > today + LONGEST:
        message = (
            "Dagen får ligga högst ett år framåt. Förläng när ni har sett att kontakten stämmer."
        )
        raise ValidationError({"security_contact_until": message})


@require_safe
def serve(request: HttpRequest) -> HttpResponse:
    """The site's security.txt; nothing while nobody is named or the day is over."""
    settings, site = request.frame.settings, request.frame.site
    contact, until = settings.security_contact, settings.security_contact_until
    if not contact or until is None or until < timezone.localdate():
        raise Http404
    home = site.root_url if site else request.build_absolute_uri("/").rstrip("/")
    lines = [
        f"Contact: {contact if contact.startswith('https://') else f'mailto:{contact}'}",
        f"Expires: {_end_of(until).isoformat()}",
        "Preferred-Languages: sv, en",
        f"Canonical: {home}{reverse('security_contact')}",
    ]
    return HttpResponse(
        "".join(f"{line}\n" for line in lines), content_type="text/plain; charset=utf-8"
    )


def _end_of(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(23, 59, 59)))
