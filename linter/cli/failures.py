"""Failures that are the caller's to mend, as usage errors with exit code 2."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from linter.archive.faults import StoreError
from linter.desk.faults import SETTINGS_FAULTS
from linter.discover import NothingToCheckError

P = ParamSpec("P")
R = TypeVar("R")


def as_usage_errors(command: Callable[P, R]) -> Callable[P, R]:
    """Turn the errors of a wrong command line, configuration or rule file into ``click.UsageError``."""

    @wraps(command)
    def careful(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except (*SETTINGS_FAULTS, NothingToCheckError, StoreError) as error:
            raise click.UsageError(str(error)) from error

    return careful
