"""``factlint new-rule``: ``factlint reference add``, and the first cases of what was added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from linter.bench import Bench
from linter.cli.destinations import write
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.reference import add
from linter.cli.reference.case_file import case_file
from linter.cli.reference.rule_folder import refusals_as_usage_errors
from linter.rule_cases import base_id, cases_of
from linter.rule_sentences import first_sentences
from linter.settings import Settings, bench_of
from reference.load import load_reference
from reference.model import Rule, Value
from reference.packs import cases_in

_TO_WRITE = """\
# 没有试出本程序读得懂的句子:请写一句对的、一句错的,错处放在【】里。
# No sentence was found that this program understands: write one that is right and one that is wrong.
"""


@click.command("new-rule", params=[*add.command.params], epilog=add.command.epilog)
@as_usage_errors
@refusals_as_usage_errors
def command(folder: Path, as_of: date, **options: Any) -> int:
    """Add a rule as `factlint reference add` does, with its options and questions, and begin the file of its cases.

    The cases lie in the folder "cases" beside DIR, as reference/cases lies beside reference/rules. A file that exists
    is not touched: what it would need is shown, and so is a sentence for each new value of a rule that has cases.
    """
    before = {rule.id: rule.values for rule in load_reference((folder,)).rules}
    ids = add.added(folder=folder, as_of=as_of, **options)
    bench = replace(bench_of(Settings(as_of, "audit", demote=False)), reference=load_reference((folder,)))
    for rule in bench.reference.rules:
        if rule.id in ids and not cases_of(rule, cases_in(folder)):
            begin_cases(rule, folder, bench)
        elif rule.id in ids and case_file(base_id(rule), folder).exists():
            known = {value.period.start for value in before.get(rule.id, ())}
            _offer_cases(rule, [value for value in rule.values if value.period.start not in known], folder, bench)
    return FINE


def _offer_cases(rule: Rule, new: Sequence[Value], folder: Path, bench: Bench) -> None:
    """Show a sentence for each new value of a rule that has cases already."""
    click.echo(f"{case_file(base_id(rule), folder)}: below {base_id(rule)} add a sentence for each new value:")
    for value in new:
        day = bench.as_of if value.period.contains(bench.as_of) else value.period.start or bench.as_of
        sentence = next(iter(first_sentences(rule, replace(bench, as_of=day))), "…")
        click.echo(f'- {{text: "{sentence}", as_of: {day}}}')


def begin_cases(rule: Rule, folder: Path, bench: Bench) -> None:
    """Write the file of cases that belongs to the file of the rule, or show what it lacks."""
    path = case_file(base_id(rule), folder)
    text = _text(rule, bench)
    if path.exists():
        click.echo(f"{path}: exists and stays as it is; what it would need:\n\n{text}")
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write(f"as_of: {bench.as_of}\n{text}", path)
    click.echo(f"{path}: written; run: factlint reference cases {base_id(rule)} --reference {folder}")


def _text(rule: Rule, bench: Bench) -> str:
    sentences = first_sentences(rule, bench)
    if not sentences:
        return f"{_TO_WRITE}{base_id(rule)}: []\n"
    return f"{base_id(rule)}:\n" + "".join(f"- {sentence}\n" for sentence in sentences)
