"""The link in each letter by which its receiver chooses how often it comes, without logging in.

The link is signed for the address that the letter went to. It says nothing of who that is, and
when the account or the contact gets another address the links in older letters hold no longer.
"""

from django.contrib.auth import get_user_model
from django.core.signing import BadSignature, Signer
from django.db.models import Model, QuerySet
from django.db.models.functions import Lower
from django.urls import reverse
from wagtail.log_actions import LogFormatter, log
from wagtail.models import ModelLogEntry

from accounts.reminders import Reminders
from foundation.contacts import Contact

LOGGED_AS = "home.reminders"
# What a mail program sends by itself when its user wants no more letters (RFC 8058).
ONE_CLICK = ("List-Unsubscribe", "One-Click")
# In the order of their letters in the link.
KINDS: dict[str, type[Model]] = {"a": get_user_model(), "k": Contact}


class ChoiceInHistory(LogFormatter):
    """How the history of a contact tells of it."""

    label = "Välj påminnelser"
    message = "Hur ofta påminnelser kommer valdes från ett brev"

    def format_message(self, log_entry: ModelLogEntry) -> str:
        """With what was chosen."""
        return f"Mottagaren valde från ett brev hur ofta påminnelser kommer: {log_entry.data['often'].lower()}"


def address_for(receiver: Model) -> str:
    """Where the receiver of a letter chooses."""
    kind = next(letter for letter, model in KINDS.items() if isinstance(receiver, model))
    return reverse("reminders", args=[_signer(receiver).sign(f"{kind}{receiver.pk}")])


def receivers_of(token: str) -> QuerySet | None:
    """Those whose letters go to the address that the link was sent to; None if it holds no longer."""
    model, number = KINDS.get(token[:1]), token[1:].partition(".")[0]
    # More digits than any key has are no key.
    if model is None or not (number.isascii() and number.isdigit()) or len(number) > 18:
        return None
    receiver = model.objects.filter(pk=number).exclude(email="").first()
    if receiver is None or not _is_signed(receiver, token):
        return None
    if isinstance(receiver, Contact):
        # Contacts with one address share one letter.
        same = Contact.objects.annotate(address=Lower("email"))
        return same.filter(address=receiver.email.lower())
    return model.objects.filter(pk=receiver.pk)


def choose(receivers: QuerySet, often: Reminders) -> None:
    """Let the letters come so often; told in the history, where editors look why none comes."""
    for receiver in receivers.exclude(reminders=often):
        receivers.filter(pk=receiver.pk).update(reminders=often)
        receiver.reminders = often
        log(receiver, LOGGED_AS, data={"often": often.label})


def _is_signed(receiver: Model, token: str) -> bool:
    try:
        _signer(receiver).unsign(token)
    except BadSignature:
        return False
    return True


def _signer(receiver: Model) -> Signer:
    return Signer(salt=f"home.digest.choice {receiver.email.lower()}", sep=".")
