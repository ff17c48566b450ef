"""Four top-level packages with common names: refuse to start when another package stands in the place of one."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("linter", "checks", "reference", "reports")


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
