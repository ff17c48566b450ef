"""Writing into a folder of rules: what would not be valid is not written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from linter.cli.destinations import write
from linter.cli.options import FOLDER
from reference.fields import RuleError
from reference.load import RULES
from reference.rule_file import ReferenceError, decode
from reference.validate import validate
from reference.write import rule_file_text

P = ParamSpec("P")
R = TypeVar("R")


def folder_option(required: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--reference``: the one folder that is written to."""
    return click.option(
        "--reference",
        "folder",
        type=FOLDER,
        required=required,
        help="The folder of rules that is written to; the built-in ones only when it is theirs.",
    )


def read_content(file: Path) -> Mapping[str, Any] | None:
    """The JSON of a rule file; ``None`` for a file that is not there. Raises ReferenceError."""
    if not file.exists():
        return None
    try:
        content: Mapping[str, Any] = decode(file.read_bytes())
    except ValueError as error:
        raise ReferenceError(file, getattr(error, "lineno", 1), f"not valid JSON: {error}") from error
    return content


def write_content(file: Path, content: Mapping[str, Any], folders: Sequence[Path]) -> None:
    """Write the rule file, whole or not at all. Raises ``click.UsageError`` when it would make the rules invalid.

    What was wrong in the folders before does not stand in the way.
    """
    text = rule_file_text(content)
    every = (RULES, *folders)
    before = {complaint.wrong for complaint in validate(every)}
    new = [one for one in validate(every, {file: text}) if one.wrong not in before]
    if new:
        raise click.UsageError("nothing was written, for it would not be valid:\n" + "\n".join(map(str, new)))
    write(text, file)


def refusals_as_usage_errors(command: Callable[P, R]) -> Callable[P, R]:
    """Turn what the rules refuse into ``click.UsageError``, with what to do."""

    @wraps(command)
    def careful(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except RuleError as error:
            raise click.UsageError(f"{error.message}. {error.advice}".rstrip(". ")) from error

    return careful
