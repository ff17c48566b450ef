"""``factlint explain``: one check or one rule in full."""

from __future__ import annotations

from pathlib import Path

import click

from linter.check_pages import page
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import references_option, words_of_references
from linter.cli.rule_text import rule_text, unknown
from linter.policy.notice_pages import find_notice, notice_page
from linter.registry import find_check, load_checks
from reference.load import load_reference


@click.command("explain")
@click.argument("what", metavar="CODE|RULE-ID")
@references_option
@words_of_references
@as_usage_errors
def command(what: str, references: tuple[Path, ...]) -> int:
    """Explain a check or a notice (by code or name) or a reference rule (by id): what it says, and on which sources."""
    checks = load_checks()
    check = find_check(checks, what)
    if check is not None:
        click.echo(page(check), nl=False)
        return FINE
    notice = find_notice(what)
    if notice is not None:
        click.echo(notice_page(notice), nl=False)
        return FINE
    reference = load_reference(references)
    rule = reference.rule(what)
    if rule is None:
        raise unknown(what, reference, (check.code for check in checks))
    click.echo(rule_text(rule, reference), nl=False)
    return FINE
