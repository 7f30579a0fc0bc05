"""The home app."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The front door and the standing pages."""

    name = "home"
    verbose_name = "Startsida och fasta sidor"

    def ready(self) -> None:
        """Say whose site this is to programs, and to the desk what waits for editors."""
        from foundation import daily
        from home import structured_data
        from home.desk import concerns, reviews
        from home.digest import sending

        structured_data.register()
        concerns.register()
        reviews.register()
        daily.register("send_reminders", sending.ERRAND)
