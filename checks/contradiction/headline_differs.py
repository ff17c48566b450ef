"""CT102 headline-differs · 开头笼统的数与正文分项都对不上。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.check import Context, Outcome, check
from linter.claims.model import ValueClaim
from linter.finding import Confidence, Evidence, Severity
from linter.judging.value_conflicts import Said, same_place, same_time, statements
from linter.judging.value_wording import subject
from linter.messages import say

_SEVERAL = 2
# A shortest or longest is no group; neither is a part of a sum (基本8.5%、地方附加0.5%).
_NO_GROUPS = frozenset({"extent", "component"})


@check(
    code="CT102",
    name="headline-differs",
    family="contradiction",
    severity=Severity.WARNING,
    reads=ValueClaim,
    over="section",
)
def headline_differs(claims: Sequence[ValueClaim], context: Context) -> Iterator[Outcome]:
    """
    不分人群、档次的笼统数,与正文里各分项的数没有一个对得上。

    A number given for all fits none of the numbers the same article gives group by group.

    为什么:标题或第一行的"答案"常常是另一年、另一地的数,读者往往只看这一行。
    只要有一个分项与它相同,就不报;写"最少""最长"的,有分项比它更少、更长才报。

    反例::

        城乡居民医保个人缴费480元/年。
        城乡居民医保个人缴费标准:劳动年龄居民750元/年,学生儿童455元/年,老年人430元/年。

    正例::

        城乡居民医保个人缴费430元/年起。
        城乡居民医保个人缴费标准:劳动年龄居民750元/年,学生儿童455元/年,老年人430元/年。
    """
    said = _once(statements(claims))
    for general in said:
        parts = [part for part in said if _part_of(part.first, general.first)]
        if len({part.first.token.values for part in parts}) < _SEVERAL or not _refuted(general, parts):
            continue
        if _ends_list(general, parts):
            continue
        about, cut = subject(general.first), context.document.visible
        listed = "、".join(part.first.span.cut(cut) for part in parts)
        yield headline_differs.finding(
            general.first,
            say("contradiction.headline-differs", about=about, written=general.first.span.cut(cut), listed=listed),
            confidence=Confidence.MEDIUM if general.hedged else Confidence.HIGH,
            evidence=_evidence(parts),
            claim=(("quantity", general.first.quantity), *sorted(general.first.facets.items())),
        )


def _once(said: Sequence[Said]) -> tuple[Said, ...]:
    """The first statement of each number for each thing, place and time: a page that repeats itself says no more."""
    first: dict[object, Said] = {}
    for each in said:
        claim = each.first
        facets = tuple(sorted(claim.facets.items()))
        first.setdefault((claim.quantity, facets, claim.token.values, claim.scope), each)
    return tuple(first.values())


def _ends_list(general: Said, parts: Sequence[Said]) -> bool:
    """True for what stands in one sentence behind all the groups: it is of one more group, whose name is unknown."""
    own = general.first
    return all(part.first.context == own.context and part.first.span.end <= own.span.start for part in parts)


def _refuted(general: Said, parts: Sequence[Said]) -> bool:
    """True when no part agrees; of a shortest or longest (最少可领), when some part lies beyond it."""
    stated, numbers = general.first.token.value, [part.first.token.value for part in parts]
    match general.first.facets.get("extent"):
        case "shortest":
            return min(numbers) < stated
        case "longest":
            return max(numbers) > stated
        case _:
            return not any(part.agrees(general) for part in parts)


def _part_of(part: ValueClaim, general: ValueClaim) -> bool:
    """True when the one says of a group what the other says of all, of the same place and time."""
    shared = {name: value for name, value in general.facets.items() if name != "extent"}
    grouped = part.quantity == general.quantity and not _NO_GROUPS & part.facets.keys()
    return (
        grouped
        and shared.items() < part.facets.items()
        and same_time(part.scope, general.scope)
        and same_place(part, general)
    )


def _evidence(parts: Sequence[Said]) -> tuple[Evidence, ...]:
    return tuple(Evidence("other-claim", part.first.span) for part in parts)
