"""Commands that need more than everybody installs."""

from __future__ import annotations

from importlib.util import find_spec

import click


def require(extra: str, *modules: str) -> None:
    """Raise ``click.UsageError`` with the remedy when one of the modules of an extra is not installed."""
    missing = [each for each in modules if find_spec(each) is None]
    if missing:
        raise click.UsageError(f"not installed: {', '.join(missing)}. It comes with: pip install 'factlint[{extra}]'")
