"""What a pack adds to a vocabulary file. It adds, it never changes: what the package says of its own field holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Steps = tuple[str | int, ...]
_REMARKS = frozenset({"about", "_"})
# By what entries of a list are told from each other; a list whose entries have none of these only grows.
_NAMES = ("id", "quantity", "facet")
# One id may stand in several entries of terms, as one word may have several readings: their names are looked at.
_BY_NAME = "terms.json"
# Lists of these are sets of what is possible: a pack that knows more takes nothing away.
_OF_WHAT_IS_POSSIBLE = frozenset({"schema/quantities.json", "schema/relations.json"})

# How deep tables lie in tables; what lies deeper is an entry, which is somebody's as a whole.
_TABLES, _USUAL_TABLES = {"facet_names.json": 3}, 2


class ClashError(ValueError):
    """A pack says otherwise what is said already. ``steps`` lead to the place in its file."""

    def __init__(self, steps: Steps, message: str) -> None:
        super().__init__(message)
        self.steps = steps
        self.message = message


def merged(base: Any, more: Any, name: str, steps: Steps = ()) -> Any:
    """``base`` with what ``more`` adds, for the file called ``name``. Raises ClashError."""
    tables = len(steps) < _TABLES.get(name, _USUAL_TABLES)
    if tables and isinstance(base, Mapping) and isinstance(more, Mapping):
        fresh = {key: value for key, value in more.items() if key not in base and key not in _REMARKS}
        both = (key for key in more if key in base and key not in _REMARKS)
        return {**base, **{key: merged(base[key], more[key], name, (*steps, key)) for key in both}, **fresh}
    if isinstance(base, list) and isinstance(more, list) and name in _OF_WHAT_IS_POSSIBLE:
        return [*base, *(each for each in more if each not in base)]
    if _entries(base) and _entries(more):
        if name != _BY_NAME:
            _require_new(base, more, steps)
        return [*base, *more]
    raise ClashError(steps, f"{'.'.join(map(str, steps))} is said already: a pack may add to it, not change it")


def _entries(content: Any) -> bool:
    return isinstance(content, list) and all(isinstance(entry, Mapping) for entry in content)


def _require_new(base: Sequence[Any], more: Sequence[Any], steps: Steps) -> None:
    for key in _NAMES:
        taken = {entry[key] for entry in base if key in entry}
        for index, entry in enumerate(more):
            if key in entry and entry[key] in taken:
                raise ClashError((*steps, index, key), f"the {key} {entry[key]!r} is taken already")
        if taken:
            return
