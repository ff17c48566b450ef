"""Regular expressions compiled when they are first asked: hundreds stand in the vocabulary, few meet one article."""

from __future__ import annotations

import re
from functools import cached_property


class LazyPattern:
    """The searching half of ``re.Pattern``. A malformed expression raises ``re.error`` at its first use."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source)

    def search(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.search``."""
        return self._compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """As ``re.Pattern.match``."""
        return self._compiled.match(text)
