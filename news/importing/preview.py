"""What a draft would hold, part by part, as plain data that can be kept and shown."""

from bs4 import BeautifulSoup

from news.models import NewsPage

HEADINGS = {"h2": "Mellanrubrik", "h3": "Underrubrik"}
NO_ADDRESS = "adress saknas"


def parts_of(page: NewsPage) -> list[dict]:
    """Each part of the body: what it is, and its lines as a reader would meet them."""
    return [part for one in page.body.raw_data for part in _parts(one["type"], one["value"])]


def _parts(kind: str, value) -> list[dict]:
    match kind:
        case "heading":
            return [_part(HEADINGS[value["level"]], [value["text"]])]
        case "quote":
            who = ", ".join(part for part in (value["speaker"], value["role"]) if part)
            return [_part("Citat", [value["text"], who])]
        case "link_list":
            rows = [f"{one['label']}: {one['url'] or NO_ADDRESS}" for one in value["items"]]
            return [_part("Länkar", rows)]
        case "table":
            return [_part("Tabell", _table(value["cells"]))]
        case "note":
            return [_part("Anteckning för redaktörer", [value])]
    return _running_text(value)


def _running_text(html: str) -> list[dict]:
    """Paragraphs and lists, which a page stores together; links with where they lead."""
    soup = BeautifulSoup(html, "html.parser")
    for link in soup.find_all("a", href=True):
        if link.get_text() != link["href"]:
            link.append(f" ({link['href']})")
    for end in soup.find_all("br"):
        end.replace_with("\n")
    found = []
    for element in soup.find_all(["p", "ul", "ol"], recursive=False):
        if element.name == "p":
            found.append(_part("Stycke", element.get_text().splitlines()))
        else:
            kind = "Punktlista" if element.name == "ul" else "Numrerad lista"
            found.append(_part(kind, [item.get_text() for item in element.find_all("li")]))
    return found


def _table(cells: dict) -> list[str]:
    headings = [column["heading"] for column in cells["columns"]]
    rows = [headings, *(row["values"] for row in cells["rows"])]
    return [cells["caption"], *(" | ".join(row) for row in rows if any(row))]


def _part(kind: str, lines: list[str]) -> dict:
    lines = [" ".join(line.split()) for line in lines]
    return {"kind": kind, "lines": [line for line in lines if line]}
