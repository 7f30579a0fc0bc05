"""The form in which a published page is corrected: what was wrong, and the text as it shall be."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic.base import View
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.telepath import JSContext
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from foundation.corrections import Correction
from foundation.page_form import BasePageForm
from foundation.saved_by import saved_at, writer

# What the page's history calls it.
LOGGED_AS = "foundation.correct"


class CorrectionForm(BasePageForm):
    """What was wrong and why, beside the page's own fields. Always held to what may be public."""

    # Named apart from what any page type has of its own.
    correction_what = forms.CharField(
        label="Vad var fel, och vad står det nu?",
        help_text="Läses av alla. Till exempel: Antalet butiker var elva, inte tolv.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    correction_why = forms.CharField(
        label="Varför blev det fel?",
        help_text="Läses av alla. Till exempel: Vi hade räknat en butik två gånger.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class CorrectView(WagtailAdminTemplateMixin, View):
    """Corrects one page: tells of it, changes the text, and makes both public or sends them on."""

    template_name = "foundation/admin/correct.html"
    header_icon = "edit"

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponse:
        """Let in who may change what the public reads, while nothing else waits to be published."""
        live = get_object_or_404(Page.objects.filter(live=True), pk=page_id).specific
        self.page = live.get_latest_revision_as_object()
        if not may_correct(live, request.user):
            raise PermissionDenied
        if why := self._hindrance(live):
            messages.error(request, why)
            return redirect("wagtailadmin_pages:edit", page_id)
        return super().dispatch(request)

    def _hindrance(self, live: Page) -> str:
        lock = live.get_lock()
        if live.has_unpublished_changes:
            draft = live.latest_revision
            return (
                f"Sidan har ändringar som inte är publicerade. {writer(draft)} sparade dem "
                f"{saved_at(draft)}. De skulle följa med rättelsen. Publicera dem först, eller "
                "återställ den publicerade versionen i sidans historik."
            )
        if lock and lock.for_user(self.request.user):
            return "Sidan är låst, så den går inte att rätta just nu."
        return ""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The form, with the text as it is read now."""
        self.form = self._bound()
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Publish the correction, send it for approval, or say what is missing."""
        self.form = self._bound(request.POST, request.FILES)
        if request.POST.get("loaded_revision_id") != str(self.page.latest_revision_id):
            messages.error(
                request,
                f"Inte sparat. {writer(self.page.latest_revision)} har ändrat sidan medan du skrev. "
                "Din text står kvar här. "
                "Jämför med sidan som den är nu innan du publicerar rättelsen.",
            )
        elif self.form.is_valid():
            return self._done()
        else:
            messages.validation_error(request, "Rättelsen är inte publicerad än.", self.form)
        return self.render_to_response(self.get_context_data())

    def _bound(self, *sent: Any) -> CorrectionForm:
        return self._handler.get_form_class()(
            *sent,
            instance=self.page,
            parent_page=self.page.get_parent(),
            for_user=self.request.user,
        )

    @cached_property
    def _handler(self) -> ObjectList:
        panels = [
            MultiFieldPanel(
                [FieldPanel("correction_what"), FieldPanel("correction_why")], heading="Rättelsen"
            ),
            *(panel for panel in self.page.content_panels if not isinstance(panel, HelpPanel)),
        ]

        class OwnForm(CorrectionForm, type(self.page).base_form_class):
            """With what the form of this type of page asks besides."""

        handler = ObjectList(panels, base_form_class=OwnForm)
        return handler.bind_to_model(type(self.page))

    @transaction.atomic
    def _done(self) -> HttpResponse:
        page, user = self.form.save(commit=False), self.request.user
        page.corrections.add(
            Correction(
                corrected_on=timezone.localdate(),
                what_changed=self.form.cleaned_data["correction_what"],
                reason=self.form.cleaned_data["correction_why"],
            )
        )
        revision = page.save_revision(user=user, log_action=LOGGED_AS)
        if self._publishes:
            revision.publish(user=user)
            button = messages.button(page.url, "Se sidan", new_window=False)
            messages.success(self.request, "Rättelsen är publicerad.", buttons=[button])
        else:
            page.get_workflow().start(page, user)
            messages.success(self.request, "Rättelsen är skickad för godkännande.")
        return redirect("wagtailadmin_explore", page.get_parent().pk)

    @cached_property
    def _publishes(self) -> bool:
        return self.page.permissions_for_user(self.request.user).can_publish()

    def get_page_title(self) -> str:
        """What is done, with which page."""
        return f"Rätta: {self.page.get_admin_display_title()}"

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way here goes by the page."""
        page = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": page, "label": self.page.get_admin_display_title()},
            {"url": "", "label": "Rätta"},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What Wagtail's own form asks for."""
        panel = self._handler.get_bound_panel(
            instance=self.page, request=self.request, form=self.form
        )
        js_context = JSContext()
        data = js_context.pack(panel)
        return {
            **super().get_context_data(**kwargs),
            "object": self.page,
            "form": self.form,
            "panel": panel,
            "edit_handler_data": data,
            "media": MediaContainer([panel, self.form, js_context]).media,
            "action_url": reverse("correct_page", args=[self.page.pk]),
            "revision_enabled": True,
            "loaded_revision_created_at": self.page.latest_revision.created_at.isoformat(),
            "has_unsaved_changes": self.form.is_bound,
            "submit_button_label": "Publicera rättelsen"
            if self._publishes
            else "Skicka rättelsen för godkännande",
            "submit_button_active_label": "Sparar…",
        }


def may_correct(page: Page, person: Any) -> bool:
    """Whether the person may correct this page, alone or by sending it for approval."""
    may = page.permissions_for_user(person)
    return is_correctable(page, person) and (may.can_publish() or page.has_workflow)


def is_correctable(page: Page, person: Any) -> bool:
    """Whether the page is a live one that shows its corrections, and the person's role corrects it.

    Without asking whether there are four eyes: every row of a list has its button.
    """
    is_public = page.pk and page.live and not page.alias_of_id
    if not (is_public and getattr(page, "shows_corrections", False)):
        return False
    may = page.permissions_for_user(person)
    return may.can_edit() and (may.has_right_to_publish() or page.has_workflow)
