"""What the foundation adds to Wagtail's own tools."""

from collections.abc import Callable, Iterable, Iterator

from django.contrib.auth.models import Permission
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.rich_text.converters.html_to_contentstate import InlineStyleElementHandler
from wagtail.admin.rich_text.editors.draftail.features import InlineStyleFeature
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page, PageViewRestriction
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.snippets.models import register_snippet

from delivery.keeping import may_be_kept
from foundation import lost_answer
from foundation.blanking import copies as blanking
from foundation.blanking.view import PERMISSION, BlankingInHistory, blank_words
from foundation.correcting import ways as ways_to_correct
from foundation.correcting.view import LOGGED_AS, CorrectView
from foundation.former_addresses_list import FormerAddressViewSet
from foundation.four_eyes import buttons, telling
from foundation.importing import admin as importing
from foundation.importing import kept
from foundation.languages import Language
from foundation.links import ExternalLinkHandler, FileLinkHandler, PublicPageLinkHandler
from foundation.plain_language import panel
from foundation.publishing_calendar_view import PublishingCalendarView
from foundation.redirects_import import take_in
from foundation.snippets import RegisterGroup
from foundation.two_editors import conflict
from foundation.two_editors.views import keep_both, overtaken

register_snippet(RegisterGroup)
hooks.register("register_admin_urls", importing.urls)
hooks.register("register_admin_menu_item", importing.menu_item)
hooks.register("insert_global_admin_css", importing.styles)

for _saved in (
    "after_create_page",
    "after_edit_page",
    "after_create_snippet",
    "after_edit_snippet",
):
    hooks.register(_saved, telling.say_what_was_not_done)
for _opened in ("before_edit_page", "before_edit_snippet"):
    hooks.register(_opened, telling.say_why_it_came_back)
hooks.register("before_bulk_action", telling.refuse_publishing_many)
for _menu in ("construct_page_action_menu", "construct_snippet_action_menu"):
    # Before the buttons are put in order.
    hooks.register(_menu, buttons.arrange, order=-1)


@hooks.register("register_admin_viewset")
def list_former_addresses() -> FormerAddressViewSet:
    """What those who run the site may let it forget."""
    return FormerAddressViewSet()


@hooks.register("register_admin_urls")
def calendar_urls() -> list[URLPattern]:
    """Where it is read what is scheduled."""
    calendar = PublishingCalendarView.as_view()
    return [path("publiceringskalender/", calendar, name="publishing_calendar")]


@hooks.register("register_reports_menu_item")
def calendar_in_reports() -> MenuItem:
    """The way there, first among the reports."""
    address = reverse("publishing_calendar")
    return MenuItem("Publiceringskalender", address, icon_name="calendar", order=10)


@hooks.register("register_rich_text_features", order=100)
def say_where_links_lead(features: FeatureRegistry) -> None:
    """Links in rich text get the same words as links in blocks."""
    features.register_link_type(ExternalLinkHandler)
    features.register_link_type(FileLinkHandler)
    features.register_link_type(PublicPageLinkHandler)


# Before Wagtail's own, which would ask for a password at an address that the site does not have.
@hooks.register("before_serve_page", order=-1)
def keep_closed_what_has_a_password(page: Page, request: HttpRequest, *args: object) -> None:
    """Editors choose no shared passwords here; a page that was once given one stays closed."""
    kinds = {restriction.restriction_type for restriction in page.get_view_restrictions()}
    if PageViewRestriction.PASSWORD in kinds:
        raise Http404


# After Wagtail's own, which asks whether the reader may see the page: nobody is asked here who may not.
@hooks.register("on_serve_page", order=1)
def let_pages_be_kept(serve: Callable) -> Callable:
    """A page is the same for every reader; its type says which keys of the query change it."""

    def serve_and_mark(page: Page, request: HttpRequest, args: tuple, kwargs: dict) -> HttpResponse:
        keys = getattr(page, "query_keys", ())
        # Whatever stands before it, a page is told of no other keys than those.
        request.GET = _only(keys, request.GET)
        return may_be_kept(serve(page, request, args, kwargs), keys)

    return serve_and_mark


def _only(keys: Iterable[str], query: QueryDict) -> QueryDict:
    wanted = QueryDict(mutable=True, encoding=query.encoding)
    for key in keys:
        if key in query:
            wanted.setlist(key, query.getlist(key))
    return wanted


