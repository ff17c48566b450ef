"""Failures that are the caller's to mend, as usage errors with exit code 2."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

import click

from linter.config.written import ConfigError
from linter.discover import NothingToCheckError
from linter.registry import RegistryError
from reference.load import ReferenceError

P = ParamSpec("P")
R = TypeVar("R")


def as_usage_errors(command: Callable[P, R]) -> Callable[P, R]:
    """Turn the errors of a wrong command line, configuration or rule file into ``click.UsageError``."""

    @wraps(command)
    def careful(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except (ConfigError, NothingToCheckError, RegistryError, ReferenceError) as error:
            raise click.UsageError(str(error)) from error

    return careful
