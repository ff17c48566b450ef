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


@dataclass(frozen=True, slots=True)
class Placed:
    """A rule and where it stands: ``steps`` lead to it in the JSON of ``file``; ``folder`` is its folder of rules."""

    rule: Rule
    file: Path
    folder: Path
    steps: Steps


@dataclass(frozen=True, slots=True)
class Recorded:
    """Something recorded beside the rules and where it stands, as ``Placed``."""

    record: Unknown | Dispute
    file: Path
    folder: Path
    steps: Steps


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong with a placed rule or record; ``inside`` leads on from it to the spot."""

    at: Placed | Recorded
    inside: Steps
    wrong: str
    advice: str


Troubles = Iterator[Trouble]
