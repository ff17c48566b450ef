"""The options that say what a run is to do, where the configuration does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from linter.cli.git import day_of_last_commit
from linter.cli.options import parse_codes, parse_day, references_option, today
from linter.config.nearest import Configs
from linter.config.resolve import days_of
from linter.desk.planning import COMMIT, DEFAULT_LANG, DEFAULT_PROFILE, NEVER, Plan, UnknownDayError, Wishes, decide
from linter.finding import Severity
from linter.limits import Limits
from linter.profile import PROFILES
from linter.report import DOCS_URL

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def _as_of(_context: click.Context, _option: click.Parameter, written: str | None) -> date | str | None:
    return written if written in (None, COMMIT) else parse_day(written or "")


def _codes(_context: click.Context, _option: click.Parameter, written: tuple[str, ...]) -> tuple[str, ...]:
    return parse_codes(written)


def span_of_days(_context: click.Context, _option: click.Parameter, written: str | None) -> int | None:
    """The days of an option such as 90d. Raises ``click.BadParameter``."""
    try:
        return None if written is None else days_of(written)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


_SITUATION = (
    click.option(
        "--as-of",
        callback=_as_of,
        metavar="YYYY-MM-DD",
        help='The day that counts as now; "commit": that of the last commit.  [by configuration, or today]',
    ),
    references_option,
    click.option("--lang", type=click.Choice(["zh", "en"]), help=f"Language of reports.  [{DEFAULT_LANG}]"),
    click.option("--config", type=_FILE, help="The configuration, instead of the nearest factlint.toml."),
    click.option("--isolated", is_flag=True, help="Look for no configuration."),
)
_JUDGING = (
    click.option("--profile", type=click.Choice(sorted(PROFILES)), help=f"Who reads the report.  [{DEFAULT_PROFILE}]"),
    click.option("--select", callback=_codes, multiple=True, metavar="CODES", help="Only these checks."),
    click.option("--ignore", callback=_codes, multiple=True, metavar="CODES", help="Not these checks."),
    click.option(
        "--horizon",
        callback=span_of_days,
        metavar="SPAN",
        help="Warn of what is right now and becomes wrong within 90d, 12w, 6m or 1y.  [by configuration]",
    ),
    click.option("--docs-url", help=f"Where reports say the documentation of the checks is.  [{DOCS_URL}]"),
)
_FAILING = (
    click.option(
        "--fail-on",
        type=click.Choice([*(each.value for each in Severity), NEVER]),
        help="Exit 1 from this severity on.  [by profile]",
    ),
    click.option(
        "--fail-on-stale/--no-fail-on-stale",
        default=None,
        help="Whether what only time made wrong fails the run.  [by its severity]",
    ),
)

_LIMITING = (
    click.option(
        "--time-limit",
        "seconds",
        type=click.FloatRange(0, min_open=True),
        metavar="SECONDS",
        help=f"Of the processor, for one article.  [{Limits().seconds:g}]",
    ),
    click.option(
        "--memory-limit",
        "megabytes",
        type=click.IntRange(min=1),
        metavar="MB",
        help=f"For one article.  [{Limits().megabytes}]",
    ),
)


def configured(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options a configuration can stand in for; it receives them as ``wishes: Wishes``."""
    return _wishing(command, *_SITUATION, *_JUDGING, *_FAILING)


def limited(command: Callable[..., Any]) -> Callable[..., Any]:
    """As ``configured``, with the options about what one article may take."""
    return _wishing(command, *_SITUATION, *_JUDGING, *_FAILING, *_LIMITING)


def advising(command: Callable[..., Any]) -> Callable[..., Any]:
    """As ``configured``, for commands that show findings and fail on none."""
    return _wishing(command, *_SITUATION, *_JUDGING)


def situated(command: Callable[..., Any]) -> Callable[..., Any]:
    """As ``configured``, without the options about the judging and its report."""
    return _wishing(command, *_SITUATION)


def _wishing(command: Callable[..., Any], *options: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(command)
    def with_wishes(*args: Any, **given: Any) -> Any:
        wishes = Wishes(**{name: given.pop(name) for name in Wishes.__dataclass_fields__ if name in given})
        return command(*args, wishes=wishes, **given)

    for option in reversed(options):
        with_wishes = option(with_wishes)
    return with_wishes


def configs_of(wishes: Wishes) -> Configs:
    """The configurations a command line asks for. Raises ``ConfigError``."""
    if wishes.config is not None and wishes.isolated:
        raise click.UsageError("--config and --isolated exclude each other")
    return wishes.configs()


def plan_for(wishes: Wishes, paths: Sequence[Path]) -> Plan:
    """Decide a run over these files and folders. Raises ``ConfigError``."""
    return decide(wishes, configs_of(wishes), paths, day_of)


def day_of(wanted: date | str | None, folder: Path) -> date:
    """The day that counts as now, for a folder. Raises ``UnknownDayError`` where git knows no last commit."""
    if wanted is None:
        return today()
    try:
        return wanted if isinstance(wanted, date) else day_of_last_commit(folder)
    except click.UsageError as error:
        raise UnknownDayError(error.message) from error
