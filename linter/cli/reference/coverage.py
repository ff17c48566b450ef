"""``factlint reference coverage``: what is known of which subject, where and in which year."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from linter.cli.echo import echo_json
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import as_of_option, parse_place, references_option, words_of_references
from linter.cli.reference.coverage_text import coverage_object, markdown, text
from reference.coverage import Subject, coverage, main_subjects, provinces, subjects_of
from reference.load import load_reference
from reference.model import Reference

_YEARS = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?")
_LAST_YEARS = 4


def parse_years(written: str) -> tuple[int, ...]:
    """2023-2026 or 2025 as years. Raises ``click.BadParameter``."""
    found = _YEARS.fullmatch(written)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if last < first:
        raise click.BadParameter(f"{written!r} are no years: write 2025 or 2023-2026")
    return tuple(range(first, last + 1))


def parse_places(written: str) -> tuple[str, ...]:
    """Places separated by commas, as codes. Raises ``click.BadParameter``."""
    return tuple(parse_place(one) for one in re.split(r"[,,、]", written) if one.strip())


@click.command("coverage")
@click.option("--quantity", metavar="PREFIX", help="All subjects of which the quantity starts so.")
@click.option("--years", type=parse_years, metavar="YEARS", help="2023-2026 or 2025.  [default: the last four]")
@click.option(
    "--regions", type=parse_places, metavar="PLACES", help="Codes or names, with commas.  [default: the provinces]"
)
@click.option("--width", type=click.IntRange(40), default=120, show_default=True, help="Columns of the table.")
@click.option("--markdown", "as_markdown", is_flag=True, help="As a Markdown table.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@as_of_option
@references_option
@words_of_references
@as_usage_errors
def command(
    quantity: str | None,
    years: tuple[int, ...] | None,
    regions: tuple[str, ...] | None,
    width: int,
    as_markdown: bool,
    as_json: bool,
    as_of: date,
    references: tuple[Path, ...],
) -> int:
    """Show what is known: subjects by place and year.

    Without --quantity it shows the figures that every province sets or applies (bases, rates, residents' contributions
    …). One character stands for a year; the legend explains it.
    """
    reference = load_reference(references)
    subjects = main_subjects() if quantity is None else _wanted(reference, quantity)
    spell = years or tuple(range(as_of.year - _LAST_YEARS + 1, as_of.year + 1))
    table = coverage(reference, subjects, regions or provinces(), spell)
    if as_json:
        echo_json(coverage_object(table))
        return FINE
    for line in markdown(table) if as_markdown else text(table, width):
        click.echo(line)
    return FINE


def _wanted(reference: Reference, prefix: str) -> tuple[Subject, ...]:
    subjects = subjects_of(reference, prefix)
    if not subjects:
        raise click.UsageError(f"no quantity starts with {prefix!r}: `factlint reference search` finds them by words")
    return subjects
