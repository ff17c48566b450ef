"""What is said of a check that fails: it costs its own outcome and no more."""

from __future__ import annotations

from linter.check import Check
from linter.messages import Message, say
from linter.result import Problem

CRASHES = (Exception, SystemExit)
"""What a check may raise that costs no more than this check."""


def crash(path: str, check: Check, how: Message | str) -> Problem:
    """What is said of a check that failed on the document at ``path``."""
    return Problem(path, say("problem.check-crashed", check=f"{check.code} {check.name}", error=how))


def how(error: BaseException) -> str:
    """The kind and the words of an error, for ``crash``."""
    return f"{type(error).__name__}: {error}"
