"""A password that somebody else has seen is changed before anything else is done."""

from collections.abc import Callable

from django.contrib.auth import REDIRECT_FIELD_NAME, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.forms import SetPasswordForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

# What the page itself and the way out are made of.
OPEN_VIEWS = (
    "new_password",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_sprite",
)


class NewPasswordForm(SetPasswordForm):
    """A new password, twice, and another than the one that was handed out."""

    def clean_new_password1(self) -> str:
        """Refuse the one that is to go."""
        password = self.cleaned_data["new_password1"]
        if self.user.check_password(password):
            raise ValidationError("Välj ett annat lösenord än det du loggade in med.")
        return password

    def save(self, commit: bool = True):
        """Set the password; nothing more is asked of its owner."""
        self.user.must_change_password = False
        return super().save(commit)


@never_cache
@sensitive_post_parameters()
@login_required(login_url="wagtailadmin_login")
def new_password(request: HttpRequest) -> HttpResponse:
    """Ask for a new password, then go on to where the person was heading."""
    form = NewPasswordForm(request.user, request.POST or None)
    if form.is_valid():
        form.save()
        update_session_auth_hash(request, form.user)
        return redirect(_destination(request))
    return render(request, "account/new_password.html", {"form": form})


def _destination(request: HttpRequest) -> str:
    wanted = request.GET.get(REDIRECT_FIELD_NAME, "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure()):
        return wanted
    return reverse("wagtailadmin_home")


class PasswordChangeMiddleware:
    """Leads everyone who must change their password to where that is done.

    Only the admin is closed to them: what residents read stays open to all.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._must_change_first(request):
            if _wants_data(request):
                return JsonResponse({"fel": "Byt lösenord först."}, status=403)
            heading = {REDIRECT_FIELD_NAME: request.get_full_path()}
            query = f"?{urlencode(heading)}" if request.method == "GET" else ""
            return redirect(reverse("new_password") + query)
        return self.get_response(request)

    def _must_change_first(self, request: HttpRequest) -> bool:
        # The address first: asking who the user is reads the session.
        return (
            request.path.startswith(reverse("wagtailadmin_home"))
            and request.path not in [reverse(name) for name in OPEN_VIEWS]
            and request.user.is_authenticated
            and request.user.must_change_password
        )


def _wants_data(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "XMLHttpRequest" or (
        not request.accepts("text/html")
    )
