"""Yes and no of different articles: what they must share to contradict each other."""

from __future__ import annotations

from linter.claims.model import RelativesClaim, Scope, StatementClaim
from linter.judging.grounds import NARROWING, NOT_COMPARED
from linter.judging.kinship import is_past, named

_NOT_COMPARED = (*NOT_COMPARED, "supposed")


def statement_ground(claim: StatementClaim) -> str | None:
    """The statement and where it holds; ``None`` for one that is hedged, or read from words that stand apart."""
    return None if claim.loose else _ground(claim.scope, claim.statement)


def relatives_ground(claim: RelativesClaim, text: str) -> str | None:
    """Where the relatives may share an account or may not; ``None`` unless each of them is named."""
    whole = not is_past(claim) and bool(claim.kin) and named(claim, text) == claim.kin
    return _ground(claim.scope, "relatives") if whole else None


def _ground(scope: Scope, subject: str) -> str | None:
    if scope.has(*_NOT_COMPARED):
        return None
    narrowed = sorted(marker for marker in scope.markers if marker.startswith(NARROWING))
    return repr((subject, *narrowed, scope.region))
