"""Scans a corpus as ``factlint scan`` does, with what a measurement needs besides: smaller parts, poison, empty work.

    python benchmarks/archive/scanner.py CORPUS STORE [--part 1024] [--empty] [--poisoned]

``--empty`` looks at no article: what is left is reading, naming, the guard and the writing. ``--poisoned`` lets an
article that says 毒(segfault) and the like do that to the process that looks at it.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from functools import partial
from pathlib import Path

# Measured is the checkout this file lies in; the guarded processes import this folder as well.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from works import empty, poisoned

from linter.archive import embedded, scanning
from linter.archive.guard import Guard, Limits
from linter.archive.sources.columns import Columns
from linter.archive.sources.corpus import Corpus
from linter.run import Settings

SETTINGS = Settings(as_of=date(2026, 11, 21), profile="audit")
_JOBS = 2
_LIMITS = Limits(seconds=10.0, megabytes=500)


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("store", type=Path)
    parser.add_argument("--part", type=int, default=scanning.PART)
    parser.add_argument("--empty", action="store_true")
    parser.add_argument("--poisoned", action="store_true")
    options = parser.parse_args()
    scanning.PART = options.part
    if options.empty or options.poisoned:
        work = empty if options.empty else poisoned
        embedded.guard_for = lambda settings, limits: Guard(  # type: ignore[assignment]
            partial(work, settings), partial(embedded._refused, settings), limits
        )
    engine = partial(embedded.examined, settings=SETTINGS, limits=_LIMITS, jobs=_JOBS)
    scanning.scan(Corpus((options.corpus,), Columns()).draw(), options.store, SETTINGS, engine)


if __name__ == "__main__":
    main()
