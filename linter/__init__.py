"""factlint: a fact-checking and staleness linter for articles about Chinese social and medical insurance.

As a library: ``lint_text`` and ``lint_paths`` (see ``linter.api``), imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linter.api import lint_paths, lint_text

__all__ = ["__version__", "lint_paths", "lint_text"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in ("lint_paths", "lint_text"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from linter import api

    return getattr(api, name)
