"""Builds the demonstration, or takes it away again."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from home.demo import building, removal


class Command(BaseCommand):
    """Builds Hagfors plan and examples on an empty site; with --remove takes them away."""

    help = (
        "Lägger in Hagfors plan så som kommunens nyhet berättar om den, och påhittade exempel. "
        "Allt går att ta bort igen."
    )

    def add_arguments(self, parser):
        """What to take away, and whether only to tell."""
        parser.add_argument("--remove", action="store_true", help="Ta bort exemplen.")
        parser.add_argument(
            "--all", action="store_true", help="Ta med --remove också bort det som gäller Hagfors."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Visa vad som skulle hända, men ändra ingenting."
        )

    def handle(self, *args, **options):
        """Build, or take away, or tell what would be taken away."""
        if options["all"] and not options["remove"]:
            raise CommandError("--all används tillsammans med --remove.")
        if options["remove"]:
            lines = self._remove(everything=options["all"], only_tell=options["dry_run"])
        else:
            lines = self._build(only_tell=options["dry_run"])
        if options["verbosity"]:
            self.stdout.write("\n".join(lines))

    def _build(self, *, only_tell: bool) -> list[str]:
        if reason := building.why_not():
            return [f"{reason} Ingenting har ändrats."]
        if only_tell:
            return ["Hagfors plan och exemplen skulle läggas in. Ingenting har ändrats."]
        building.build(timezone.localdate())
        return [
            "Hagfors plan och exemplen finns nu på webbplatsen.",
            "Ta bort exemplen med: demo --remove",
        ]

    def _remove(self, *, everything: bool, only_tell: bool) -> list[str]:
        plan = removal.Removal.planned(everything=everything)
        if not plan.is_needed:
            return ["Det finns ingenting att ta bort."]
        if not only_tell:
            plan.carry_out()
        return removal.told(plan, only_tell=only_tell)
