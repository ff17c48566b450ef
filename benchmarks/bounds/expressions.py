"""Every regular expression that is compiled while the project is loaded and checks an article.

They are collected in a process of its own: whatever imports the project before somebody listens has compiled most of
them already.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from re import _compiler  # type: ignore[attr-defined]
from typing import Any

_PROJECT = Path(__file__).parents[2]


def sources() -> tuple[tuple[str, int], ...]:
    """The expressions with their flags, in the order in which they are met."""
    paths = os.pathsep.join(map(str, (_PROJECT, Path(__file__).parent)))
    command, environment = [sys.executable, __file__], {**os.environ, "PYTHONPATH": paths}
    told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return tuple((source, flags) for source, flags in json.loads(told.stdout))


def _collected() -> dict[tuple[str, int], None]:
    found: dict[tuple[str, int], None] = {}
    compiled = _compiler.compile

    def noting(source: Any, flags: int = 0) -> Any:
        if isinstance(source, str):
            found[source, int(flags)] = None
        return compiled(source, flags)

    _compiler.compile = noting
    from reference import lazy_pattern

    begin = lazy_pattern.LazyPattern.__init__

    def noting_lazy(self: Any, source: str) -> None:
        found[source, 0] = None
        begin(self, source)

    lazy_pattern.LazyPattern.__init__ = noting_lazy  # type: ignore[method-assign]
    from child import load

    load()
    return found


if __name__ == "__main__":
    json.dump(list(_collected()), sys.stdout)
