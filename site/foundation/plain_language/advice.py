"""One thing that an editor is advised to look at."""

from dataclasses import dataclass

from foundation.plain_language.parts import Place

LONGEST_QUOTE = 90


@dataclass(frozen=True)
class Advice:
    """What was found, where, and what to do about it, in words for the editor."""

    found: str
    do: str
    place: Place
    quote: str = ""

    @property
    def shown(self) -> dict:
        """As the panel of checks shows it."""
        return {
            "found": self.found,
            "do": self.do,
            "where": self.place.words,
            "path": list(self.place.path),
            "quote": shortened(self.quote),
        }


def shortened(text: str) -> str:
    """As much of the text as is needed to find it again."""
    if len(text) <= LONGEST_QUOTE:
        return text
    return text[: LONGEST_QUOTE - 1].rsplit(" ", 1)[0] + " …"
