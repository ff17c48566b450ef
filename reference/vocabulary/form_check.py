"""Whether a vocabulary file is well formed, and if not, where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from reference.vocabulary.forms import File

_STEP = re.compile(r"\.([^.\[`]+)|\[([0-9]+|\.\.\.)\]")
_SOME_KEY = "..."


class FormError(ValueError):
    """A file is not well formed. ``steps`` lead as near to the place as is known."""

    def __init__(self, steps: tuple[str | int, ...], message: str) -> None:
        super().__init__(message)
        self.steps = steps
        self.message = message


def require_form(content: Any, form: type[File]) -> None:
    """Raises FormError."""
    try:
        msgspec.convert(content, form)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at `")
        raise FormError(_steps(_STEP.findall(place), content, form), message) from error


def _steps(found: list[tuple[str, str]], content: Any, form: type[File]) -> tuple[str | int, ...]:
    """The way to the place; of a table with free keys it is not said which one is meant, so each is tried alone."""
    steps: list[str | int] = []
    for key, index in found:
        if index == _SOME_KEY:
            steps.append(next(key for key in _at(content, steps) if _fails(_alone(content, steps, key), form)))
        else:
            steps.append(int(index) if index else key)
    return tuple(steps)


def _at(content: Any, steps: Iterable[str | int]) -> Any:
    for step in steps:
        content = content[step]
    return content


def _alone(content: Any, steps: Sequence[str | int], key: str) -> Any:
    """The content with that key alone in the table that the steps lead to."""
    if not steps:
        return {key: content[key]}
    inner = _alone(content[steps[0]], steps[1:], key)
    if isinstance(content, Mapping):
        return {**content, steps[0]: inner}
    return [inner if index == steps[0] else each for index, each in enumerate(content)]


def _fails(content: Any, form: type[File]) -> bool:
    try:
        msgspec.convert(content, form)
    except msgspec.ValidationError:
        return True
    return False
