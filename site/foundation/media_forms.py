"""The forms of pictures and documents: closed to whoever may not add any, and nobody's words are lost."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from foundation.two_editors.register_form import NobodyIsOverwritten


class OnlyForThoseWhoMay:
    """Stands before Wagtail's form, which stumbles over somebody who has lost the right meanwhile."""

    def __init__(self, *args: Any, user: Any = None, **kwargs: Any) -> None:
        adds = kwargs.get("instance") is None or kwargs["instance"].pk is None
        if user and adds and not self.permission_policy.user_has_permission(user, "add"):
            raise PermissionDenied
        super().__init__(*args, user=user, **kwargs)


class PictureForm(OnlyForThoseWhoMay, NobodyIsOverwritten, BaseImageForm):
    """The words and rights of a picture."""


class DocumentForm(OnlyForThoseWhoMay, NobodyIsOverwritten, BaseDocumentForm):
    """The words about a document."""
