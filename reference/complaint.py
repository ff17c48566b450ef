"""What is said about a rule file that needs work, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reference.fields import Path as Steps
from reference.model import Dispute, Rule, Unknown


@dataclass(frozen=True, slots=True, order=True)
class Complaint:
    """Something wrong at ``line`` (from 1) of ``file``, and what to do about it."""

    file: Path
    line: int
    wrong: str
    advice: str

    def __str__(self) -> str:
        end = "" if self.advice.endswith("?") else "."
        return f"{self.file}:{self.line}: {self.wrong}. {self.advice}{end}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where something stands: ``steps`` lead to it in the JSON of ``file``; ``folder`` is its folder of rules."""

    file: Path
    folder: Path
    steps: Steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed(Spot):
    """A rule and where it stands."""

    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedUnknown(Spot):
    """An unknown value and where it is recorded."""

    unknown: Unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedDispute(Spot):
    """A dispute and where it is recorded."""

    dispute: Dispute


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong with what stands at a spot; ``inside`` leads on from there."""

    at: Spot
    inside: Steps
    wrong: str
    advice: str


Troubles = Iterator[Trouble]
