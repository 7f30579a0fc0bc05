"""Words between editors."""

from wagtail.blocks import TextBlock


class NoteBlock(TextBlock):
    """A note that editors see in the form and nobody sees on the page."""

    def __init__(self, **kwargs) -> None:
        super().__init__(**{"required": False, "rows": 2, "search_index": False, **kwargs})

    def get_searchable_content(self, value: str) -> list[str]:
        """Nothing: what readers do not see they must not find."""
        return []

    def get_api_representation(self, value: str, context: dict | None = None) -> None:
        """Nothing, for the same reason."""
        return

    class Meta:
        template = "blocks/note.html"
        preview_template = "blocks/note_preview.html"
        icon = "comment"
        label = "Anteckning för redaktörer"
        description = "Syns bara här i redigeringen, aldrig på sidan."
        preview_value = "Bilden saknas. Fråga kommunikationsenheten."
