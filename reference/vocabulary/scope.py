"""Which vocabulary is in force, and tables that are built once for each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from reference.vocabulary.merging import merged

P = ParamSpec("P")
Table = TypeVar("Table")

_HERE = Path(__file__).parent
SCHEMA = "schema/"
"""What the names of files begin with that say what rules may govern: they lie beside the vocabulary."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """A parsed file of a pack. ``name`` is its path in ``vocabulary/``, or begins with ``schema/``."""

    name: str
    content: Any


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of the package and those of packs, in order. ``sha256`` names those of the packs; "" for none.

    Two are the same only as one object: tables are kept by it. ``reference.packs`` gives one for the same contents.
    """

    more: tuple[WordFile, ...] = ()
    sha256: str = ""

    def content(self, name: str) -> Any:
        """The file of that name, with what packs add to it."""
        content = _own(name)
        for file in self.more:
            if file.name == name:
                content = merged(content, file.content, name)
        return content

    def contents(self, folder: str) -> Iterator[Any]:
        """Every file of a folder, those of the packs last."""
        yield from (_own(f"{folder}/{file.name}") for file in sorted((_HERE / folder).glob("*.json")))
        yield from (file.content for file in self.more if file.name.startswith(f"{folder}/"))


BUILT_IN = Vocabulary()
"""The words of the package alone."""

_IN_FORCE: ContextVar[Vocabulary] = ContextVar("vocabulary", default=BUILT_IN)
current = _IN_FORCE.get
"""The vocabulary in force."""


@contextmanager
def in_force(vocabulary: Vocabulary) -> Iterator[None]:
    """Let this vocabulary be in force for the block, here and in no other thread or task."""
    before = _IN_FORCE.set(vocabulary)
    try:
        yield
    finally:
        _IN_FORCE.reset(before)


def worded(build: Callable[P, Table]) -> Callable[P, Table]:
    """Keep what ``build``, a pure function of its arguments and the words, gives: once for each vocabulary."""
    kept: Callable[..., Table] = cache(lambda vocabulary, *args, **kwargs: build(*args, **kwargs))

    @wraps(build)
    def table(*args: P.args, **kwargs: P.kwargs) -> Table:
        return kept(current(), *args, **kwargs)

    return table


@cache
def _own(name: str) -> Any:
    place = _HERE.parent / name if name.startswith(SCHEMA) else _HERE / name
    return json.loads(place.read_text(encoding="utf-8"))
