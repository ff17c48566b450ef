"""``factlint reference show``: one rule in full."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import references_option, words_of_references
from linter.cli.rule_text import rule_text, unknown
from linter.rule_cases import cases_of
from reference.load import load_reference
from reference.model import Rule
from reference.packs import cases_in


@click.command("show")
@click.argument("rule_id")
@references_option
@words_of_references
@as_usage_errors
def command(rule_id: str, references: tuple[Path, ...]) -> int:
    """Show a rule: values, sources, what is unknown or disputed, when to look again, a right and a wrong sentence."""
    reference = load_reference(references)
    rule = reference.rule(rule_id)
    if rule is None:
        raise unknown(rule_id, reference)
    click.echo(rule_text(rule, reference), nl=False)
    for line in _sentences(rule, references):
        click.echo(line)
    return FINE


def _sentences(rule: Rule, references: Iterable[Path]) -> Iterator[str]:
    """A sentence that the rule makes right and one that it makes wrong, from its cases."""
    cases = cases_of(rule, *map(cases_in, references))
    for word, wrong in (("right", False), ("wrong", True)):
        found = next((case for case in cases if bool(case.article.spans) is wrong), None)
        if found is not None:
            dated = f" (published {found.published})" if found.published else ""
            yield f"  {word}: {found.marked.strip()}{dated}"
