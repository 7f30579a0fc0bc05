"""Where a receiver of reminders chooses how often they come."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from accounts.reminders import Reminders
from delivery.headers import hide_the_visit
from home.digest.choice import ONE_CLICK, choose, receivers_of


# The link is the proof: whoever holds it is not logged in, and a mail program has no cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: HttpRequest, token: str) -> HttpResponse:
    """Show the choices, and choose. Looking changes nothing: mail programs look at links by themselves."""
    receivers = receivers_of(token)
    context: dict[str, object] = {"holds": receivers is not None}
    status = 200 if receivers is not None else 404
    if receivers is not None:
        if request.method == "POST":
            wanted = _wanted(request)
            if wanted is None:
                status = 400
            else:
                choose(receivers, wanted)
            context |= {"saved": wanted is not None, "unknown": wanted is None}
        now = set(receivers.values_list("reminders", flat=True))
        context["now"] = Reminders(now.pop()) if len(now) == 1 else None
        context["choices"] = [often for often in Reminders if often != context["now"]]
    response = render(request, "home/reminders.html", context, status=status)
    response.headers["X-Robots-Tag"] = "noindex"
    hide_the_visit(response)
    return response


def _wanted(request: HttpRequest) -> Reminders | None:
    name, value = ONE_CLICK
    if request.POST.get(name) == value:
        return Reminders.NEVER
    chosen = request.POST.get("ofta")
    return Reminders(chosen) if chosen in Reminders.values else None
