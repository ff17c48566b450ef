"""What every claim has: its place, its sentence, and where and when it holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from linter.text import Span
from reference.period import Period


@dataclass(frozen=True, slots=True)
class Scope:
    """Where, when and how seriously something is said.

    ``period`` is the time the claim speaks of, with ``period_from`` "stated" (in the sentence), "heading", "published"
    (the day the section appeared) or "unknown" (then ``period`` is ``None``).
    ``markers`` holds the words that qualify the claim: history, plan, hypothetical, hearsay, condition, question, …
    """

    section: int
    region: str | None
    region_from: str
    published: date | None
    period: Period | None
    period_from: str
    markers: frozenset[str] = frozenset()

    def has(self, *markers: str) -> bool:
        """True when any of the markers qualifies the claim."""
        return not self.markers.isdisjoint(markers)

    def without_dates(self) -> Scope:
        """The scope without the dates of its sentence, which are those of births and of steps of a schedule."""
        if self.published is None:
            return replace(self, period=None, period_from="unknown")
        return replace(self, period=Period.day(self.published), period_from="published")


@dataclass(frozen=True, slots=True)
class Claim:
    """Something an article says at ``span``, inside the sentence ``context``."""

    span: Span
    context: Span
    scope: Scope
