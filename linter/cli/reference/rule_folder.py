"""Writing into a folder of rules: what would not be valid is not written."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from linter.cli.destinations import write
from linter.cli.options import FOLDER
from reference.complaint import Complaint
from reference.fields import RuleError
from reference.load import RULES
from reference.raw_rules import RawRules
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


def write_contents(rules: RawRules) -> None:
    """Write the files that changed, each whole or not at all, if they are valid. Raises ``click.UsageError``."""
    require_valid(rules)
    for file, text in _texts(rules).items():
        write(text, file)


def require_valid(rules: RawRules) -> None:
    """Raises ``click.UsageError`` when what was added makes the rules invalid."""
    wrong = new_complaints(rules)
    if wrong:
        raise click.UsageError("nothing was written, for it would not be valid:\n" + "\n".join(map(str, wrong)))


def new_complaints(rules: RawRules) -> list[Complaint]:
    """What would be wrong with what was added; what is wrong without it already does not stand in its way."""
    folders = (RULES, rules.folder)
    before = {complaint.wrong for complaint in validate(folders)}
    return [one for one in validate(folders, _texts(rules)) if one.wrong not in before]


def _texts(rules: RawRules) -> dict[Path, str]:
    return {file: rule_file_text(rules.files[file]) for file in rules.changed}


def refusals_as_usage_errors(command: Callable[P, R]) -> Callable[P, R]:
    """Turn what the rules refuse into ``click.UsageError``, with what to do."""

    @wraps(command)
    def careful(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except RuleError as error:
            raise click.UsageError(f"{error.message}. {error.advice}".rstrip(". ")) from error

    return careful
