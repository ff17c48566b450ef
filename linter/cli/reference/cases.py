"""``factlint reference cases``: whether every value of a rule proves that it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from linter.casefile import CaseError
from linter.cli.exit_codes import FINDINGS, FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import references_option
from linter.cli.reference.case_file import case_file
from linter.rule_cases import Exercise, RuleCases, base_id, exercises, read_rule_cases
from linter.settings import Settings, bench_of
from reference.load import RULES, load_folders
from reference.mutants import mutants
from reference.packs import cases_in

# The cases bring their own day.
_ANY_DAY = date(2000, 1, 1)


@click.command("cases")
@click.argument("prefixes", metavar="[RULE-ID…]", nargs=-1)
@click.option("--mutate", is_flag=True, help="Shift every value by one step and name those that no case notices.")
@references_option
@as_usage_errors
def command(prefixes: tuple[str, ...], mutate: bool, references: tuple[Path, ...]) -> int:
    """Run the cases of the rules whose ids start with one of RULE-IDs (or of all): what fails, and what has none.

    With --reference they are the cases of those folders, for their own rules; the built-in rules count too. The cases
    of a pack lie in its folder "cases", those of a folder of rules in the folder "cases" beside it.
    """
    given = _read(references)
    bench = bench_of(Settings(_ANY_DAY, "audit", references=references))
    own = {base_id(rule) for rule in load_folders(references).rules} if references else None
    try:
        every = tuple(exercises(given.cases, bench))
    except CaseError as error:
        raise click.UsageError(str(error)) from error
    mine = [one for one in every if own is None or one.rule_id in own]
    chosen = [one for one in mine if not prefixes or one.rule_id.startswith(prefixes)]
    wrong = [line for one in chosen for line in (*_missing(one, given.exempt), *one.failures())]
    for line in wrong:
        click.echo(line)
    survived = [mutant for one in chosen for mutant in one.survivors()] if mutate else []
    for mutant in survived:
        click.echo(f"survives: {mutant.name}" + (f" ({why})" if (why := given.survivors.get(mutant.name)) else ""))
    unnoticed = {base_id(mutant.rule) for mutant in survived if mutant.name not in given.survivors}
    for rule_id in sorted(unnoticed):
        file = case_file(rule_id, *(references or (RULES,)))
        click.echo(f"{file}: below {rule_id} write a sentence that says what holds on the day of that value")
    click.echo(f"{len(chosen)} rules, {sum(len(one.cases) for one in chosen)} cases, {len(wrong)} complaints")
    if mutate:
        total = sum(len(list(mutants(one.rules[0]))) for one in chosen)
        click.echo(f"{total} shifted values, {total - len(survived)} noticed, {len(survived)} survive")
    return FINDINGS if wrong or unnoticed else FINE


def _read(references: Sequence[Path]) -> RuleCases:
    try:
        return read_rule_cases(*map(cases_in, references))
    except CaseError as error:
        raise click.UsageError(str(error)) from error


def _missing(exercise: Exercise, exempt: Mapping[str, str]) -> list[str]:
    if exercise.rule_id in exempt:
        return []
    kinds = {bool(case.article.spans) for case in exercise.cases}
    return [
        f"{exercise.rule_id}: no {word} sentence"
        for word, kind in (("wrong", True), ("right", False))
        if kind not in kinds
    ]
