"""The actionplan app."""

from django.apps import AppConfig


class ActionplanConfig(AppConfig):
    """The plan, its measures and how it goes with them."""

    name = "actionplan"
    verbose_name = "Åtgärdsplanen"

    def ready(self) -> None:
        """Listen to what happens to measures and their updates; say when the plan changed."""
        from django.urls import reverse

        from actionplan import (
            attention,
            changes,
            divisions,
            feeds,
            indicator_figures,
            listening,
            removals,
            sheets,
            structured_data,
        )
        from actionplan.importing.figures.indicator_form import INDICATORS
        from actionplan.importing.measure_form import MEASURES
        from actionplan.models.value_batch import BATCHES, EARLIER
        from actionplan.opendata import files
        from delivery.keeping import register_addresses
        from foundation import figures, own_pages
        from foundation.blanking import copies as blanking
        from foundation.feeds import calendar, entry
        from foundation.importing import kinds
        from foundation.last_changes import answer_for
        from foundation.pages import BasePage

        listening.connect()
        divisions.register()
        blanking.register(removals.TITLES)
        blanking.register(EARLIER)
        blanking.register(BATCHES)
        kinds.register(MEASURES)
        kinds.register(INDICATORS)
        attention.register()
        entry.register(feeds.plan)
        calendar.register(feeds.follow_ups)
        register_addresses(feeds.plan_addresses)
        register_addresses(sheets.linked_addresses)
        register_addresses(lambda: [reverse("open_data"), reverse("dcat"), *files.addresses()])
        own_pages.register(
            "open_data",
            "Öppna data",
            "Åtgärder, lägesrapporter och indikatorvärden som CSV, JSON och API, fritt att använda. "
            "Measures, status updates and indicator values as open data.",
        )
        structured_data.register()
        figures.told_by("actionplan.IndicatorPage", indicator_figures.figures_of)
        for model in changes.page_types():
            if model.updated_at is not BasePage.updated_at:
                answer_for(model, changes.last_changes)
