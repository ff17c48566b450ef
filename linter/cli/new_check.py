"""``factlint new-check``: a check to begin with, its cases, and its code."""

from __future__ import annotations

import keyword
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from linter.authoring.codes import CodeError, next_code
from linter.authoring.drafting import drafts
from linter.authoring.home import Home, HomeError, home_of
from linter.check import Check
from linter.cli.destinations import write
from linter.cli.exit_codes import FINE
from linter.cli.failures import as_usage_errors
from linter.cli.options import as_of_option
from linter.registry import FAMILIES, NAME, find_check, load_checks


@click.command("new-check")
@click.argument("family", type=click.Choice(FAMILIES))
@click.argument("name")
@click.option(
    "--into",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    show_default=True,
    help="A checkout of factlint, the project of a plug-in, or an empty folder for a new one.",
)
@as_of_option
@as_usage_errors
def command(family: str, name: str, folder: Path, as_of: date) -> int:
    """Write a check that finds the example of its documentation, and its cases, under the next free code of FAMILY.

    NAME says what is found, in lower case with hyphens: share-of-nothing. Nothing that exists is touched. In a plug-in
    the check goes into the package that pyproject.toml offers as factlint.checks; a folder that is empty or does not
    exist becomes a plug-in with one check.
    """
    try:
        home, checks = home_of(folder), load_checks()
        _require_free(name, checks)
        code = next_code(family, checks, home.package, home.own)
        written = tuple(drafts(family, code, name, as_of, home))
    except (HomeError, CodeError) as error:
        raise click.UsageError(str(error)) from error
    _require_absent([path for path, _ in written])
    for path, text in written:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(text, path)
        click.echo(f"{path}: written")
    click.echo(_next_steps(code, name, home, written[1][0]))
    return FINE


def _require_free(name: str, checks: Sequence[Check]) -> None:
    if not NAME.fullmatch(name) or keyword.iskeyword(name) or name[0].isdigit():
        raise click.BadParameter(f"{name!r} must be lower case words joined by hyphens", param_hint="NAME")
    known = find_check(checks, name)
    if known is not None:
        raise click.BadParameter(f"{known.code} ({known.run.__module__}) is called {name!r} already", param_hint="NAME")


def _require_absent(paths: Sequence[Path]) -> None:
    existing = [str(path) for path in paths if path.exists()]
    if existing:
        raise click.UsageError(f"nothing was written, for it exists: {', '.join(existing)}")


def _next_steps(code: str, name: str, home: Home, cases: Path) -> str:
    install = [] if home.own else [f"pip install --editable {home.test.parent.parent}"]
    steps = [*install, f"python -m linter.testing {cases}", *(["make docs"] if home.own else [])]
    hint = "factlint extract --claims article.md  names the claims that a check can read."
    begun = f"{code} {name} works. Change the claim it reads, what it finds, its examples and its cases; then run\n\n"
    return begun + "".join(f"  {step}\n" for step in steps) + f"\n{hint}"
