"""Links between pages: what they lead to, and the anchors of headings as GitHub and the site make them."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from urllib.parse import unquote

_NO_PART_OF_AN_ANCHOR = re.compile(r"[^\w\- ]")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//")


class Anchors:
    """The anchors of one page: equal headings are told apart by numbers."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def of(self, heading: str) -> str:
        """The anchor of the next heading."""
        anchor = _NO_PART_OF_AN_ANCHOR.sub("", heading.strip().lower()).replace(" ", "-")
        before = self._given.get(anchor, 0)
        self._given[anchor] = before + 1
        return f"{anchor}-{before}" if before else anchor


def target(page: PurePosixPath, href: str) -> tuple[PurePosixPath, str] | None:
    """The file that a link of a page leads to, and the anchor in it; ``None`` when it leads out of the pages."""
    if _ELSEWHERE.match(href):
        return None
    path, _, anchor = unquote(href).partition("#")
    return PurePosixPath(posixpath.normpath(page.parent / path)) if path else page, anchor
