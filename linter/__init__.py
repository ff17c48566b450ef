"""factlint: a fact-checking and staleness linter for articles about Chinese social and medical insurance.

As a library: ``lint_text``, ``lint_texts``, ``lint_paths`` and ``render_report`` (see ``linter.api``), imported when
they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from linter.api import lint_paths, lint_text, lint_texts, render_report

__all__ = ["__version__", "lint_paths", "lint_text", "lint_texts", "render_report"]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from linter import api

    return getattr(api, name)
