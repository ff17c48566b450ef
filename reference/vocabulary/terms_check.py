"""Whether the terms of a pack can stand beside those that are there: one name, one reading of each facet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

_SHIELD = "shield"


def term_clashes(base: Mapping[str, Any], more: Mapping[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What the terms ``more`` say otherwise than ``base``: where, and in words."""
    taken = {name: entry for entries in base["groups"].values() for entry in entries for name in entry["names"]}
    for group, entries in more.get("groups", {}).items():
        for index, entry in enumerate(entries):
            for place, name in enumerate(entry.get("names", ())):
                if name in taken:
                    steps = ("groups", group, index, "names", place)
                    yield from ((steps, message) for message in _against(name, entry, taken[name]))


def _against(name: str, entry: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[str]:
    if _SHIELD in (known["id"], entry["id"]) and known["id"] != entry["id"]:
        word = "a shield already, and so never found" if known["id"] == _SHIELD else "a term already"
        yield f"{name!r} is {word}: choose a longer or another name"
        return
    facets = known.get("facets", {})
    for facet, value in entry.get("facets", {}).items():
        if facets.get(facet, value) != value:
            yield f"{name!r} has the {facet} {facets[facet]!r} already, it cannot have {value!r} too"
