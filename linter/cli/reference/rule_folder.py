"""Writing into a folder of rules: what would not be valid is not written."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from linter.cli.destinations import write
from linter.cli.failures import as_usage_errors
from linter.cli.options import FOLDER
from reference.complaint import Complaint
from reference.fields import RuleError
from reference.load import RULES
from reference.packs import vocabulary_of
from reference.raw_rules import RawRules
from reference.validate import validate
from reference.vocabulary import in_force
from reference.write import rule_file_text

P = ParamSpec("P")
R = TypeVar("R")


def folder_option(required: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--reference``: the one folder that is written to."""
    option = click.option(
        "--reference",
        "folder",
        type=FOLDER,
        required=required,
        help="The folder of rules that is written to; the built-in ones only when it is theirs.",
    )
    return lambda command: option(_with_words(command))


def _with_words(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let the words of the folder, when it is a pack, be in force for the command."""

    @wraps(command)
    @as_usage_errors
    def with_words(*args: Any, **options: Any) -> Any:
        folder: Path | None = options["folder"]
        with in_force(vocabulary_of(() if folder is None else (folder,))):
            return command(*args, **options)

    return with_words


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
