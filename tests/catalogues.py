"""Catalogues of translated words, as translators write them (.po) and as the site reads them (.mo)."""

import ast
import gettext
import re

LINE = re.compile(r'(?:(msg\w+(?:\[\d\])?) )?(".*")')


def entries(path):
    """Each entry of a .po file as a dict of its texts: msgid, msgid_plural, msgstr, msgstr[0] …

    Entries that are marked as uncertain are left out, as they are when a catalogue is compiled.
    """
    for paragraph in path.read_text().split("\n\n"):
        lines = paragraph.splitlines()
        texts, name = {}, None
        for line in lines:
            if found := LINE.fullmatch(line):
                name = found[1] or name
                texts[name] = texts.get(name, "") + ast.literal_eval(found[2])
        uncertain = any(line.startswith("#,") and "fuzzy" in line for line in lines)
        if texts.get("msgid") and not uncertain:
            yield texts


def key(entry):
    """How gettext looks an entry up."""
    context = entry.get("msgctxt")
    return f"{context}\x04{entry['msgid']}" if context else entry["msgid"]


def written(path):
    """What a .po file says, in the shape of `compiled`."""
    words = {}
    for entry in entries(path):
        if "msgid_plural" in entry:
            words |= {(key(entry), n): entry[f"msgstr[{n}]"] for n in (0, 1)}
        else:
            words[key(entry)] = entry["msgstr"]
    return words


def compiled(path):
    """What a .mo file says: each translation by its key, or by (key, number) where there is a plural."""
    with path.open("rb") as file:
        catalog = gettext.GNUTranslations(file)._catalog
    return {word: translation for word, translation in catalog.items() if word}
