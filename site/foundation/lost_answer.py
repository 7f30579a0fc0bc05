"""One form makes one page, also when the answer to its first save by itself was lost on the way.

The browser knows of no draft then and sends the form of something new once more. The draft that it
never heard of would stand in the way: a second one beside it, or an address that is already taken.
"""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from wagtail.admin.models import EditingSession
from wagtail.models import Page

from foundation.page_form import FORM_KEY
from foundation.refusals import wants_json

# What a person's session keeps: which draft each form has made by itself.
MADE = "made by forms"
# A form is sent again within minutes; older ones are forgotten.
MOST = 20


def remember(request: HttpRequest, page: Page) -> None:
    """After a page was made: know it again by its form, if the form has saved itself.

    Who pressed a button and then goes back and presses once more may well want a second page.
    """
    request.page_was_made = True
    key = request.POST.get(FORM_KEY)
    if key and wants_json(request):
        made = {**request.session.get(MADE, {}), key: page.pk}
        request.session[MADE] = dict(list(made.items())[-MOST:])


def replace_unheard_of(
    request: HttpRequest, parent: Page, page_class: type[Page]
) -> HttpResponse | None:
    """Before a page is made: let it take the place of the draft that its form has made before.

    The draft is gone only if the new one is made; it holds nothing that the form does not hold.
    """
    draft = _unheard_of(request, parent, page_class)
    if draft is None:
        return None
    view = request.resolver_match
    with transaction.atomic():
        draft.delete(user=request.user)
        request.page_was_made = False
        answer = view.func(request, *view.args, **view.kwargs)
        if not request.page_was_made:
            transaction.set_rollback(True)
    return answer


def _unheard_of(request: HttpRequest, parent: Page, page_class: type[Page]) -> Page | None:
    """The draft of this form that no browser has ever shown, if there is one."""
    pk = request.session.get(MADE, {}).get(request.POST.get(FORM_KEY))
    draft = pk and page_class.objects.child_of(parent).filter(pk=pk, live=False).first()
    if not draft or draft.first_published_at or draft.revisions.count() > 1:
        return None
    # A browser that was answered opens the draft at once, and so does whoever finds it in a list.
    opened = EditingSession.objects.filter(
        content_type=draft.get_base_content_type(), object_id=str(draft.pk)
    )
    return None if opened.exists() else draft
