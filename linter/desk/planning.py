"""What a run is to do: what its caller wishes first, then the configuration, then the defaults."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from linter.config.model import Config
from linter.config.nearest import Configs, common_folder
from linter.finding import Severity
from linter.gate import Gate
from linter.limits import Limits
from linter.profile import PROFILES
from linter.report import DOCS_URL
from linter.settings import Settings

DEFAULT_PROFILE = "ci"
DEFAULT_LANG = "zh"
NEVER = "never"
_LIMITS = Limits()
COMMIT = "commit"

DayOf: TypeAlias = Callable[[date | str | None, Path], date]
"""The day that counts as now for a folder: a day as it is, "commit" by git, ``None`` by the clock.

It raises ``UnknownDayError``.
"""


class UnknownDayError(ValueError):
    """It cannot be said which day counts as now; the message says why."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the caller says of a run; ``None`` and empty where the configuration decides.

    ``fail_on`` is a severity or "never". ``config`` is the one file for all articles, ``isolated`` looks for none;
    ``confined`` those that are found name no rules outside of their folders. ``seconds`` and ``megabytes`` are what one
    article may take.
    """

    as_of: date | str | None = None
    references: tuple[Path, ...] = ()
    lang: str | None = None
    config: Path | None = None
    isolated: bool = False
    confined: bool = False
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    horizon: int | None = None
    fail_on: str | None = None
    fail_on_stale: bool | None = None
    docs_url: str | None = None
    seconds: float | None = None
    megabytes: int | None = None

    def configs(self) -> Configs:
        """The configurations to go by. Raises ``ConfigError``."""
        return Configs(self.config, isolated=self.isolated, confined=self.confined)


@dataclass(frozen=True, slots=True)
class Plan:
    """A run, decided.

    ``gate`` says what fails it. ``config`` is that of the whole run; ``configs`` knows that of each article.
    """

    settings: Settings
    gate: Gate
    lang: str
    docs_url: str
    config: Config
    configs: Configs


def decide(wishes: Wishes, configs: Configs, paths: Sequence[Path], day_of: DayOf) -> Plan:
    """Decide a run over these files and folders. Raises ``ConfigError`` and ``UnknownDayError``."""
    config = configs.of_run(paths)
    settings = Settings(
        as_of=day_of(wishes.as_of or config.as_of, common_folder(paths)),
        profile=wishes.profile or config.profile or DEFAULT_PROFILE,
        references=(*config.references, *wishes.references),
        select=wishes.select,
        ignore=wishes.ignore,
        horizon=config.horizon if wishes.horizon is None else wishes.horizon,
        limits=Limits(
            wishes.seconds or config.time_limit or _LIMITS.seconds,
            wishes.megabytes or config.memory_limit or _LIMITS.megabytes,
        ),
    )
    return Plan(
        settings=settings,
        gate=_gate(wishes, config, settings.profile),
        lang=wishes.lang or config.lang or DEFAULT_LANG,
        docs_url=wishes.docs_url or config.docs_url or DOCS_URL,
        config=config,
        configs=configs,
    )


def _gate(wishes: Wishes, config: Config, profile: str) -> Gate:
    stale = config.fail_on_stale if wishes.fail_on_stale is None else wishes.fail_on_stale
    fail_on = wishes.fail_on or config.fail_on or PROFILES[profile].fail_on.value
    return Gate(None if fail_on == NEVER else Severity(fail_on), stale)
