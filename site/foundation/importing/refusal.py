"""The one way an import ends without a result."""


class Refused(Exception):  # noqa: N818 - it says what happens to the file
    """The file gives nothing; the message is one Swedish sentence for the editor."""


def shown(text: str, longest: int = 60) -> str:
    """A piece of the file as the messages quote it: a long one ends after a whole word."""
    text = " ".join(text.split())
    if len(text) <= longest:
        return f"”{text}”"
    # One character more: a word that ends just here is whole. A single long word has to be cut.
    whole = text[: longest + 1].rpartition(" ")[0] or text[:longest]
    return f"”{whole} …”"
