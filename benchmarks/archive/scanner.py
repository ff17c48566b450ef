"""Scans a corpus as ``factlint scan`` does, with what a measurement needs besides: smaller parts, poison, empty work.

    python benchmarks/archive/scanner.py CORPUS STORE [--part 1024] [--read] [--empty] [--poisoned]

``--read`` reads and names the articles, which is all. ``--empty`` looks at no article: what is left is reading, naming,
the guard and the writing. ``--poisoned`` lets an article that says 毒(segfault) and the like do that to the process
that looks at it.
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
from linter.archive.examining import judge_name, named
from linter.archive.guard import Guard, Limits
from linter.archive.sources.columns import Columns
from linter.archive.sources.corpus import Corpus
from linter.settings import Settings

SETTINGS = Settings(as_of=date(2026, 11, 21), profile="audit")
_JOBS = 2
_LIMITS = Limits(seconds=20.0, megabytes=500)


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("store", type=Path)
    parser.add_argument("--part", type=int, default=scanning.PART)
    parser.add_argument("--read", action="store_true")
    parser.add_argument("--empty", action="store_true")
    parser.add_argument("--poisoned", action="store_true")
    options = parser.parse_args()
    articles = Corpus((options.corpus,), Columns()).draw()
    if options.read:
        judge = judge_name(SETTINGS)
        for batch in articles:
            named(batch, judge)
        return
    scanning.PART = options.part
    if options.empty or options.poisoned:
        work = empty if options.empty else poisoned
        embedded.guard_for = lambda settings, limits: Guard(  # type: ignore[assignment]
            partial(work, settings), partial(embedded._refused, settings), limits
        )
    engine = partial(embedded.examined, settings=SETTINGS, limits=_LIMITS, jobs=_JOBS)
    scanning.scan(articles, options.store, SETTINGS, engine)


if __name__ == "__main__":
    main()
