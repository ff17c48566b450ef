"""Numbers of one quantity held against each other: which claims may be compared at all, and which of them disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from linter.claims.context.places import PASSED
from linter.claims.model import Scope, ValueClaim
from linter.judging.agreement import slack
from linter.judging.grounds import NARROWING, NOT_COMPARED
from linter.scan.tokens import Quantity
from reference.interval import Interval
from reference.period import Period
from reference.quantities import quantity_spec

# What states no rule, and one of several cases that a rule does not know.
_NOT_COMPARED = (*NOT_COMPARED, "aside", "case")
_HEDGED = ("supposed", "typical")
# 高于16% names no value but what lies beyond one.
_BEYOND = ("over", "under")
_OPERATORS, _FURTHEST = tuple("+-×*÷/="), Decimal(5)
_SAME_TIME = timedelta(days=92)
_ROUND = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Said:
    """What one sentence says of one quantity: all its numbers, any of which may be meant (4.2%或8%)."""

    claims: tuple[ValueClaim, ...]

    @property
    def first(self) -> ValueClaim:
        """The first of the numbers."""
        return self.claims[0]

    @property
    def hedged(self) -> bool:
        """True when the sentence itself leaves room for other values."""
        return any(claim.scope.has(*_HEDGED) for claim in self.claims)

    @property
    def far(self) -> bool:
        """True when whose number it is had to be taken from an earlier sentence, a heading or the title."""
        return any(claim.hold.distant for claim in self.claims)

    def agrees(self, other: Said) -> bool:
        """True when some number of the one may be some number of the other."""
        return any(meet(mine.token, theirs.token) for mine in self.claims for theirs in other.claims)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """``odd`` says something else than ``usual``, the statements with the value that most sentences give."""

    odd: Said
    usual: tuple[Said, ...]


def statements(claims: Iterable[ValueClaim]) -> tuple[Said, ...]:
    """The comparable claims, one statement for each sentence, quantity and set of slots, in text order."""
    groups: dict[tuple[object, ...], list[ValueClaim]] = {}
    for claim in claims:
        if _comparable_at_all(claim):
            groups.setdefault((claim.context, *_ground(claim)), []).append(claim)
    return tuple(Said(tuple(group)) for group in groups.values())


def disagreements(said: Sequence[Said]) -> Iterator[Disagreement]:
    """Every statement that differs from the usual one among those it may be compared with."""
    grounds: dict[tuple[object, ...], list[Said]] = {}
    for statement in said:
        grounds.setdefault(_ground(statement.first), []).append(statement)
    for group in grounds.values():
        for circle, usual in _circles(group):
            same = (usual, *(each for each in circle if each is not usual and each.agrees(usual)))
            agreeing = {id(each) for each in same}
            yield from (Disagreement(odd, same) for odd in circle if id(odd) not in agreeing)


def meet(one: Quantity, other: Quantity) -> bool:
    """True when the two numbers may be the same: equal within what rounding allows, or bounds that leave room."""
    if one.bound != other.bound or one.approximate or other.approximate:
        return one.interval.overlaps(other.interval)
    if one.values == other.values:
        return True
    return written_interval(one).overlaps(written_interval(other))


def same_time(one: Scope, other: Scope) -> bool:
    """True when the two speak of the same time, as far as the text lets one see."""
    stated = [scope.period if scope.period_from in ("stated", "heading") else None for scope in (one, other)]
    if stated[0] is not None and stated[1] is not None:
        if (stated[0].start is None) != (stated[1].start is None):
            return False
        apart = any(_other_round(*pair) or _later(*pair) for pair in (stated, stated[::-1]))
        return stated[0].overlaps(stated[1]) and not apart
    for period, scope in ((stated[0], other), (stated[1], one)):
        if period is not None:
            return scope.published is not None and period.contains(scope.published) and not scope.has("current")
    if one.published is None or other.published is None:
        return one.published == other.published
    return abs(one.published - other.published) <= _SAME_TIME


def _other_round(year: Period | None, round_: Period | None) -> bool:
    """True for 2024年 and the months from July 2023 to June 2024: a year names the round that begins in it."""
    if year is None or round_ is None or year.start is None or round_.start is None or round_.end is None:
        return False
    straddles = round_.start.year + 1 == round_.end.year and round_.end - round_.start <= _ROUND
    return straddles and year == Period.year(year.start.year) and year.start.year != round_.start.year


def _later(since: Period | None, period: Period | None) -> bool:
    """True for 自2030年起 and 2036年: what was to hold since then may have changed until then."""
    if since is None or period is None or since.start is None or since.end is not None or period.start is None:
        return False
    return period.start.year > since.start.year


def same_place(one: ValueClaim, other: ValueClaim) -> bool:
    """True when both hold at one place. Figures that each place sets are only compared where the place is known,
    unless they stand in one article."""
    return _place(one) == _place(other)


def ground_across(claim: ValueClaim) -> str | None:
    """What claims of different articles must share to be compared; ``None`` for one that is held against no other.

    Only what is said of the whole country, or of a place the article names, can be held against other articles.
    """
    across = _comparable_at_all(claim) and (_is_national(claim) or claim.scope.region is not None)
    return repr(_ground(claim)) if across else None


def _circles(group: Sequence[Said]) -> Iterator[tuple[list[Said], Said]]:
    """Statements that may all be compared with the first of their circle and with the usual one, which comes with it.

    自2030年起 meets the rows of 2033 and of 2036, which do not meet each other.
    """
    left = list(group)
    while left:
        head = left[0].first
        usual = _usual([each for each in left if _comparable(head, each.first)])
        circle = [each for each in left if all(_comparable(one, each.first) for one in (head, usual.first))]
        inside = {id(each) for each in circle}
        left = [each for each in left if id(each) not in inside]
        yield circle, usual


def _comparable(one: ValueClaim, other: ValueClaim) -> bool:
    together = same_time(one.scope, other.scope) and _same_level(one.scope, other.scope)
    return one is other or (together and _same_per(one.token, other.token))


def _same_per(one: Quantity, other: Quantity) -> bool:
    """False where the one is paid for a month and the other for a year: 每月5000元, 每年6万元."""
    return one.per == other.per or None in (one.per, other.per)


def _same_level(one: Scope, other: Scope) -> bool:
    """False where the one is the figure of the province and the other that of a city in it (全省, 市区)."""
    named = [{marker for marker in scope.markers if marker.startswith("level ")} for scope in (one, other)]
    return not all(named) or named[0] == named[1]


def _comparable_at_all(claim: ValueClaim) -> bool:
    spec = quantity_spec(claim.quantity)
    named = claim.token.bound not in _BEYOND and not claim.hold.loose
    placed = _is_national(claim) or claim.scope.region_from != PASSED
    asserted = not claim.parts and not claim.scope.has(*_NOT_COMPARED)
    return spec is not None and spec.contrast and named and placed and asserted


def _is_national(claim: ValueClaim) -> bool:
    spec = quantity_spec(claim.quantity)
    return spec is not None and spec.setting == "national"


def _ground(claim: ValueClaim) -> tuple[object, ...]:
    """What two claims must share: quantity, slots, grade (一档, 二档) and group (特殊工种) where told, and place."""
    narrowed = sorted(marker for marker in claim.scope.markers if marker.startswith(NARROWING))
    return (claim.quantity, *sorted(claim.facets.items()), *narrowed, _place(claim))


def _place(claim: ValueClaim) -> str | int | None:
    """Where it holds; of a place left unsaid the article (its section) takes the part."""
    return None if _is_national(claim) else claim.scope.region or claim.scope.section


def is_told_again(far: ValueClaim, plain: ValueClaim, text: str) -> bool:
    """True where a number whose insurance or payer is named above it may be held against one that names its own.

    Not one of a calculation, nor one so far from the other that it must be of something else.
    """
    if plain.hold.distant or far.hold.summand or not plain.token.value:
        return False
    start, end = far.token.span.start, far.token.span.end
    calculated = text[start - 1 : start] in _OPERATORS or text[end : end + 1] in _OPERATORS
    return not calculated and 1 / _FURTHEST <= far.token.value / plain.token.value <= _FURTHEST


def _usual(circle: Sequence[Said]) -> Said:
    """The statement whose numbers most sentences give; of equals the first."""
    count = Counter(statement.first.token.values for statement in circle)
    most = max(count.values())
    return next(statement for statement in circle if count[statement.first.token.values] == most)


def written_interval(token: Quantity) -> Interval:
    """What is written, without what its precision leaves open, but for the slack of rounding."""
    return Interval.hull(Interval.point(value) for value in token.values).widened(slack(token))
