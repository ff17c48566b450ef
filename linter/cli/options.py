"""Options that several commands share, and the one place where today's date is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from linter.cli.failures import as_usage_errors
from linter.profile import PROFILES
from linter.settings import Settings
from reference.packs import vocabulary_of
from reference.regions import resolve_hint
from reference.vocabulary import in_force

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def parse_day(written: str) -> date:
    """The day written YYYY-MM-DD. Raises ``click.BadParameter`` for anything else."""
    try:
        if not _DAY.fullmatch(written):
            raise ValueError(written)
        return date.fromisoformat(written)
    except ValueError:
        raise click.BadParameter(f"{written!r} is not a day of the form YYYY-MM-DD") from None


def today() -> date:
    """The day on the machine's clock."""
    return date.today()


def judging(profile: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the options that decide what is found; it receives them as ``settings: Settings``.

    ``profile`` is the one it works with when the user names none.
    """

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @as_of_option
        @click.option("--profile", type=click.Choice(sorted(PROFILES)), default=profile, show_default=True)
        @references_option
        @click.option("--select", multiple=True, metavar="CODES", help="Only these checks: codes, names or families.")
        @click.option("--ignore", multiple=True, metavar="CODES", help="Not these checks.")
        @wraps(command)
        def with_settings(*args: Any, **options: Any) -> Any:
            settings = Settings(
                as_of=options.pop("as_of"),
                profile=options.pop("profile"),
                references=options.pop("references"),
                select=parse_codes(options.pop("select")),
                ignore=parse_codes(options.pop("ignore")),
            )
            return command(*args, settings=settings, **options)

        return with_settings

    return decorate


def parse_place(written: str) -> str:
    """The code of a place given by its code or its name. Raises ``click.BadParameter`` for anything else."""
    code = resolve_hint(written)
    if code is None:
        raise click.BadParameter(f"{written!r} is no place: give a GB/T 2260 code or a name (510100, 成都, 全国)")
    return code


def as_of_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--as-of``: the day that counts as now."""
    return click.option(
        "--as-of",
        type=parse_day,
        metavar="YYYY-MM-DD",
        default=lambda: today().isoformat(),
        show_default="today",
        help="The day that counts as now.",
    )(command)


def region_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--region``: a place, by code or name; the command receives its code."""
    return click.option(
        "--region",
        type=parse_place,
        metavar="PLACE",
        help="Only this place and those in it: a GB/T 2260 code or a name (510100, 成都; 全国 for the national rules).",
    )(command)


def references_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--reference``: folders with rules of one's own, or packs."""
    return click.option(
        "--reference", "references", type=FOLDER, multiple=True, help="A folder with more rules, or a pack; repeatable."
    )(command)


def words_of_references(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let the words of the packs among the references be in force for the whole command; it stands below the option.

    For commands that speak of rules themselves. Those that check articles hand the words on with the rules.
    """

    @wraps(command)
    @as_usage_errors
    def with_words(*args: Any, **options: Any) -> Any:
        with in_force(vocabulary_of(options["references"])):
            return command(*args, **options)

    return with_words


def parse_codes(values: Iterable[str]) -> tuple[str, ...]:
    """The codes of an option that may be repeated and may hold several, separated by commas."""
    return tuple(code.strip() for value in values for code in value.split(",") if code.strip())
