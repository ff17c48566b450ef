"""What every input of ``inputs.py`` takes, and ten times as much of it, each in a process of its own.

    python benchmarks/bounds/run.py [--only WORD] [--small 100] [--write]

``--only`` takes those whose name contains the word, ``--small`` is the smaller size in KB; ``--write`` keeps the table
in ``results.md``. The ratio of the times should be 10; more than 12 is a defect. What takes longer than ``GIVEN`` is
ended, and what must take longer, by what the small one took, is not begun.
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
TIMES = 10
GIVEN = 6
SECONDS_A_MEGABYTE, MEGABYTES, RATIO = 2.0, 300, 12
# A ratio of times this short says nothing.
_LEAST = 0.02


NOT_BEGUN = Cost(float("inf"), 0.0)


@dataclass(frozen=True, slots=True)
class Row:
    """What an input costs at both sizes."""

    name: str
    size: int
    small: Cost
    large: Cost

    @property
    def ratio(self) -> float:
        """Of the times; 10 where they are too short, infinite where the large one was not brought to its end."""
        small, large = self.small.seconds, self.large.seconds
        return large / max(small, _LEAST) if large > TIMES * _LEAST else float(TIMES)

    @property
    def straight(self) -> bool:
        """Whether time grows with size."""
        return self.ratio <= RATIO

    @property
    def kept(self) -> bool:
        """Whether the bounds hold."""
        seconds = SECONDS_A_MEGABYTE * self.size * TIMES / 1_000_000
        return self.straight and self.large.seconds <= seconds and self.large.megabytes <= MEGABYTES


def measured(attacks: Iterable[Attack], size: int) -> Iterator[Row]:
    """Each input at both sizes."""
    load()
    for attack in attacks:
        small = large = cost_of(attack.make(size), attack.suffix, GIVEN)
        hopeless = small.seconds * TIMES > 2 * GIVEN
        large = NOT_BEGUN if hopeless else cost_of(attack.make(TIMES * size), attack.suffix, GIVEN)
        row = Row(attack.name, size, small, large)
        sys.stderr.write(_line(row) + "\n")
        yield row


def table(rows: Iterable[Row], size: int) -> str:
    """The results as Markdown, the slowest first."""
    ordered = sorted(rows, key=lambda row: -row.large.seconds)
    kept = sum(row.kept for row in ordered)
    straight = sum(row.straight for row in ordered)
    ended = sum(row.large.seconds == float("inf") for row in ordered)
    small, large = f"{size // 1000} KB", f"{size * TIMES // 1000} KB"
    head = (
        f"# Bounds: {len(ordered)} inputs of {small} and {large}\n\n"
        f"CPython {platform.python_version()}, processor seconds without the loading of rules. "
        "Written by `benchmarks/bounds/run.py --write`.\n\n"
        f"- ratio at most {RATIO}: {straight} of {len(ordered)}\n"
        f"- too long to be seen to its end ({GIVEN} s): {ended}\n"
        f"- at most {SECONDS_A_MEGABYTE:g} s for a megabyte, and {MEGABYTES} MB: {kept}\n\n"
        f"| input | s, {small} | s, {large} | ratio | MB, {large} | |\n|---|--:|--:|--:|--:|---|\n"
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
    parser.add_argument("--small", type=int, default=100, metavar="KB")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    wanted = [each for each in (*ATTACKS, *PATTERN_ATTACKS) if options.only in each.name]
    size = options.small * 1000
    written = table(measured(wanted, size), size)
    sys.stdout.write(written)
    if options.write:
        (HERE / "results.md").write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
