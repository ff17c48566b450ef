"""Writing into a folder of rules: what would not be valid is not written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from linter.cli.destinations import write
from linter.cli.options import FOLDER
from reference.complaint import Complaint
from reference.fields import RuleError
from reference.load import RULES
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


def write_contents(contents: Mapping[Path, Mapping[str, Any]], folder: Path) -> None:
    """Write the rule files, each whole or not at all. Raises ``click.UsageError`` when the rules would not be valid."""
    texts = {file: rule_file_text(content) for file, content in contents.items()}
    wrong = new_complaints(texts, folder)
    if wrong:
        raise click.UsageError("nothing was written, for it would not be valid:\n" + "\n".join(map(str, wrong)))
    for file, text in texts.items():
        write(text, file)


def new_complaints(drafts: Mapping[Path, str], folder: Path) -> list[Complaint]:
    """What would be wrong with these texts; what is wrong without them already does not stand in their way."""
    before = {complaint.wrong for complaint in validate((RULES, folder))}
    return [one for one in validate((RULES, folder), drafts) if one.wrong not in before]


def refusals_as_usage_errors(command: Callable[P, R]) -> Callable[P, R]:
    """Turn what the rules refuse into ``click.UsageError``, with what to do."""

    @wraps(command)
    def careful(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except RuleError as error:
            raise click.UsageError(f"{error.message}. {error.advice}".rstrip(". ")) from error

    return careful
