"""What a configuration file can say, resolved: paths absolute, durations as days, keys of the bases filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

# A severity, or "off": the finding is not reported.
Severities = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Override:
    """What holds for the articles that match one of ``files`` (patterns as in ``.gitignore``, relative to ``root``).

    ``severity`` maps selectors (code, beginning of codes, name, family) to error, warning, info or off. ``region``
    (a place name or code) and ``published`` are for sections that do not say these things themselves.
    """

    root: Path
    files: tuple[str, ...]
    severity: Severities = field(default_factory=dict)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    region: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Config:
    """The configuration in force. ``sources`` are the files it was read from, the nearest last; none: the defaults.

    ``as_of`` is a day, or "commit" for the day of the last commit; ``None`` leaves it to the command line.
    ``horizon`` and ``expiry_notice`` count days, ``time_limit`` seconds, ``memory_limit`` megabytes.
    """

    root: Path
    sources: tuple[Path, ...] = ()
    as_of: date | str | None = None
    profile: str | None = None
    fail_on: str | None = None
    fail_on_stale: bool | None = None
    lang: str | None = None
    docs_url: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severities = field(default_factory=dict)
    references: tuple[Path, ...] = ()
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    baseline: Path | None = None
    suppressions: Path | None = None
    never_suppress: tuple[str, ...] = ()
    expiry_notice: int = 30
    horizon: int | None = None
    time_limit: float | None = None
    memory_limit: int | None = None
    cache_dir: Path | None = None
    overrides: tuple[Override, ...] = ()

    @property
    def assumed(self) -> tuple[str | None, date | None]:
        """The place and the day of sections that name none; the last override that gives one decides."""
        region: str | None = None
        published: date | None = None
        for each in self.overrides:
            region, published = each.region or region, each.published or published
        return region, published
