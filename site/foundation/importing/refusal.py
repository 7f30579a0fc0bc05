"""The one way an import ends without a result."""


class Refused(Exception):  # noqa: N818 - it says what happens to the file
    """The file gives nothing; the message is one Swedish sentence for the editor."""


def shown(text: str, longest: int = 60) -> str:
    """A piece of the file as the messages quote it."""
    text = " ".join(text.split())
    return f"”{text}”" if len(text) <= longest else f"”{text[:longest].rstrip()} …”"
