"""Frozen values that are kept on disk as the arguments they were made of: quicker to restore than a state of slots."""

from __future__ import annotations

from typing import Any


class Compact:
    """Base of a frozen dataclass with slots whose fields are its constructor's arguments, in order."""

    __slots__ = ()

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        names: tuple[str, ...] = type(self).__slots__
        return type(self), tuple(getattr(self, name) for name in names)