@hooks.register("register_rich_text_features")
def mark_english_words(features: FeatureRegistry) -> None:
    """English words within a Swedish sentence are marked, and so pronounced, as English.

    A whole passage, in whatever language, is a block of its own. Words in another language than
    English, which an import may bring, keep their mark through the editor too.
    """
    styles = {language.tag: language.name for language in Language.foreign()}
    features.register_editor_plugin(
        "draftail",
        "english-words",
        InlineStyleFeature(
            {
                "type": "ENGLISH",
                "label": "EN",
                "description": "Engelska ord",
                "style": {"borderBottom": "2px dotted"},
            }
        ),
    )
    features.register_converter_rule(
        "contentstate",
        "english-words",
        {
            "from_database_format": {
                f'span[lang="{tag}"]': InlineStyleElementHandler(name)
                for tag, name in styles.items()
            },
            "to_database_format": {
                "style_map": {
                    name: {"element": "span", "props": {"lang": tag}}
                    for tag, name in styles.items()
                }
            },
        },
    )


@hooks.register("construct_wagtail_userbar")
def check_text_too(request: HttpRequest, items: list[Component], page: object) -> None:
    """Wagtail's checks look at the text as well."""
    panel.check_text_too(request, items, page)


# Before Wagtail's own, at the same address.
@hooks.register("register_admin_urls", order=-1)
def where_redirects_are_taken_in() -> list[URLPattern]:
    """The second step of that import, in the place of Wagtail's own view."""
    return [path("redirects/import/process/", take_in, name="redirects_take_in")]


# Corrections


@hooks.register("register_admin_urls")
def where_pages_are_corrected() -> list[URLPattern]:
    """The form that says what was wrong and mends it."""
    return [path("ratta/<int:page_id>/", CorrectView.as_view(), name="correct_page")]


@hooks.register("register_log_actions")
def name_what_is_done(actions: LogActionRegistry) -> None:
    """What the history of a page calls the deeds that Wagtail does not know."""
    actions.register_action(LOGGED_AS, "Rätta", "Rättad")
    actions.register_action(
        conflict.LOGGED_AS, "Spara för sig", "Sparad för sig, eftersom någon annan hann före"
    )
    actions.register_action(kept.LOGGED_AS, "Importera", "Ändrad av en importerad fil")
    actions.register_action(blanking.LOGGED_AS)(BlankingInHistory)


@hooks.register("register_page_listing_buttons")
def correct_from_listings(page: Page, user, next_url: str | None = None) -> Iterator[Button]:
    """The way there from every list that a published page stands in."""
    yield from ways_to_correct.buttons(page, user)


@hooks.register("register_page_header_buttons")
def correct_from_the_page(
    page: Page, user, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """The same way from the page itself."""
    yield from ways_to_correct.buttons(page, user, icon_name="edit")


@hooks.register("after_publish_page")
def ask_whether_an_error_was_mended(request: HttpRequest, page: Page) -> None:
    """Who changes what is published is told how to say so."""
    ways_to_correct.ask_about_error(request, page)


# Two editors


@hooks.register("register_admin_urls")
def where_the_overtaken_are_told() -> list[URLPattern]:
    """What became of a text that somebody else was faster than."""
    return [path("om-din-text/<int:revision_id>/", overtaken, name="overtaken")]


# Before what other hooks change.
@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def let_nobody_be_overwritten(request: HttpRequest, thing: Model) -> HttpResponse | None:
    """Stop a form that was opened before somebody else saved, and keep what it holds."""
    return keep_both(request, thing)


# One editor


@hooks.register("insert_editor_js")
def save_once_and_all_of_it() -> str:
    """A form that saves itself makes one page, not two, and forgets nothing that was written meanwhile."""
    scripts = ("editor/one_save.js", "editor/still_to_save.js")
    return format_html_join(
        "", '<script src="{}" defer></script>', ((static(script),) for script in scripts)
    )


# Before what other hooks refuse: the form comes through them once more.
hooks.register("before_create_page", lost_answer.replace_unheard_of, order=-1)
hooks.register("after_create_page", lost_answer.remember, order=-1)


# Blanking


@hooks.register("register_admin_urls")
def where_words_are_blanked() -> list[URLPattern]:
    """Where those who run the site take personal data out of what is stored."""
    return [path("blanka/<int:page_id>/", blank_words, name="blank_words")]


@hooks.register("register_page_header_buttons")
def blank_in_the_history(
    page: Page, user, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """The way there, for them alone."""
    if user.has_perm(PERMISSION):
        address = reverse("blank_words", args=[page.pk])
        yield Button("Blanka i historiken", url=address, icon_name="history", priority=95)


@hooks.register("register_permissions")
def what_may_be_given_to_groups() -> QuerySet:
    """So that the right is seen where groups are made."""
    app, codename = PERMISSION.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename)
