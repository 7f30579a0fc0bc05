"""Finding words in stored text, however it is packed, and putting a mark in their place."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

MARK = "[borttaget]"
# In an address the mark has to be one that an address may hold.
MARK_IN_ADDRESS = "borttaget"
_ADDRESSES = frozenset({"slug", "url_path"})
_BETWEEN = r"(?:\s|&nbsp;|-)+"
_ESCAPED = {"&": "&(?:amp;)?", '"': '(?:"|&quot;)', "'": "(?:'|&#x27;|&#39;)"}


@dataclass(frozen=True)
class Wording:
    """Words to be blanked: whole words in this order, whatever their case and the space between.

    A genitive goes with its name.
    """

    words: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """What is looked for in plain text, in HTML and in addresses."""
        parts = [
            "".join(_ESCAPED.get(sign, re.escape(sign)) for sign in word)
            for word in re.split(r"[\s-]+", self.words.strip())
        ]
        return re.compile(rf"(?<!\w){_BETWEEN.join(parts)}(?::?s)?(?!\w)", re.IGNORECASE)

    def is_in(self, value: Any) -> bool:
        """Whether the value holds the words anywhere."""
        return self.blanked(value) != value

    def blanked(self, value: Any) -> Any:
        """The value with the mark in their place, down through lists, tables and packed blocks."""
        pattern = self.pattern
        return _walk(value, lambda text, mark: pattern.sub(mark, text))


def _walk(value: Any, change: Callable[[str, str], str], key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _walk(inner, change, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_walk(inner, change, key) for inner in value]
    if not isinstance(value, str):
        return value
    if value[:1] in ("[", "{") and (packed := _unpacked(value)) is not None:
        changed = _walk(packed, change, key)
        return json.dumps(changed) if changed != packed else value
    return change(value, MARK_IN_ADDRESS if key in _ADDRESSES else MARK)


def _unpacked(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None
