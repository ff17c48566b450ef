"""What every input of ``inputs.py`` takes at 100 KB and at 1 MB, each in a process of its own.

    python benchmarks/bounds/run.py [--only WORD] [--write]

``--only`` takes those whose name contains the word; ``--write`` keeps the table in ``results.md``. The ratio of a time
to that of a tenth of the size should be 10; more than 12 is a defect. What takes longer than ``GIVEN`` is ended.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from child import Cost, cost_of, load
from inputs import ATTACKS, Attack
from patterns import PATTERN_ATTACKS

HERE = Path(__file__).parent
SMALL, LARGE = 100_000, 1_000_000
GIVEN = 120
SECONDS, MEGABYTES, RATIO = 2.0, 300, 12
# A ratio of times this short says nothing.
_LEAST = 0.02


@dataclass(frozen=True, slots=True)
class Row:
    """What an input costs at both sizes."""

    name: str
    small: Cost
    large: Cost

    @property
    def ratio(self) -> float:
        """Of the times; 10 where nothing can be said."""
        return self.large.seconds / max(self.small.seconds, _LEAST / 10) if self.large.seconds > 10 * _LEAST else 10.0

    @property
    def kept(self) -> bool:
        """Whether the bounds hold."""
        return self.ratio <= RATIO and self.large.seconds <= SECONDS and self.large.megabytes <= MEGABYTES


def measured(attacks: Iterable[Attack]) -> Iterator[Row]:
    """Each input at both sizes."""
    load()
    for attack in attacks:
        small, large = (cost_of(attack.make(size), attack.suffix, GIVEN) for size in (SMALL, LARGE))
        row = Row(attack.name, small, large)
        sys.stderr.write(_line(row) + "\n")
        yield row


def table(rows: Iterable[Row]) -> str:
    """The results as Markdown, the slowest first."""
    ordered = sorted(rows, key=lambda row: -row.large.seconds)
    kept = sum(row.kept for row in ordered)
    straight = sum(row.ratio <= RATIO for row in ordered)
    head = (
        f"# Bounds: {len(ordered)} inputs of {SMALL // 1000} KB and {LARGE // 1000} KB\n\n"
        f"CPython {platform.python_version()}, processor seconds without the loading of rules. "
        "Written by `benchmarks/bounds/run.py --write`.\n\n"
        f"- ratio at most {RATIO}: {straight} of {len(ordered)}\n"
        f"- and at most {SECONDS:g} s and {MEGABYTES} MB at 1 MB: {kept} of {len(ordered)}\n\n"
        "| input | s, 100 KB | s, 1 MB | ratio | MB, 1 MB | |\n|---|--:|--:|--:|--:|---|\n"
    )
    return head + "\n".join(map(_line, ordered)) + "\n"


def _line(row: Row) -> str:
    name = row.name.replace("|", r"\|")
    figures = f"{row.small.seconds:.2f} | {row.large.seconds:.2f} | {row.ratio:.1f} | {row.large.megabytes:.0f}"
    return f"| {name} | {figures} | {'' if row.kept else 'over'} |"


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    wanted = [each for each in (*ATTACKS, *PATTERN_ATTACKS) if options.only in each.name]
    written = table(measured(wanted))
    sys.stdout.write(written)
    if options.write:
        (HERE / "results.md").write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
