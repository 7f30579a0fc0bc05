"""How heavy the text of a page is, and how heavy it may be."""

from dataclasses import dataclass

from foundation.languages import Language
from foundation.plain_language.advice import Advice
from foundation.plain_language.parts import Place, Text, Written
from foundation.swedish.lix import band, lix

GOAL, GOAL_OF_LEAD, GOAL_OF_SAFE, GOAL_OF_EASY = 45, 40, 40, 30
# Above this readers are known to give up; between the goal and this the figure alone is said.
TOO_HARD = 50


@dataclass(frozen=True)
class Readability:
    """The LIX of a text, and the highest that it should have."""

    name: str
    lix: int
    goal: int

    @property
    def shown(self) -> dict:
        """As the panel of checks shows it."""
        return {
            "name": self.name,
            "lix": self.lix,
            "band": band(self.lix),
            "goal": self.goal,
            "reached": self.lix <= self.goal,
        }


def readability(written: Written) -> list[Readability]:
    """Of the running text as a whole and of the lead; nothing where there is too little to say."""
    if not written.in_swedish:
        return []
    texts = written.of(Text)
    lead = [text for text in texts if text.place.path == written.lead]
    measured = [
        ("Hela texten", texts, _goal(written)),
        ("Ingressen", lead if lead != texts else [], min(GOAL_OF_LEAD, _goal(written))),
    ]
    found = [
        (name, lix(paragraph.text for text in part for paragraph in text.paragraphs), goal)
        for name, part, goal in measured
    ]
    return [Readability(name, value, goal) for name, value, goal in found if value is not None]


def hard_text(written: Written) -> list[Advice]:
    """Advice on a text so heavy that many give up; a page for easy reading is measured by its goal."""
    easy = written.language is Language.EASY_SWEDISH
    return [
        Advice(
            f"{one.name} är svår att läsa: LIX {one.lix}",
            f"Målet är högst {one.goal}. Dela långa meningar och byt långa ord mot kortare.",
            Place(one.name, () if one.name == "Hela texten" else written.lead),
        )
        for one in readability(written)
        if one.lix > (one.goal if easy else TOO_HARD)
    ]


def _goal(written: Written) -> int:
    if written.language is Language.EASY_SWEDISH:
        return GOAL_OF_EASY
    return GOAL_OF_SAFE if written.safe else GOAL
