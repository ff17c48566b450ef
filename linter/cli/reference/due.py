"""``factlint reference due``: what must be looked at again, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import click

from linter.cli.counted import counted
from linter.cli.echo import echo_json
from linter.cli.exit_codes import FINDINGS, FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import as_of_option, references_option, region_option, words_of_references
from linter.cli.rule_text import why_due
from linter.cli.table import aligned
from linter.wide_text import shortened
from reference.due import Due, due
from reference.load import load_reference
from reference.plain_json import Json, day
from reference.regions import COUNTRY, RegionTable
from reference.shown import shown_value

_SPAN = re.compile(r"([0-9]{1,4})([dwy]?)")
_SHOWN = 24
_DAYS = {"": 1, "d": 1, "w": 7, "y": 365}


def parse_span(written: str) -> timedelta:
    """30d, 8w or 1y as a number of days. Raises ``click.BadParameter``."""
    found = _SPAN.fullmatch(written)
    if found is None:
        raise click.BadParameter(f"{written!r} is no span of time: write 30d, 8w or 1y")
    return timedelta(days=int(found[1]) * _DAYS[found[2]])


@click.command("due")
@click.option("--within", type=parse_span, metavar="SPAN", default="30d", show_default=True, help="30d, 8w or 1y.")
@region_option
@click.option("--fail", is_flag=True, help="Exit with 1 when something is overdue.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@as_of_option
@references_option
@words_of_references
@as_usage_errors
def command(
    within: timedelta, region: str | None, fail: bool, as_json: bool, as_of: date, references: tuple[Path, ...]
) -> int:
    """List the values that must be verified again, in order of the day.

    A value is due on its own review_by; otherwise at the end of the next time of the year in which such figures are
    published (rules of kind "cycle"); otherwise when its documents end; otherwise some years after it was verified.
    Values that were replaced or have ended are settled.
    """
    found = [one for one in due(load_reference(references), as_of + within) if region is None or _in(one, region)]
    overdue = [one for one in found if one.review.by < as_of]
    if as_json:
        echo_json([_object(one, as_of) for one in found])
    else:
        for line in _lines(found, overdue, as_of):
            click.echo(line)
    return FINDINGS if fail and overdue else FINE


def _in(one: Due, region: str) -> bool:
    return one.rule.region == region if region == COUNTRY else RegionTable.load().within(one.rule.region, region)


def _lines(found: Sequence[Due], overdue: Sequence[Due], as_of: date) -> Iterator[str]:
    rows = [
        (
            "overdue" if one.review.by < as_of else "",
            str(one.review.by),
            one.rule.id,
            f"since {one.value.period.start or 'always'}",
            shortened(shown_value(one.value), _SHOWN),
            why_due(one.review),
        )
        for one in found
    ]
    yield from aligned(rows)
    yield f"{counted(len(found), 'value')} to look at again, {len(overdue)} overdue on {as_of}"


def _object(one: Due, as_of: date) -> dict[str, Json]:
    return {
        "rule": one.rule.id,
        "from": day(one.value.period.start),
        "display": shown_value(one.value),
        "by": day(one.review.by),
        "overdue": one.review.by < as_of,
        "reason": one.review.reason.value,
        "cycle": one.review.cycle,
    }
