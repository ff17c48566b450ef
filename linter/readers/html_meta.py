"""What the head of a web page says: title, publication date, address."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence

from linter.document import Published
from linter.readers.bylines import parse_timestamp
from linter.readers.html_tree import Node
from linter.readers.page import Metadata
from reference.vocabulary import load_json

_JSON_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
_URL_NAMES = ("og:url", "canonical")


def html_metadata(source: str, nodes: Sequence[Node]) -> Metadata:
    """The metadata of a page. ``head_title`` is the ``<title>``, with the site's name still on it."""
    stated = _stated(nodes)
    return Metadata(
        title=stated.get("articletitle") or None,
        head_title=_head_title(source, nodes) or stated.get("og:title"),
        published=_published(source, nodes, stated),
        url=next((stated[name] for name in _URL_NAMES if name in stated), None),
    )


def _stated(nodes: Sequence[Node]) -> Mapping[str, str]:
    """The named values of the meta elements, names in lower case; the first of a name counts."""
    stated: dict[str, str] = {}
    for node in nodes:
        if node.name == "meta":
            keys = (node.attributes.get(key) for key in ("property", "name", "itemprop"))
            name = next((key.strip().lower() for key in keys if key), "")
            stated.setdefault(name, node.attributes.get("content", "").strip())
        elif node.name == "link" and node.attributes.get("rel", "").lower() == "canonical":
            stated.setdefault("canonical", node.attributes.get("href", ""))
    return stated


def _published(source: str, nodes: Sequence[Node], stated: Mapping[str, str]) -> Published | None:
    names: Sequence[str] = load_json("page_furniture.json")["meta_published"]
    written = [stated[name] for name in names if stated.get(name)]
    for node in nodes:
        if node.name == "script" and "ld+json" in node.attributes.get("type", ""):
            written += _JSON_DATE.findall(source, node.start, nodes[node.after - 1].end if node.after else node.end)
    days = (parse_timestamp(value) for value in written)
    day = next((day for day in days if day), None)
    return Published(day, "meta") if day else None


def _head_title(source: str, nodes: Sequence[Node]) -> str | None:
    for index, node in enumerate(nodes):
        if node.name == "title" and index + 1 < node.after:
            text = nodes[index + 1]
            return " ".join(html.unescape(source[text.start : text.end]).split()) or None
    return None
