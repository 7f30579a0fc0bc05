"""Takes the place of Wagtail's command of the same name, so that the habit of a cron job is safe."""

from django.core.management.base import BaseCommand

from foundation.scheduled_publishing import everything_due, publish_due


class Command(BaseCommand):
    """Publish and take down what is due, once."""

    help = "Publicerar och avpublicerar det som är dags enligt schema, en gång."

    def add_arguments(self, parser):
        parser.add_argument(
            "--dryrun", action="store_true", help="Visa bara vad som är dags, ändra ingenting."
        )

    def handle(self, *, dryrun, **options):
        if not dryrun:
            self.stdout.write(f"{publish_due()} klara.")
            return
        for due in everything_due():
            self.stdout.write(f"Dags att {due.what}")
