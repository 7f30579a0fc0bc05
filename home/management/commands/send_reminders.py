"""Sends the reminders by hand, or shows what would be sent."""

from django.core.management.base import BaseCommand, CommandError

from home.digest.letters import everyones
from home.digest.sending import send


class Command(BaseCommand):
    """Send what is to be sent today, once; with --dry-run only show it."""

    help = (
        "Skickar dagens påminnelser om det som väntar, högst en gång om dagen till var och en. "
        "Den som kör webbplatsen behöver inte göra det för hand."
    )

    def add_arguments(self, parser):
        """Whether only to tell."""
        parser.add_argument("--dry-run", action="store_true", help="Visa breven, men skicka inget.")

    def handle(self, *, dry_run, **options):
        """Send, or tell what would be sent."""
        if dry_run:
            self._show()
            return
        outcome = send()
        self.stdout.write(
            f"Skickade: {outcome.sent}. Utan e-postadress: {outcome.without_address}."
        )
        if outcome.failed:
            raise CommandError("Alla brev kunde inte skickas. Orsaken står ovanför.")

    def _show(self) -> None:
        count = 0
        for letter in everyones():
            to = letter.to or "(ingen e-postadress, skickas inte)"
            self.stdout.write(f"Till: {to}\nÄmne: {letter.subject}\n\n{letter.body}\n{'-' * 72}")
            count += bool(letter.to)
        self.stdout.write(f"{count} brev skulle skickas. Inget är skickat.")
