"""Line numbers of nodes in a JSON text: only needed once something is wrong, so loading does not pay for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Path = tuple[str | int, ...]

_TOKEN = re.compile(r'[{}\[\],]|("(?:[^"\\]|\\.)*")(\s*:)?|[^\s{}\[\],":]+')


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line (from 1) on which the node at ``path`` starts; of its nearest ancestor when it is not there.

    The text need not be valid JSON: what comes before the mistake is still found.
    """
    lines = lines_of(text)
    wanted = tuple(path)
    while wanted and wanted not in lines:
        wanted = wanted[:-1]
    return lines.get(wanted, 1)


def lines_of(text: str) -> dict[Path, int]:
    """The line of every node, by its path of keys and indexes."""
    lines: dict[Path, int] = {}
    for path, line, _ in _nodes(text):
        lines.setdefault(path, line)
    return lines


def repeated_key(text: str) -> tuple[str, int] | None:
    """The first key that stands twice in one object, and the line of its second place."""
    seen: set[Path] = set()
    for path, line, is_key in _nodes(text):
        if is_key and path in seen:
            return str(path[-1]), line
        if is_key:
            seen.add(path)
    return None


def _nodes(text: str) -> Iterator[tuple[Path, int, bool]]:
    """Every key and every node with its path and line."""
    trail: list[str | int] = []  # key or index of the current node, one for each open container
    line, seen = 1, 0
    for match in _TOKEN.finditer(text):
        line, seen = line + text.count("\n", seen, match.start()), match.start()
        token = match[0]
        if token in "}]":
            del trail[-1:]
        elif token == ",":
            if trail and isinstance(trail[-1], int):
                trail[-1] += 1
        elif match[2]:
            trail[-1:] = [match[1][1:-1]]
            yield tuple(trail), line, True
        else:
            yield tuple(trail), line, False
            if token in "{[":
                trail.append("" if token == "{" else 0)
