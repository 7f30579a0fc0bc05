"""What is refused while something is done in the admin is said to the editor, and nothing is half done.

A page that may not be public refuses it in `publish()`, whichever way it is asked. Where the way
is a form, the form says why. Where it is not (publishing many at once, approving, moving), Wagtail
lets the refusal through as an error of the site.
"""

import re
from collections.abc import Callable
from urllib.parse import unquote

from django.contrib import messages
from django.core.exceptions import BadRequest, ValidationError
from django.db import DataError, OperationalError, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.http import url_has_allowed_host_and_scheme

from foundation.importing import at_work

# How SQLite says that somebody else was writing for as long as the site waits.
LOCKED = "database is locked"
BUSY = "Något större sparas just nu, till exempel en import."
NOT_SAVED = "Det du skrev är inte sparat än."
# More digits than any number has that a database keeps, and the sign that PostgreSQL keeps in no text.
_NOT_TO_BE_LOOKED_FOR = re.compile(r"\d{19}|\x00")


class RefusalMiddleware:
    """Makes each writing request to the admin whole or undone, and a refusal a message."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let the request pass; the view is seen to in `process_view`."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Say that the question was wrong where it holds what no database can look for.

        What is opened in the admin notes who has it open, and so has to wait like what is saved.
        """
        is_here = request.path.startswith(reverse("wagtailadmin_home"))
        if is_here and _is_locked(error) and request.user.is_authenticated:
            return busy(request)
        is_refused = isinstance(error, OverflowError | DataError)
        question = unquote(request.META.get("QUERY_STRING", ""))
        if is_refused and _NOT_TO_BE_LOOKED_FOR.search(question):
            raise BadRequest("Frågan har ett tal eller tecken som inte går att söka") from error
        return None

    def process_view(
        self, request: HttpRequest, view: Callable, args: tuple, kwargs: dict
    ) -> HttpResponse | None:
        """Run a view of the admin that writes in a transaction; wait for no import that takes minutes."""
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if at_work.seconds_left():
            at_work.wait_only_a_moment()
        if request.method != "POST":
            return None
        try:
            with transaction.atomic():
                return view(request, *args, **kwargs)
        except ValidationError as refusal:
            return refused(request, reasons(refusal))
        except OperationalError as error:
            if not _is_locked(error):
                raise
            return busy(request)
        except MultiValueDictKeyError as missing:
            # A form that was cut short on its way is no fault of the site.
            raise BadRequest(f"Formuläret saknar fältet {missing}") from None


def refused(request: HttpRequest, why: list[str]) -> HttpResponse:
    """Tell the editor why, where the request came from."""
    text = f"Det gick inte att genomföra. Ingenting har ändrats. {' '.join(why)}"
    if wants_json(request):
        return JsonResponse(
            {"success": False, "error_code": "refused", "error_message": text}, status=400
        )
    messages.error(request, text)
    if is_dialogue(request):
        return JsonResponse({"step": "success", "redirect": _way_back(request)})
    return redirect(_way_back(request))


def busy(request: HttpRequest) -> HttpResponse:
    """Say that it has to wait, and give back what was sent, so that it can be sent again."""
    is_sent = request.method == "POST"
    sentence = " ".join(filter(None, [_what_goes_on(), is_sent and NOT_SAVED, _when()]))
    if wants_json(request):
        answer = {"success": False, "error_code": "busy", "error_message": sentence}
        return JsonResponse(answer, status=503)
    if is_dialogue(request):
        messages.error(request, sentence)
        return JsonResponse({"step": "success", "redirect": _way_back(request)})
    if not request.user.is_authenticated:
        # Who is logging in has nothing to lose: they read it above the same form.
        messages.error(request, f"Du är inte inloggad än. {_what_goes_on()} {_when()}")
        return redirect(request.get_full_path())
    fields = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken" and "password" not in name
        for value in values
    ]
    context = {
        "busy": sentence,
        "is_sent": is_sent,
        "fields": fields,
        "has_files": bool(request.FILES),
        "form_address": request.get_full_path(),
    }
    return render(request, "foundation/admin/busy.html", context, status=503)


def _is_locked(error: Exception) -> bool:
    """Whether somebody else was writing."""
    return isinstance(error, OperationalError) and LOCKED in str(error)


def _what_goes_on() -> str:
    return "En import pågår." if at_work.seconds_left() else BUSY


def _when() -> str:
    minutes = round(at_work.seconds_left() / 60)
    if minutes < 2:
        return "Vänta en minut och försök igen."
    return f"Försök igen om ungefär {minutes} minuter."


def reasons(refusal: ValidationError) -> list[str]:
    """The sentences of a refusal, each once."""
    return list(dict.fromkeys(refusal.messages))


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks, which could do nothing with a page."""
    return not request.accepts("text/html") or (
        request.headers.get("x-requested-with") == "XMLHttpRequest" and not is_dialogue(request)
    )


def is_dialogue(request: HttpRequest) -> bool:
    """Whether Wagtail's approval dialogue asks: it knows success, where to go next, and nothing else."""
    return (
        request.headers.get("x-requested-with") == "XMLHttpRequest"
        and request.resolver_match.url_name == "workflow_action"
    )


def _way_back(request: HttpRequest) -> str:
    home = reverse("wagtailadmin_home")
    wishes = (request.POST.get("next"), request.GET.get("next"), request.headers.get("referer"))
    for wish in wishes:
        if wish and url_has_allowed_host_and_scheme(
            wish, allowed_hosts={request.get_host()}, require_https=request.is_secure()
        ):
            return wish
    return home
