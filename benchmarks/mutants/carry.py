"""Writes into the case files of checks what the findings of chosen cases carry, to be read before it is committed.

    python -m benchmarks.mutants.carry

Chosen are, of each check, the cases that run a line of it which no case chosen before has run. What is stated already
is stated anew, as it is found now.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from benchmarks.mutants.cases import ROOT
from linter.casefile import Case, carried, read_cases, run_case
from linter.registry import load_checks


def main() -> None:
    """Rewrite every case file."""
    files = {check.code: sys.modules[check.run.__module__].__file__ for check in load_checks()}
    for path in sorted((ROOT / "tests" / "checks").rglob("*.yml")):
        seen: set[tuple[int, int]] = set()
        for case in read_cases(path):
            if not case.hits:
                continue
            arcs, told = _run(case, files[case.check])
            if arcs - seen or case.carries is not None:
                _state(path, case.name, told)
            seen |= arcs


def _run(case: Case, file: str | None) -> tuple[set[tuple[int, int]], str]:
    """The steps from line to line that the case takes in the file, and what its findings carry."""
    arcs: set[tuple[int, int]] = set()

    def follow(frame: FrameType, event: str, _: object) -> Any:
        if frame.f_code.co_filename != file:
            return None
        last = [frame.f_lineno]

        def step(inner: FrameType, event: str, _: object) -> Any:
            if event == "line":
                arcs.add((last[0], inner.f_lineno))
                last[0] = inner.f_lineno
            return step

        return step

    sys.settrace(follow)
    try:
        told = carried(run_case(case))
    finally:
        sys.settrace(None)
    return arcs, told


def _state(path: Path, name: str, told: str) -> None:
    blocks = re.split(r"(?m)^(?=[^\s#])", path.read_text(encoding="utf-8"))
    stated = "  carries: |\n" + "".join(f"    {line}\n" if line else "\n" for line in told.split("\n"))
    for index, block in enumerate(blocks):
        if block.startswith(f"{name}:"):
            plain = re.sub(r"(?m)^  carries: \|\n(?:    .*\n|\n(?=    ))*", "", block)
            kept = plain.rstrip("\n").split("\n")
            remarks: list[str] = []
            while kept[-1].startswith("#"):
                remarks.insert(0, kept.pop())
            blocks[index] = "\n".join(kept) + "\n" + stated + "".join(f"{line}\n" for line in remarks)
    path.write_text("".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    main()
