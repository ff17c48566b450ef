"""``factlint reference``: the rules the checks rest on. One Click command a module."""

from __future__ import annotations

import click

from linter.cli.lazy_group import LazyGroup

_COMMANDS = {
    "cases": "linter.cli.reference.cases",
    "list": "linter.cli.reference.listing",
    "lock": "linter.cli.reference.lock",
    "pages": "linter.cli.reference.pages",
    "show": "linter.cli.reference.show",
    "validate": "linter.cli.reference.validation",
}


@click.group("reference", cls=LazyGroup, modules=_COMMANDS)
def command() -> None:
    """The dated, sourced rules that articles are compared with."""
