"""Measure how often each check is right, and write it where the checks' pages and the linter read it.

    python benchmarks/accuracy/card.py AS_OF FOLDER…

Each FOLDER holds articles and their ``labels.jsonl`` (see ``docs/evaluation.md``). Writes ``checks/precision.json`` and
prints the table. A check that is shown to be right in less than 98 % of its errors, or 90 % of its warnings, by more
than chance, is thereby demoted: ``linter/precision_card.py``. Findings are measured as the checks make them, before any
demotion.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from linter.article import Article
from linter.evaluation.labels import read_labels
from linter.evaluation.matching import JudgedFinding, Standing, compare
from linter.finding import Severity
from linter.precision_card import CARD, load_card
from linter.run import run
from linter.settings import Settings

_RIGHT = (Standing.RIGHT, Standing.OTHER_KIND)


def judged(folder: Path, as_of: date) -> Iterator[tuple[str, list[JudgedFinding]]]:
    """Every labelled article of the folder with its findings."""
    labels = read_labels(folder / "labels.jsonl")
    result = run([Article.at(folder / name) for name in sorted(labels)], Settings(as_of, "audit", demote=False))
    for document in result.documents:
        name = Path(document.document.path).relative_to(folder).as_posix()
        yield name, list(compare(name, document, labels[name]).findings)


def card(folders: Iterable[Path], as_of: date) -> dict[str, object]:
    """The content of the card. A finding on an error of another kind counts as right: it leads the editor to one."""
    articles = 0
    found: Counter[tuple[str, Severity]] = Counter()
    right: Counter[tuple[str, Severity]] = Counter()
    for folder in folders:
        for _, findings in judged(folder, as_of):
            articles += 1
            for one in findings:
                if one.standing is not Standing.NEUTRAL:
                    key = (one.finding.code, one.finding.severity)
                    found[key] += 1
                    right[key] += one.standing in _RIGHT
    checks = {
        code: {
            name: [found[code, severity], right[code, severity]]
            for name, severity in (("errors", Severity.ERROR), ("warnings", Severity.WARNING))
        }
        for code in sorted({code for code, _ in found})
    }
    return {"as_of": as_of.isoformat(), "articles": articles, "checks": checks}


def main(day: str, *folders: str) -> None:
    """Write the card and print it."""
    content = card(map(Path, folders), date.fromisoformat(day))
    CARD.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
    for code, measured in load_card().items():
        errors, warnings = measured.errors, measured.warnings
        demoted = "" if measured.worst is Severity.ERROR else f"  demoted to {measured.worst}"
        sys.stdout.write(
            f"{code}  errors {errors.right}/{errors.findings}  warnings {warnings.right}/{warnings.findings}{demoted}\n"
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
