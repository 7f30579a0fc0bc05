"""Superusers are made, changed and removed by superusers alone.

Wagtail lets whoever may change users make anybody a superuser, a second account of their own
included. So the right to run the site would be the right to everything.
"""

from collections.abc import Iterable

from django.contrib import messages
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks

from accounts.models import User
from accounts.settings_panel import RemindersPanel

REFUSAL = "Bara en administratör kan skapa, ändra eller ta bort en administratör."


@hooks.register("before_create_user")
def creating(request: HttpRequest) -> HttpResponse | None:
    """Refuse to make a superuser."""
    return _guard(request, [])


@hooks.register("before_edit_user")
@hooks.register("before_delete_user")
def changing(request: HttpRequest, user: User) -> HttpResponse | None:
    """Refuse to touch a superuser, or to make one."""
    return _guard(request, [user])


@hooks.register("before_bulk_action")
def changing_many(
    request: HttpRequest, action_type: str, objects: Iterable[Model], action: object
) -> HttpResponse | None:
    """Refuse to touch superusers among others."""
    return _guard(request, [thing for thing in objects if isinstance(thing, User)])


def _guard(request: HttpRequest, users: list[User]) -> HttpResponse | None:
    makes_one = request.method == "POST" and request.POST.get("is_superuser")
    touches_one = any(user.is_superuser for user in users)
    if request.user.is_superuser or not (makes_one or touches_one):
        return None
    messages.error(request, REFUSAL)
    return redirect("wagtailusers_users:index")


@hooks.register("register_account_settings_panel")
def choose_reminders(request: HttpRequest, user: User, profile: Model) -> RemindersPanel:
    """How often somebody is reminded of what waits for them."""
    return RemindersPanel(request, user, profile)
