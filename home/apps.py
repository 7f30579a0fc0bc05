"""The home app."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    """The front door and the standing pages."""

    name = "home"
    verbose_name = "Startsida och fasta sidor"

    def ready(self) -> None:
        """Say whose site this is to programs, to the desk what waits, and Wagtail's labels in Swedish."""
        from foundation import daily
        from home import structured_data, wagtail_labels
        from home.desk import concerns, reviews
        from home.digest import sending

        wagtail_labels.say_in_swedish()
        structured_data.register()
        concerns.register()
        reviews.register()
        daily.register("send_reminders", sending.ERRAND)
