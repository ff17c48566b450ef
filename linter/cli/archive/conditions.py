"""Options of the commands that ask a store: which part of it, how much of the answer, in which form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from linter.archive.questions.wanted import Wanted
from linter.cli.archive.answering import FORMATS, Form, answer
from linter.cli.archive.engine_options import engine_option, master_option
from linter.cli.archive.store_argument import store_argument
from linter.cli.failures import as_usage_errors
from linter.cli.options import parse_day, region_option
from linter.desk.planning import DEFAULT_LANG
from linter.finding import Severity

if TYPE_CHECKING:
    from linter.archive.store import Store

PLACE_AND_TIME = ("region", "site", "first", "last")
"""Conditions that fit every question."""


def _day(_context: click.Context, _option: click.Parameter, written: str | None) -> Any:
    return None if written is None else parse_day(written)


_CONDITIONS: Mapping[str, Callable[..., Any]] = {
    "region": region_option,
    "site": click.option("--site", metavar="NAME", help="Only this site: a host, or the first folder of the paths."),
    "first": click.option("--from", "first", metavar="YYYY-MM-DD", callback=_day, help="Published then or later."),
    "last": click.option("--to", "last", metavar="YYYY-MM-DD", callback=_day, help="Published then or before."),
    "subject": click.option(
        "--subject", metavar="ID", help="Only this subject: an id of the vocabulary, or its beginning (pension)."
    ),
    "family": click.option("--family", metavar="NAME", help="Only findings of this family."),
    "code": click.option("--code", metavar="CODE", help="Only findings of this check."),
    "severity": click.option(
        "--severity", type=click.Choice([each.value for each in Severity]), help="Only findings of this severity."
    ),
}
_FORM: Mapping[str, Callable[..., Any]] = {
    "where": click.option("--where", metavar="CONDITION", help="Only these rows: SQL on the columns of the answer."),
    "limit": click.option(
        "--limit", type=click.IntRange(1), help="At most so many rows.  [text: 30, html: 1000, otherwise all]"
    ),
    "format": click.option("--format", type=click.Choice(FORMATS), default="text", show_default=True),
    "output": click.option(
        "-o", "--output", type=click.Path(path_type=Path), help="The file to write, instead of standard output."
    ),
    "engine": engine_option,
    "master": master_option,
    "lang": click.option("--lang", type=click.Choice(["zh", "en"]), default=DEFAULT_LANG, show_default=True),
}


def asking(*conditions: str) -> Callable[[Callable[..., tuple[str, Wanted]]], Callable[..., int]]:
    """Give a command STORE, the conditions it names, and the form of its answer.

    The command gets ``wanted: Wanted`` and its own arguments, and returns the question's name and what is wanted.
    """

    def decorate(command: Callable[..., tuple[str, Wanted]]) -> Callable[..., int]:
        @as_usage_errors
        @wraps(command)
        def asked(store: Store, **options: Any) -> int:
            form = Form(**{name: options.pop(name) for name in _FORM})
            wanted = Wanted(**{name: options.pop(name) for name in conditions})
            return answer(store, *command(wanted=wanted, **options), form)

        for option in reversed([*(_CONDITIONS[name] for name in conditions), *_FORM.values()]):
            asked = option(asked)
        return store_argument(asked)

    return decorate
