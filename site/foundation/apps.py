"""The foundation app."""

from django.apps import AppConfig


class FoundationConfig(AppConfig):
    """What every page is made of."""

    name = "foundation"
    verbose_name = "Grunden"

    def ready(self) -> None:
        """Tell the caches what is written; teach SQLite the alphabet, and Wagtail what is ours."""
        import datetime

        from wagtail.models import ReferenceIndex

        from delivery.keeping import register_addresses
        from foundation import (
            daily,
            days_in_forms,
            former_addresses,
            own_pages,
            pictures,
            publication,
            reserved_addresses,
            signals,
        )
        from foundation.feeds import entry
        from foundation.feeds.corrections import corrections
        from foundation.feeds.views import addresses
        from foundation.importing import jobs as import_jobs
        from foundation.outside_links import attention as broken_links
        from foundation.outside_links import checking
        from foundation.precise_date import comparison
        from foundation.settings import SiteSettings
        from foundation.swedish import sorting
        from foundation.tables import exports
        from foundation.visibility import visible_addresses

        signals.connect()
        former_addresses.connect()
        publication.connect()
        pictures.connect()
        reserved_addresses.connect()
        sorting.connect()
        comparison.register()
        days_in_forms.register()
        exports.say_how()
        # Pages, snippets and files it knows by itself; what stands in the menu is in use as well.
        ReferenceIndex.register_model(SiteSettings)
        register_addresses(visible_addresses)
        register_addresses(addresses)
        entry.register(corrections)
        own_pages.register(
            "feeds",
            "Prenumerera",
            "Flöden och kalender som säger till när något händer i planen, utan att du lämnar "
            "ut din e-postadress.",
        )
        broken_links.register()
        daily.register("check_links", checking.ERRAND)
        import_jobs.connect()
        daily.register(
            "forget_old_imports",
            daily.Errand(import_jobs.forget_old_imports, earliest=datetime.time(3)),
        )
        daily.register(
            "forget_old_jobs", daily.Errand(daily.forget_old_jobs, earliest=datetime.time(3))
        )
