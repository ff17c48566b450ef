"""``factlint reference``: the rules the checks rest on. One Click command a module."""

from __future__ import annotations

import click

from linter.cli.lazy_group import LazyGroup

_COMMANDS = {
    "add": "linter.cli.reference.add",
    "cases": "linter.cli.reference.cases",
    "coverage": "linter.cli.reference.coverage",
    "diff": "linter.cli.reference.diff",
    "dispute": "linter.cli.reference.dispute",
    "due": "linter.cli.reference.due",
    "history": "linter.cli.reference.history",
    "list": "linter.cli.reference.listing",
    "lock": "linter.cli.reference.lock",
    "pages": "linter.cli.reference.pages",
    "search": "linter.cli.reference.search",
    "show": "linter.cli.reference.show",
    "validate": "linter.cli.reference.validation",
}


@click.group("reference", cls=LazyGroup, modules=_COMMANDS)
def command() -> None:
    """The dated, sourced rules that articles are compared with."""
