"""Makes the pages that every site begins with."""

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from home import layout


class Command(BaseCommand):
    """Makes start page and sections on an empty site, and nothing on one that has them."""

    help = "Skapar startsidan och avdelningarna på en tom webbplats. Ändrar ingenting på en som har dem."

    def handle(self, *args, **options):
        """Make them, unless somebody has."""
        if layout.is_laid_out():
            self.stdout.write("Webbplatsen har redan en startsida. Ingenting har ändrats.")
            return
        with transaction.atomic():
            layout.lay_out()
            # The rights of the roles lie on the sections, which are there first now.
            call_command("roles", verbosity=0)
        if options["verbosity"]:
            self.stdout.write(
                "Startsidan och avdelningarna finns nu. Tillgänglighetsredogörelsen är ett utkast "
                "som ni fyller i och publicerar."
            )
