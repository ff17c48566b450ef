"""Regular expressions compiled when they are first asked: hundreds stand in the vocabulary, few meet one article."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any


class LazyPattern:
    """What ``re.compile(source)`` is, made when it is first asked. A malformed expression raises ``re.error`` then."""

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]

    def __init__(self, source: str) -> None:
        self.source = source

    def __getattr__(self, name: str) -> Any:
        # Only asked for what is not here yet: from then on the method of the pattern is called without a detour.
        found = getattr(re.compile(self.source), name)
        setattr(self, name, found)
        return found
