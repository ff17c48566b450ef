"""``factlint reference history``: a rule's values on a time axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

import click

from linter.cli.echo import echo_json
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import as_of_option, references_option, region_option, words_of_references
from linter.cli.reference.timeline_text import LEGEND, drawn
from linter.cli.rule_text import unknown
from linter.rule_cases import base_id
from reference.load import load_reference
from reference.model import Rule
from reference.naming import Meant, meant
from reference.plain_json import Json, day
from reference.regions import COUNTRY
from reference.rule_json import rule_object, value_object
from reference.shown import shown_place
from reference.timeline import Stretch, timeline

_NAMED = 4
History = tuple[Stretch, ...]


@click.command("history")
@click.argument("name", metavar="ID|QUANTITY")
@region_option
@click.option("--width", type=click.IntRange(60), default=120, show_default=True, help="Columns of the drawing.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@as_of_option
@references_option
@words_of_references
@as_usage_errors
def command(name: str, region: str | None, width: int, as_json: bool, as_of: date, references: tuple[Path, ...]) -> int:
    """Draw the history of a rule: which value held when, and of which days nothing is known.

    ID|QUANTITY is the id of a rule, a quantity (all its rules, the national ones where there are any), or something
    near: pension.employer_rate, "养老 单位 费率". What was understood is said.
    """
    reference = load_reference(references)
    found = meant(name, reference, region or COUNTRY)
    if not found.rules:
        raise unknown(name, reference, {rule.quantity for rule in reference.rules})
    histories = [(rule, timeline(rule, reference.unknown)) for rule in found.rules]
    if as_json:
        echo_json([{**rule_object(rule), "history": [_object(one) for one in history]} for rule, history in histories])
        return FINE
    if not found.exact:
        click.echo(_understood(name, found), err=True)
    for rules, history in _same_histories(histories):
        click.echo(_head(rules))
        for line in drawn(history, as_of, width):
            click.echo(line)
        click.echo()
    click.echo(LEGEND)
    return FINE


def _understood(name: str, found: Meant) -> str:
    ids = [rule.id for rule in found.rules]
    more = f" and {len(ids) - _NAMED} more: name one, or a --region" if len(ids) > _NAMED else ""
    return f"{name!r} is understood as {', '.join(ids[:_NAMED])}{more}"


def _same_histories(histories: list[tuple[Rule, History]]) -> Iterator[tuple[list[Rule], History]]:
    """Rules for several places are drawn once where nothing differs."""
    for _, group in groupby(histories, key=lambda one: (base_id(one[0]), [_object(each) for each in one[1]])):
        same = list(group)
        yield [rule for rule, _ in same], same[0][1]


def _head(rules: Sequence[Rule]) -> str:
    rule = rules[0]
    where = "".join(f", {facet}={value}" for facet, value in sorted(rule.where.items()))
    name, places = rule.id, f"{shown_place(rule.region)} {rule.region}"
    if len(rules) > 1:
        name, places = base_id(rule), "、".join(shown_place(one.region) for one in rules)
    return f"{name}  {rule.title} / {rule.title_en}\n  {rule.kind} {rule.quantity}{where}, {places}"


def _object(one: Stretch) -> Json:
    """Half-known is told from unknown: "standing" is value, unknown (recorded) or blank (nobody looked)."""
    if one.value is not None:
        return {"standing": "value", **value_object(one.value)}
    ends: dict[str, Json] = {"from": day(one.period.start), "to": day(one.period.end)}
    if one.unknown is None:
        return {"standing": "blank", **ends}
    tried: list[Json] = [{"on": day(each.on), "what": each.what} for each in one.unknown.tried]
    return {"standing": "unknown", **ends, "why": one.unknown.why, "tried": tried}
