"""Takes out the findings somebody suppressed, and says what is wrong with the suppressions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from linter.finding import Finding, Severity
from linter.policy.adjusting import selects
from linter.policy.notices import notice
from linter.policy.suppression import Malformed, Suppression, state_of_rule
from linter.result import DocumentResult, Settled


@dataclass(frozen=True, slots=True)
class Terms:
    """When suppressions hold: by the day ``as_of``, announced ``notice_days`` before they end, not for ``never``."""

    as_of: date
    notice_days: int = 30
    never: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A document's result after its suppressions, what is to be said of them, and those that found their finding."""

    result: DocumentResult
    notices: tuple[tuple[Suppression, Finding], ...]
    used: frozenset[Suppression]


def suppress(result: DocumentResult, suppressions: Iterable[Suppression], terms: Terms) -> Suppressed:
    """Move the suppressed findings of a document to its settled ones.

    A suppression that may not hold (expired, no reason for an error, reopened, not allowed) is used, but its finding
    stays and a notice says why.
    """
    suppressions = tuple(suppressions)
    if not suppressions:
        return Suppressed(result, (), frozenset())
    kept: list[Finding] = []
    settled: list[Settled] = []
    notices: dict[tuple[Suppression, Finding], None] = {}
    used: set[Suppression] = set()
    for finding in result.findings:
        mine = [each for each in suppressions if means(each, finding)]
        used.update(mine)
        objections = {each: _objection(each, finding, terms) for each in mine}
        holding = next((each for each, objection in objections.items() if objection is None), None)
        if holding is None:
            kept.append(finding)
            notices |= {(each, told): None for each, told in objections.items() if told is not None}
            continue
        settled.append(Settled(finding, "suppression", holding.reason, holding.owner, holding.expires))
        notices |= {(holding, told): None for told in _soon(holding, terms)}
    changed = replace(result, findings=tuple(kept), settled=(*result.settled, *settled))
    return Suppressed(changed, tuple(notices), frozenset(used))


def means(suppression: Suppression, finding: Finding) -> bool:
    """True when the suppression is of this finding, whether or not it may hold."""
    if suppression.fingerprint is not None:
        return suppression.fingerprint == finding.fingerprint
    reach = suppression.reach
    within = reach is not None and reach.start <= finding.span.start < reach.end
    return within and any(selects(each, finding) for each in suppression.selectors)


def unused(suppressions: Iterable[Suppression], used: Iterable[Suppression]) -> Iterator[Finding]:
    """A notice for each suppression that suppresses nothing."""
    found = frozenset(used)
    return (notice("SP101", each.written, name=each.name) for each in suppressions if each not in found)


def misunderstood(malformed: Sequence[Malformed]) -> Iterator[Finding]:
    """A notice for each suppression that cannot be understood."""
    return (notice("SP108", each.written, reason=each.reason) for each in malformed)


def orphaned(suppression: Suppression) -> Finding:
    """The notice for a suppression whose article is gone."""
    return notice("SP107", suppression.written, name=suppression.name, path=suppression.path or "")


def _objection(suppression: Suppression, finding: Finding, terms: Terms) -> Finding | None:
    """Why the suppression does not hold for a finding; ``None`` when it does."""
    at, name = suppression.written, suppression.name
    if any(selects(each, finding) for each in terms.never):
        return notice("SP105", at, code=finding.code)
    if suppression.reason is None and finding.severity is Severity.ERROR:
        return notice("SP104", at, name=name)
    if suppression.expires is not None and suppression.expires < terms.as_of:
        return notice("SP102", at, name=name, expires=suppression.expires.isoformat(), **_owner(suppression))
    if suppression.rests_on not in (None, state_of_rule(finding)):
        return notice("SP106", at, name=name, rule=finding.rule.rule.id if finding.rule else "–")
    return None


def _soon(suppression: Suppression, terms: Terms) -> Iterator[Finding]:
    expires = suppression.expires
    if expires is not None and (expires - terms.as_of).days <= terms.notice_days:
        owner = _owner(suppression)
        yield notice("SP103", suppression.written, name=suppression.name, expires=expires.isoformat(), **owner)


def _owner(suppression: Suppression) -> dict[str, str]:
    return {"owner": suppression.owner} if suppression.owner else {}
