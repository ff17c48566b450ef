"""How much of a collection of facts the reference holds, and how many of the wrong claims known of them are caught.

    python benchmarks/facts/measure.py FACTS_DIR > benchmarks/facts/results.md

FACTS_DIR holds JSON lines with id, region, region_name, evidence, statement_zh and common_wrong_claims_zh. The ledger
beside this file says for each fact which rules hold it (or why none does), and words each of its wrong claims as an
article would: see ``ledger.py``. Every claim is also run as the collection words it, which often is a note rather than
a sentence.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

# Measured is the checkout this file lies in, whatever else is installed.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from ledger import Entry, Wrong, read_ledger

from linter import lint_text

AS_OF = date(2026, 11, 21)
_GOOD = ("official", "corroborated")
Fact = dict[str, Any]


def read_facts(folder: Path) -> list[Fact]:
    """All facts of the folder, in order of file and line."""
    lines = (line for file in sorted(folder.glob("*.jsonl")) for line in file.read_text(encoding="utf-8").splitlines())
    return [json.loads(line) for line in lines if line.strip()]


def flagged(text: str, region: str | None = None, published: date | None = None) -> bool:
    """True when an error or a warning is found in the text."""
    result = lint_text(text, as_of=AS_OF, region=region, published=published)
    return any(finding.severity.value != "info" for finding in result.findings)


def outcome(wrong: Wrong) -> str:
    """flagged, silent or not checkable: what became of a claim in the ledger's wording."""
    if wrong.not_checkable is not None:
        return "not checkable"
    return "flagged" if flagged(wrong.text, wrong.region, wrong.published) else "silent"


def report(facts: list[Fact], ledger: dict[str, Entry]) -> Iterator[str]:
    """The lines of the result, as Markdown."""
    yield from _encoded(facts, ledger)
    yield from _claims(facts, ledger)
    yield from _own_statements(facts)


def _encoded(facts: list[Fact], ledger: dict[str, Entry]) -> Iterator[str]:
    held = [fact for fact in facts if fact["id"] in ledger and ledger[fact["id"]].rules]
    yield f"# Facts\n\n{len(held)} of {len(facts)} facts are encoded.\n\n| evidence | facts | encoded |\n|---|--:|--:|"
    total, mine = (Counter(fact["evidence"] for fact in some) for some in (facts, held))
    yield from (f"| {grade} | {number} | {mine[grade]} |" for grade, number in total.most_common())
    yield "\n| not encoded | why |\n|---|---|"
    for fact in facts:
        entry = ledger.get(fact["id"])
        if entry is None or not entry.rules:
            yield f"| `{fact['id']}` | {(entry and entry.reason) or 'not in the ledger'} |"


def _claims(facts: list[Fact], ledger: dict[str, Entry]) -> Iterator[str]:
    rows: Counter[tuple[str, str, str]] = Counter()
    listed: list[str] = []
    for fact in facts:
        claims = fact.get("common_wrong_claims_zh") or []
        worded = ledger[fact["id"]].wrong if fact["id"] in ledger else ()
        for number, claim in enumerate(claims):
            own = outcome(worded[number]) if number < len(worded) else "not in the ledger"
            literal = "flagged" if flagged(claim, _place(fact)) else "silent"
            group = _group(fact)
            rows[group, "own", own] += 1
            rows[group, "literal", literal] += 1
            listed.append(f"| `{fact['id']}` {number + 1} | {fact['evidence']} | {own} | {literal} |")
    yield "\n# Wrong claims\n\n| facts | wording | claims | flagged | silent | not checkable | not in the ledger |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    for group in sorted({group for group, _, _ in rows}):
        for wording in ("own", "literal"):
            yield _row(group, wording, rows)
    yield "\n| claim | evidence | own wording | as listed |\n|---|---|---|---|"
    yield from listed


def _row(group: str, wording: str, rows: Counter[tuple[str, str, str]]) -> str:
    kinds = [rows[group, wording, kind] for kind in ("flagged", "silent", "not checkable", "not in the ledger")]
    return f"| {group} | {wording} | {sum(kinds)} | {' | '.join(map(str, kinds))} |"


def _own_statements(facts: Iterable[Fact]) -> Iterator[str]:
    wrong = [fact for fact in facts if flagged(fact["statement_zh"], _place(fact))]
    yield f"\n# The facts' own statements\n\n{len(wrong)} are flagged.\n"
    yield from (f"- `{fact['id']}`" for fact in wrong)


def _group(fact: Fact) -> str:
    place = "national" if fact["region"] == "000000" else "local"
    return f"{place}, {'official or corroborated' if fact['evidence'] in _GOOD else 'other evidence'}"


def _place(fact: Fact) -> str | None:
    return None if fact["region"] == "000000" else str(fact["region"])


if __name__ == "__main__":
    sys.stdout.write("\n".join(report(read_facts(Path(sys.argv[1])), read_ledger())) + "\n")
