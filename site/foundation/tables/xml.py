"""XML as a stream of what begins and what ends, whatever it is part of.

Nothing that was read is kept. A DTD, and with it every entity of the file's own, is refused.
"""

from collections.abc import Iterator
from typing import IO
from xml.parsers.expat import ExpatError, ParserCreate

CHUNK = 65_536

Start = tuple[str, dict[str, str]]


class BrokenXmlError(Exception):
    """The part cannot be read, or asks for what no table needs."""


def events(part: IO[bytes]) -> Iterator[tuple[str, dict[str, str] | None, str]]:
    """Each beginning (name, attributes, "") and each end (name, None, the text just before it).

    Names come without their namespace: programs use different ones for the same thing.
    """
    told: list[tuple[str, dict[str, str] | None, str]] = []
    text: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        text.clear()
        told.append((_local(name), {_local(key): one for key, one in attributes.items()}, ""))

    def end(name: str) -> None:
        told.append((_local(name), None, "".join(text)))
        text.clear()

    def refuse(*_: object) -> None:
        raise BrokenXmlError

    parser = ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text.append
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        while chunk := part.read(CHUNK):
            parser.Parse(chunk, False)
            yield from told
            told.clear()
        parser.Parse(b"", True)
    except ExpatError:
        raise BrokenXmlError from None
    yield from told


def _local(name: str) -> str:
    return name.rpartition("}")[2]
