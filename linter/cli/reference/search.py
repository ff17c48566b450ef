"""``factlint reference search``: rules by words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from linter.cli.counted import counted
from linter.cli.echo import echo_json
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import as_of_option, references_option, region_option, words_of_references
from linter.cli.table import aligned
from reference.load import load_reference
from reference.model import Rule, region_chain
from reference.plain_json import Json
from reference.rule_json import rule_object, value_object
from reference.search import search, words_of
from reference.shown import shown_place, shown_value


@click.command("search")
@click.argument("words", metavar="WORDS…", nargs=-1, required=True)
@region_option
@click.option("--limit", type=click.IntRange(1), default=30, show_default=True, help="Show at most so many.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@as_of_option
@references_option
@words_of_references
@as_usage_errors
def command(
    words: tuple[str, ...], region: str | None, limit: int, as_json: bool, as_of: date, references: tuple[Path, ...]
) -> int:
    """Find rules by WORDS, Chinese or English, all of which must be found.

    They are looked for in id, title, quantity, place, source, document number and notes. Shown are id, place, title and
    the value of the day, the best first.
    """
    rules = load_reference(references).rules
    words = tuple(part for word in words for part in words_of(word)) or words
    found = [hit.rule for hit in search(rules, words, region)]
    if as_json:
        echo_json([{**rule_object(rule), "value": _value_object(rule, as_of)} for rule in found[:limit]])
        return FINE
    for line in aligned(_row(rule, as_of) for rule in found[:limit]):
        click.echo(line)
    click.echo(_summary(found, limit) if found else _nothing(rules, words, region))
    return FINE


def _row(rule: Rule, as_of: date) -> tuple[str, ...]:
    value = rule.value_on(as_of)
    return rule.id, shown_place(rule.region), rule.title, shown_value(value) if value else "—"


def _value_object(rule: Rule, as_of: date) -> dict[str, Json] | None:
    value = rule.value_on(as_of)
    return None if value is None else value_object(value)


def _summary(found: Sequence[Rule], limit: int) -> str:
    more = f", {limit} of them shown (--limit)" if len(found) > limit else ""
    return f"{counted(len(found), 'rule')} found{more}"


def _nothing(rules: Sequence[Rule], words: Sequence[str], region: str | None) -> str:
    """That nothing is found, and where something is: what a city leaves open is often set by its province."""
    for above in (*region_chain(region)[1:], None) if region else ():
        hits = search(rules, words, above)
        if hits:
            place = f"for {shown_place(above)}" if above else "elsewhere"
            return f"nothing found here; {place}: {', '.join(hit.rule.id for hit in hits[:3])}"
    return "nothing found: try fewer words, or a part of one"
