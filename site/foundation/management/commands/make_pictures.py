"""Makes the pictures of public pages in the sizes that pages show."""

from django.core.management.base import BaseCommand

from foundation import pictures


class Command(BaseCommand):
    """Make what is missing: after an upgrade that shows other sizes, or when files were lost."""

    help = "Gör de bildstorlekar som saknas för publika sidor. Kan köras hur ofta som helst."

    def handle(self, *, verbosity, **options):
        made = pictures.make(pictures.shown_on(pictures.public_pages()))
        if verbosity:
            self.stdout.write(f"{made} bildfiler är gjorda.")
