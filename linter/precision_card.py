"""How often each check was right on labelled articles, and how grave its findings may therefore be.

The figures stand in ``checks/precision.json``, written by ``benchmarks/accuracy/card.py`` and never by hand. Those of
``checks/unseen.json`` were judged by hand, on real pages when they were read for the first time: what labelled articles
forecast too well, because checks were mended on them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import comb
from pathlib import Path

from linter.finding import Severity

CARD = Path(__file__).parents[1] / "checks" / "precision.json"
UNSEEN = CARD.with_name("unseen.json")
UNSEEN_FLOOR = 90
"""The least percentage of right errors on pages nobody had seen; a check below it only warns."""
_ENOUGH = 5
"""Of so many findings on unseen pages the share itself is believed; of fewer it must be plainly below the floor."""
FLOORS = {Severity.ERROR: (98, Severity.WARNING), Severity.WARNING: (90, Severity.INFO)}
"""The least percentage of right findings at a severity, and the severity of a check that falls below it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Of so many findings, how many were right."""

    findings: int = 0
    right: int = 0

    def below(self, percent: int) -> bool:
        """True when so few right ones would be chance in less than one case of twenty, were the share ``percent``.

        The one-sided binomial test, in whole numbers so that no rounding decides.
        """
        wrong = 100 - percent
        chance: int = sum(
            comb(self.findings, right) * percent**right * wrong ** (self.findings - right)
            for right in range(self.right + 1)
        )
        every: int = 100**self.findings
        return chance * 20 < every

    def short_of(self, percent: int) -> bool:
        """True when the share itself is less, of a few findings only where chance does not explain it."""
        enough = self.findings >= _ENOUGH
        return self.right * 100 < percent * self.findings if enough else self.below(percent)


@dataclass(frozen=True, slots=True)
class Measured:
    """A check's figures on ``articles`` labelled articles: its errors and its warnings; ``unseen``: its errors on
    pages that were read for the first time."""

    articles: int
    errors: Tally
    warnings: Tally
    unseen: Tally = Tally()

    @property
    def worst(self) -> Severity:
        """The worst severity its findings may have: one step lower for each floor it falls below."""
        for severity, tally in ((Severity.WARNING, self.warnings), (Severity.ERROR, self.errors)):
            floor, lower = FLOORS[severity]
            if tally.below(floor):
                return lower
        return Severity.WARNING if self.unseen.short_of(UNSEEN_FLOOR) else Severity.ERROR


@cache
def load_card() -> Mapping[str, Measured]:
    """The figures by code of check; none for a check that never found anything, or where there is no card."""
    if not CARD.is_file():
        return {}
    content = json.loads(CARD.read_text(encoding="utf-8"))
    unseen = json.loads(UNSEEN.read_text(encoding="utf-8"))["errors"]
    none: Mapping[str, tuple[int, int]] = {"errors": (0, 0), "warnings": (0, 0)}
    return {
        code: Measured(
            content["articles"], Tally(*entry["errors"]), Tally(*entry["warnings"]), Tally(*unseen.get(code, ()))
        )
        for code in sorted({*content["checks"], *unseen})
        for entry in (content["checks"].get(code, none),)
    }
