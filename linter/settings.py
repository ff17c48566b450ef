"""What a run is asked to do, and what it judges with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from linter.bench import Bench
from linter.foresight import judges
from linter.limits import Limits
from linter.precision_card import load_card
from linter.profile import PROFILES
from linter.registry import load_checks, select_checks
from reference.load import load_reference
from reference.regions import RegionTable


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run is asked to do; processes can be handed it.

    ``references`` are folders with rules beside the built-in ones; ``select`` and ``ignore`` are selectors of checks.
    ``demote`` lowers the findings of checks that were measured to be wrong too often. ``horizon`` is the number of days
    to look ahead for what turns wrong. ``limits`` are those of each article.
    """

    as_of: date
    profile: str = "ci"
    references: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    demote: bool = True
    horizon: int | None = None
    limits: Limits = Limits()  # noqa: RUF009 - frozen

    @property
    def last_day(self) -> date | None:
        """The last day to look ahead to."""
        if self.horizon is None:
            return None
        return self.as_of + timedelta(days=min(self.horizon, (date.max - self.as_of).days))


@cache
def bench_of(settings: Settings) -> Bench:
    """Checks, rules and profile for these settings, loaded once in each process."""
    return Bench(
        as_of=settings.as_of,
        profile=PROFILES[settings.profile],
        checks=select_checks(_all_checks(), settings.select, settings.ignore),
        reference=_rules(settings.references),
        worst={code: measured.worst for code, measured in load_card().items()} if settings.demote else {},
        regions=RegionTable.load(),
        horizon=settings.last_day,
        judges=judges(_all_checks()),
    )


# Settings differ in the day or the selection far more often than in what has to be loaded.
_all_checks = cache(load_checks)
_rules = cache(load_reference)
