"""Makes the groups that editors belong to."""

from django.core.management.base import BaseCommand

from home.roles import make_roles


class Command(BaseCommand):
    """Makes the groups and gives them what they are promised; run it as often as you like."""

    help = (
        "Skapar grupperna Kommunikatör, Granskare, Samordnare och Systemförvaltare med sina "
        "rättigheter. Kan köras hur många gånger som helst."
    )

    def handle(self, *args, **options):
        """Make them, and tell what is new."""
        done = make_roles()
        if options["verbosity"]:
            self.stdout.write("\n".join(done) or "Grupperna har redan alla sina rättigheter.")
