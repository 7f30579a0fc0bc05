"""Keeps the record of what the demonstration makes, while it is made."""

import datetime
import hashlib
import json

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model
from wagtail.models import Page

from actionplan.models import StatusUpdatePage
from foundation.settings import SiteSettings
from home.layout import UNNAMED
from home.models import DemoItem
from home.publishing import add_page, date_back, morning, save_page

# Read from the file when somebody asks for them, which is no change.
_MEASURED = {"file_hash", "file_size", "width", "height"}


class Record:
    """Makes pages and parts of the demonstration, and remembers each of them.

    `is_example` says whether what is made is made up, or is from the article.
    """

    def __init__(self, today: datetime.date, *, is_example: bool) -> None:
        self.today = today
        self.is_example = is_example

    def day(self, offset: int) -> datetime.date:
        """The day so many days from today; what lies behind is negative."""
        return self.today + datetime.timedelta(days=offset)

    def page(self, parent: Page, page: Page, on: datetime.date, *, publish: bool = True) -> Page:
        """Put the page below its parent as if it had been published on the day."""
        page.is_example = self.is_example
        page = add_page(parent, page, publish=publish)
        return self._remember_page(page, on)

    def fill(self, page: Page, on: datetime.date, **content: object) -> Page:
        """Give a page that is there already its content, and remember how it was."""
        page = type(page).objects.get(pk=page.pk)
        before = page.latest_revision
        for name, value in content.items():
            setattr(page, name, value)
        page = save_page(page)
        return self._remember_page(page, on, back_to=before)

    def settle(self, **facts: str) -> None:
        """Say whose the site is."""
        settings = SiteSettings.objects.get()
        for name, value in facts.items():
            setattr(settings, name, value)
        settings.save(update_fields=list(facts))
        self.remember(settings)

    def thing(self, thing: Model) -> Model:
        """Save something that pages refer to."""
        if hasattr(thing, "is_example"):
            thing.is_example = self.is_example
        thing.save()
        return self.remember(thing)

    def remember(self, thing: Model, **facts: object) -> Model:
        """Note the thing and the state that it has now."""
        DemoItem.objects.create(
            kind=ContentType.objects.get_for_model(thing),
            key=thing.pk,
            name=_name_of(thing),
            is_example=self.is_example,
            state=state_of(thing),
            **facts,
        )
        return thing

    def _remember_page(self, page: Page, on: datetime.date, **facts: object) -> Page:
        date_back(page, morning(on))
        page = type(page).objects.get(pk=page.pk)
        return self.remember(page, **facts)


def _name_of(thing: Model) -> str:
    """What the command calls it; a status update is called by its measure too."""
    if isinstance(thing, SiteSettings):
        return "Uppgiften om vilken kommun det är"
    if isinstance(thing, StatusUpdatePage):
        return f"{thing.measure.title}: {thing.title}"[:255]
    return str(thing)[:255]


def state_of(thing: Model) -> str:
    """A fingerprint of what an editor can have changed.

    Whatever has revisions gets a new one by every edit. It can also be published or unpublished
    without one; and a page can be moved, locked, and kept for some. Of the rest counts what is said:
    a field that a later version of the site adds is empty, and nobody has changed it.
    """
    if isinstance(thing, Page):
        kept_for = thing.view_restrictions.order_by("pk", "groups")
        content = [
            *(thing.latest_revision_id, thing.live, thing.locked, thing.url_path),
            list(kept_for.values_list("restriction_type", "password", "groups")),
        ]
    elif isinstance(thing, SiteSettings):
        content = [getattr(thing, name) for name in UNNAMED]
    elif hasattr(thing, "latest_revision_id"):
        content = [thing.latest_revision_id, thing.live, thing.locked]
    else:
        content = {
            field.attname: field.value_to_string(thing)
            for field in thing._meta.concrete_fields
            if field.name not in _MEASURED and field.value_from_object(thing) != field.get_default()
        }
    text = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
