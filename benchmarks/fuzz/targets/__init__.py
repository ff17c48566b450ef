"""The targets: each module takes bytes, makes something of them, and says with an exception what must not be."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable
from typing import Protocol, cast


class Target(Protocol):
    """A module here. ``LARGEST`` is the bytes of its largest input."""

    LARGEST: int

    def seeds(self) -> Iterable[bytes]:
        """Inputs to begin with: also what has to be imported is imported by running them."""
        ...

    def one(self, data: bytes) -> None:
        """Try one input. Any exception is a mistake of factlint."""
        ...


def names() -> list[str]:
    """All targets."""
    return [info.name for info in pkgutil.iter_modules(__path__)]


def load(name: str) -> Target:
    """The target of that name."""
    return cast(Target, importlib.import_module(f"{__name__}.{name}"))
