"""``factlint checks``: what is looked for."""

from __future__ import annotations

import click

from linter.check_pages import check_pages, headline
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.plugin_faults import tell_broken
from linter.policy.notice_pages import notice_pages
from linter.registry import broken_checks, load_checks


@click.command("checks")
@click.option("--markdown", is_flag=True, help="The whole documentation of all checks, as docs/checks.md has it.")
@as_usage_errors
def command(markdown: bool) -> int:
    """List the checks: code, name, family, severity, and what each finds.

    A plug-in whose checks cannot be had is named on standard error.
    """
    checks = load_checks()
    tell_broken(broken_checks())
    if markdown:
        click.echo(f"{check_pages(checks)}\n{notice_pages()}", nl=False)
        return FINE
    width = max((len(check.name) for check in checks), default=0)
    for check in checks:
        click.echo(f"{check.code}  {check.name:{width}}  {check.family:13}  {check.severity:7}  {headline(check)}")
    return FINE
