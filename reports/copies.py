"""What the reports for people say of findings that stand several times."""

from __future__ import annotations

from collections.abc import Iterable

from reports.located import LocatedDocument, LocatedFinding, distinct
from reports.wording import Wording

_NAMED = 3


def copies_line(documents: Iterable[LocatedDocument], wording: Wording) -> str:
    """How many findings there are and how many of them are not copies; empty when none is."""
    documents = tuple(documents)
    findings, roots = sum(len(entry.findings) for entry in documents), sum(distinct(documents).values())
    return wording("copies.line", findings=findings, roots=roots) if roots < findings else ""


def elsewhere(found: LocatedFinding, wording: Wording) -> str:
    """Which other articles of the run hold the same wrong sentence; empty when none does."""
    if found.repetition.first is not None:
        return wording("copies.first_in", path=found.repetition.first)
    others = found.repetition.others
    if not others:
        return ""
    named = wording("list.separator").join(others[:_NAMED])
    return wording("copies.also_in" if len(others) <= _NAMED else "copies.also_in_many", n=len(others), paths=named)
