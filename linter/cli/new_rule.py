"""``factlint new-rule``: ``factlint reference add``, and the first cases of what was added."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from linter.cli.destinations import write
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.reference import add
from linter.cli.reference.rule_folder import refusals_as_usage_errors
from linter.engine import Bench
from linter.rule_cases import base_id, cases_of
from linter.rule_sentences import first_sentences
from linter.settings import Settings, bench_of
from reference.load import load_reference, rule_files
from reference.model import Rule
from reference.packs import cases_in, rules_in
from reference.raw_rules import RawRules

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
    is not touched: what it would need is shown.
    """
    ids = add.added(folder=folder, as_of=as_of, **options)
    bench = replace(bench_of(Settings(as_of, "audit", demote=False)), reference=load_reference((folder,)))
    for rule in bench.reference.rules:
        if rule.id in ids and not cases_of(rule, cases_in(folder)):
            begin_cases(rule, folder, bench)
    return FINE


def begin_cases(rule: Rule, folder: Path, bench: Bench) -> None:
    """Write the file of cases that belongs to the file of the rule, or show what it lacks."""
    path = _file_of(rule, folder)
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


def _file_of(rule: Rule, folder: Path) -> Path:
    """The file of cases that belongs to the file the rule stands in."""
    rules = RawRules.read(folder)
    mine = next(
        file
        for _, file in rule_files((folder,))
        if any(one["id"] == base_id(rule) for one in rules.files[file]["rules"])
    )
    return (cases_in(folder) / mine.relative_to(rules_in(folder))).with_suffix(".yml")
