"""How the tables are read: one line for each question that somebody can put to the admin.

    GET  wagtailadmin_pages:edit measure    | KSGF

Method, name of the address, what it is about, and who may: the first letters of Kommunikatör,
Samordnare, Granskare and systemFörvaltare. What is about nothing that differs has no more words. A
word like `?id={measure}` is the query of the address, one like `comment=Nej` a field that is sent.
A line that nobody may says in a comment why. Who has not logged in may nothing, unless the line ends
with `+ alla`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.urls import URLPattern, URLResolver, get_resolver, reverse

LETTERS = {"K": "Kommunikatör", "S": "Samordnare", "G": "Granskare", "F": "Systemförvaltare"}
ADMIN = "redaktion/"


@dataclass(frozen=True)
class Row:
    """One line."""

    method: str
    name: str
    about: tuple[str, ...]
    roles: frozenset[str]
    is_open_to_all: bool = False
    query: str = ""
    fields: dict[str, str] = field(default_factory=dict, hash=False)

    @property
    def line(self) -> str:
        """The line as it would stand in a table, without who may."""
        sent = [f"{name}={value}" for name, value in self.fields.items()]
        return " ".join([self.method, self.name, *self.about, self.query, *sent]).rstrip()

    @property
    def key(self) -> tuple[str, int]:
        """The address that it is a line about."""
        return (self.name, 0) if self.name.startswith("/") else (self.name, len(self.about))

    def address(self, meanings: dict[str, object]) -> str:
        """Where to ask."""
        if self.name.startswith("/"):
            return self.name.replace("^.*/$", "finns-inte/")
        about = [meanings.get(word, word) for word in self.about]
        return reverse(self.name, args=about) + self.query.format_map(meanings)


def read(table: str, **places: str) -> list[Row]:
    """The rows of a table; `places` are filled in where a line holds their name in braces."""
    rows = []
    for line in table.strip().splitlines():
        if line.strip() and not line.lstrip().startswith("#"):
            for name, value in places.items():
                line = line.replace("{" + name + "}", value)
            rows.append(_row(line))
    return rows


def _row(line: str) -> Row:
    question, _, who = line.partition("|")
    method, name, *words = question.split()
    who, _, all_too = who.partition("+")
    queries = [word for word in words if word.startswith("?")]
    fields = [word for word in words if "=" in word and not word.startswith("?")]
    return Row(
        method,
        name,
        tuple(word for word in words if word not in [*queries, *fields]),
        frozenset(LETTERS[letter] for letter in who.strip() if letter != "."),
        all_too.strip() == "alla",
        "".join(queries),
        dict(word.split("=", 1) for word in fields),
    )


def addresses() -> dict[tuple[str, int], str]:
    """Every address of the admin: its name and how many words it takes, and its pattern."""
    return dict(_walk(get_resolver(), "", []))


def _walk(resolver: URLResolver, prefix: str, above: list[str]) -> Iterator:
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            if route.startswith(ADMIN):
                takes = len(re.findall(r"<\w+:\w+>|<\w+>|\(\?P<\w+>", route))
                name = ":".join([*above, pattern.name]) if pattern.name else f"/{route}"
                yield (name, takes if pattern.name else 0), route
        else:
            named = [pattern.namespace] if pattern.namespace else []
            yield from _walk(pattern, route, [*above, *named])
