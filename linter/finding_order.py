"""The findings of a document in the order they are reported in, one for each error."""

from __future__ import annotations

from collections.abc import Iterable

from linter.finding import Finding

_ARITHMETIC = "arithmetic"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by place and code, each once: a check may meet the same error from both of its sides."""
    once = {(each.code, each.span, each.message): each for each in findings}
    ordered = sorted(once.values(), key=lambda each: (each.span.start, each.code, each.span.end, each.message.zh))
    calculated: dict[int, list[Finding]] = {}
    for each in ordered:
        if each.family == _ARITHMETIC:
            calculated.setdefault(each.span.end, []).append(each)
    return tuple(
        each for each in ordered if not any(_says_more(other, each) for other in calculated.get(each.span.end, ()))
    )


def _says_more(other: Finding, finding: Finding) -> bool:
    """True when another finding tells of the same miscalculated number: one wrong figure is one finding.

    The graver one stays, then the one whose check comes first in the catalogue: the plainest calculation.
    """
    if finding.family != _ARITHMETIC or other is finding or not _same_figure(other, finding):
        return False
    return (other.severity.rank, other.code) < (finding.severity.rank, finding.code)


def _same_figure(first: Finding, second: Finding) -> bool:
    """True when one lies in the other and both end at the same figure, which is the one that is wrong."""
    return first.span.overlaps(second.span) and first.span.end == second.span.end
