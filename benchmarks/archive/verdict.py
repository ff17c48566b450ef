"""What of the contradictions put into a corpus is found, and what is reported that is none.

    python benchmarks/archive/verdict.py CORPUS CONTRADICTIONS_JSON [--show]

CONTRADICTIONS_JSON is what ``factlint archive contradictions STORE --format json`` says of the store of CORPUS.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus import truth_of

Row = Mapping[str, Any]


@dataclass
class Known:
    """What is known of the articles: the original of each, the articles with an error, the sides of each pair."""

    original: dict[str, str] = field(default_factory=dict)
    errors: set[str] = field(default_factory=set)
    pairs: dict[int, list[Row]] = field(default_factory=dict)

    @classmethod
    def read(cls, corpus: Path) -> Known:
        """From the file beside the corpus."""
        known = cls()
        for line in truth_of(corpus).read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            if told["kind"] in ("copy", "near-copy"):
                known.original[told["id"]] = told["of"]
            elif told["kind"] == "error":
                known.errors.add(told["id"])
            else:
                known.pairs.setdefault(told["pair"], []).append(told)
        return known

    def first(self, document: str) -> str:
        """The article that it is a copy of, or of whose copy."""
        while document in self.original:
            document = self.original[document]
        return document

    def whole_pairs(self) -> Iterator[tuple[frozenset[str], str, str]]:
        """The names of both sides, the fact and what differs, where both are in the corpus."""
        for sides in self.pairs.values():
            if len(sides) == 2:
                yield frozenset(side["id"] for side in sides), sides[0]["fact"], sides[0]["differs"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Pairs by fact and whether they were found; look-alikes by what differs and whether they were reported; the other
    reported contradictions: those with an error on one side, and those without any."""

    found: Counter[tuple[str, bool]]
    alike: Counter[tuple[str, bool]]
    of_errors: int
    unfounded: Sequence[Row]

    @property
    def share_found(self) -> float:
        """Of the pairs that contradict each other."""
        return _share(self.found)

    @property
    def false(self) -> int:
        """How many reported contradictions are none."""
        return sum(number for (_, reported), number in self.alike.items() if reported) + len(self.unfounded)

    @property
    def reported(self) -> int:
        """How many contradictions were reported in all."""
        right = sum(number for (_, found), number in self.found.items() if found)
        return right + self.of_errors + self.false


def verdict_on(known: Known, rows: Sequence[Row]) -> Verdict:
    """Hold the reported contradictions against what is known."""
    wrong = {side for sides, _, differs in known.whole_pairs() if differs == "value" for side in sides}
    alike = {sides for sides, _, differs in known.whole_pairs() if differs != "value"}
    met = [(frozenset(known.first(row[f"{side}_document"]) for side in ("usual", "odd")), row) for row in rows]
    reported = {sides for sides, _ in met}
    others = [(sides, row) for sides, row in met if not sides & wrong and sides not in alike]
    return Verdict(
        Counter((fact, sides in reported) for sides, fact, differs in known.whole_pairs() if differs == "value"),
        Counter((differs, sides in reported) for sides, _, differs in known.whole_pairs() if differs != "value"),
        sum(bool(sides & known.errors) for sides, _ in others),
        [row for sides, row in others if not sides & known.errors],
    )


def _share(counts: Counter[tuple[str, bool]]) -> float:
    return sum(number for (_, found), number in counts.items() if found) / max(1, counts.total())


def told(verdict: Verdict) -> Iterator[str]:
    """The verdict as Markdown."""
    yield "| put in | pairs | reported |\n|---|--:|--:|"
    for title, counts in (("contradict each other: ", verdict.found), ("differ in their ", verdict.alike)):
        for name in sorted({name for name, _ in counts}):
            yield f"| {title}{name} | {counts[name, True] + counts[name, False]} | {counts[name, True]} |"
    yield f"\nFound: {verdict.share_found:.1%} of what contradicts itself. Reported in all: {verdict.reported};"
    yield f"{verdict.of_errors} of them for errors that the generator made, {verdict.false} of them false"
    yield f"({verdict.false / max(1, verdict.reported):.1%})."


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("answer", type=Path)
    parser.add_argument("--show", action="store_true", help="the false ones")
    options = parser.parse_args()
    rows = json.loads(options.answer.read_text(encoding="utf-8"))["rows"]
    verdict = verdict_on(Known.read(options.corpus), rows)
    shown = [json.dumps(row, ensure_ascii=False) for row in verdict.unfounded] if options.show else []
    sys.stdout.writelines(line + "\n" for line in (*told(verdict), *shown))


if __name__ == "__main__":
    main()
