"""Four top-level packages with common names: refuse to start when another package stands in the place of one.

And processes of ours that would look for the standard library among somebody's articles first.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("linter", "checks", "reference", "reports")

_SAFE_PATH = "PYTHONSAFEPATH"


class ShadowedError(RuntimeError):
    """A package of factlint is hidden by another of the same name."""


def refuse_shadowed(home: Path = Path(__file__).parent.parent) -> None:
    """Raise ``ShadowedError`` unless all packages of factlint are found in ``home``, side by side."""
    for name in PACKAGES:
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            raise ShadowedError(f"the package {name!r} of factlint is missing beside {home / 'linter'}")
        found = Path(spec.origin).parent
        if found.resolve() != (home / name).resolve():
            raise ShadowedError(
                f"the package {name!r} of factlint is shadowed by {found}: "
                "start with `factlint` or `python -P -m linter`, in an environment of its own"
            )


@contextmanager
def importing_nothing_from_here() -> Iterator[None]:
    """Python processes that are started meanwhile do not look for modules in the current folder.

    A process that is spawned does so before it is told where ours are: a ``pickle.py`` beside the articles would run.
    """
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before
