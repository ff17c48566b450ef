"""``python -m linter.testing FILES``: case files, and the examples of their checks, run without a test runner."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import click
import yaml

from linter.casefile import Case, CaseError
from linter.plugins import PluginError
from linter.testing.checks import assert_case, assert_enough_cases, assert_examples, cases, offered_check


def main(places: Sequence[str]) -> int:
    """Run the cases of the files and folders; what fails is printed, and the code is 1 where something did."""
    try:
        given = cases(*places)
    except (CaseError, OSError, yaml.YAMLError) as error:
        click.echo(f"{error}", err=True)
        return 2
    try:
        failed = [said for test in _tests(given) if (said := _failure(test)) is not None]
    except PluginError as error:
        click.echo(f"{error}", err=True)
        return 2
    for said in failed:
        click.echo(f"{said}\n")
    click.echo(f"{len(given)} cases, {len(failed)} failures")
    return 1 if failed else 0


def _tests(given: Sequence[Case]) -> Iterator[Callable[[], None]]:
    yield from (partial(assert_case, case) for case in given)
    firsts = {case.check: case for case in reversed(given)}
    yield from (partial(_assert_check, first, given) for _, first in sorted(firsts.items()))


def _assert_check(first: Case, given: Sequence[Case]) -> None:
    check = offered_check(first.check)
    assert_enough_cases(check, given)
    assert_examples(check, first.as_of, first.horizon)


def _failure(test: Callable[[], None]) -> str | None:
    try:
        test()
    except AssertionError as error:
        return str(error)
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["tests"]))
