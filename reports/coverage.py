"""What of the numbers was checked, added up and in words: no findings must never read as "correct"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from linter.result import Coverage
from reports.wording import Wording

_UNBOUND = "unbound"


def total(parts: Iterable[Coverage]) -> Coverage:
    """The coverage of several documents together."""
    found = tuple(parts)
    reasons: Counter[str] = Counter()
    for part in found:
        reasons.update(dict(part.reasons))
    return Coverage(
        numbers=sum(part.numbers for part in found),
        bound=sum(part.bound for part in found),
        checked=sum(part.checked for part in found),
        unverifiable=sum(part.unverifiable for part in found),
        reasons=tuple(sorted(reasons.items())),
    )


def ordered_reasons(coverage: Coverage) -> list[tuple[str, int]]:
    """Why numbers with a meaning went unchecked, the most frequent reason first."""
    return sorted(coverage.reasons, key=lambda item: (-item[1], item[0]))


def unchecked(coverage: Coverage) -> int:
    """How many numbers nothing was compared with."""
    return max(coverage.numbers - coverage.checked, 0)


def coverage_line(coverage: Coverage, wording: Wording) -> str:
    """One sentence: numbers, checked, not checked and why."""
    if not coverage.numbers:
        return wording("coverage.none")
    counts = wording("coverage.line", n=coverage.numbers, checked=coverage.checked, open=unchecked(coverage))
    reasons = [*ordered_reasons(coverage), (_UNBOUND, coverage.numbers - coverage.bound)]
    parts = [f"{wording.label('reason', name)} {count}" for name, count in reasons if count > 0]
    return counts + (wording("colon") + wording("list.separator").join(parts) if parts else "")
