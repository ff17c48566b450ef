"""Options about what does not count: suppressions and baselines."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from linter.desk.settling import Policies

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


def policed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options; it receives them as ``policies: Policies`` and ``baseline_ref``."""

    @click.option("--suppressions", type=_FILE, help="The file of suppressions, instead of the configuration's.")
    @click.option("--no-suppress", is_flag=True, help="Report what is suppressed too.")
    @click.option("--baseline", type=_FILE, help="The file of known findings, instead of the configuration's.")
    @click.option("--baseline-ref", metavar="COMMIT", help="Report only what is new since that commit.")
    @wraps(command)
    def with_policies(
        *args: Any,
        suppressions: Path | None,
        no_suppress: bool,
        baseline: Path | None,
        **options: Any,
    ) -> Any:
        return command(*args, policies=Policies(suppressions, baseline, not no_suppress), **options)

    return with_policies
