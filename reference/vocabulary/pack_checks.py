"""What can be wrong with the words of a pack beyond their form: two readings of a name, patterns, what is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from reference.vocabulary.scope import Vocabulary, WordFile

Trouble: TypeAlias = tuple[tuple[str | int, ...], str]
"""Where in a file, and what is wrong there."""

_SHIELD = "shield"
_AREAS = ("number", "near", "clause", "words", "topic", "before", "after")
_PATTERNS = (*_AREAS, *(f"not_{area}" for area in _AREAS))
_LISTED = re.compile(r"@([a-z_]+)")
# Lists that the reader of wordings knows by itself.
_KNOWN = frozenset({"rejecting"})


def term_clashes(base: Mapping[str, Any], more: Mapping[str, Any]) -> Iterator[Trouble]:
    """What the terms ``more`` say otherwise than ``base``: one name has one reading of each facet."""
    taken = {name: entry for entries in base["groups"].values() for entry in entries for name in entry["names"]}
    for group, entries in more["groups"].items():
        for index, entry in enumerate(entries):
            for place, name in enumerate(entry["names"]):
                if name in taken:
                    steps = ("groups", group, index, "names", place)
                    yield from ((steps, message) for message in _against(name, entry, taken[name]))


def entry_troubles(file: WordFile, earlier: Vocabulary) -> Iterator[Trouble]:
    """Patterns that are none, and templates and lists that are not there. Its files come in order of their names."""
    match file.name.partition("/")[0]:
        case "quantities.json":
            for name, template in file.content["templates"].items():
                yield from _of_patterns(template, ("templates", name))
        case "quantities":
            yield from _of_quantities(file.content["quantities"], earlier.content("quantities.json")["templates"])
        case "statements":
            yield from _of_lists(file.content["statements"], "statements", earlier.content("statements.json")["lists"])
        case "events.json":
            own = file.content.get("lists", {})
            yield from _of_lists(file.content["events"], "events", {**earlier.content(file.name)["lists"], **own})


def _against(name: str, entry: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[str]:
    if _SHIELD in (known["id"], entry["id"]) and known["id"] != entry["id"]:
        word = "a shield already, and so never found" if known["id"] == _SHIELD else "a term already"
        yield f"{name!r} is {word}: choose a longer or another name"
        return
    facets = known.get("facets", {})
    for facet, value in entry.get("facets", {}).items():
        if facets.get(facet, value) != value:
            yield f"{name!r} has the {facet} {facets[facet]!r} already, it cannot have {value!r} too"


def _of_quantities(entries: list[Any], templates: Mapping[str, Any]) -> Iterator[Trouble]:
    for index, entry in enumerate(entries):
        for place, bind in enumerate(entry["bind"]):
            steps = ("quantities", index, "bind", place)
            if "like" in bind and bind["like"] not in templates:
                yield (*steps, "like"), f"there is no template {bind['like']!r} in quantities.json"
            yield from _of_patterns(bind, steps)


def _of_patterns(bind: Mapping[str, Any], steps: tuple[str | int, ...]) -> Iterator[Trouble]:
    for area in _PATTERNS:
        for number, pattern in enumerate(bind.get(area, ())):
            wrong = _wrong(pattern)
            if wrong:
                yield (*steps, area, number), f"{pattern!r} is no pattern: {wrong}"


def _wrong(pattern: str) -> str | None:
    try:
        re.compile(pattern)
    except re.error as error:
        return str(error)
    return None


def _of_lists(entries: list[Any], key: str, lists: Mapping[str, Any]) -> Iterator[Trouble]:
    for index, entry in enumerate(entries):
        for name in sorted(set(_LISTED.findall(str([entry["forms"], entry.get("denied", [])])))):
            if name not in lists and name not in _KNOWN:
                yield (key, index, "forms"), f"there is no list @{name}"
