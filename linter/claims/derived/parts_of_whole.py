"""What share of the whole one of two parts is: 单位1280元,个人640元,单位出了三分之二."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from linter.claims.context.amounts import before, clause, is_exact, is_plain_sum
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.derived.naming import names_somebody_new
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit

_VERBS = "占到?|扛|挑|担|承担|负担|分担|分摊|摊|出|拿出?|掏|缴纳?|交|付|报销?|补|贡献|包"
_SHARE_OF = re.compile(
    rf"(?P<who>[^,;。:()0-9]{{0,12}}?)(?:{_VERBS})(?:了|掉|走|去|着|到|起|上)*(?:其中|总数|总额|全部|总共|合计|里面|里头|里|这笔钱)?的?(?:大约|约|近|将近|整整|足足|差不多)?$"
)
_WRITTEN_SO = re.compile("分之|半|成")
_POINTS = frozenset({Unit.POINTS, Unit.COUNT, Unit.PERCENT})
_OF_POINTS = "个"
_WITHIN = re.compile("其中|里面|里头|当中")
_WHOLE = re.compile("总|合计|一共|共|账单|花|费用|加起来")
# 大头 and the like: the name stands in the clause before.
_MARK = re.compile("[,;。:]")
_NAME_AT_MOST = 12
_VAGUE = Decimal("0.05")
_NO_SHARE = re.compile("每|再|各|如果|若|比例|最多|至少|起付|封顶|超过|以[上下]")


def part_of_whole(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The part that the words before the share name, by the whole: the only ones told in the paragraph so far."""
    written = result.span.cut(reading.text)
    if result.unit is not Unit.PERCENT or not _WRITTEN_SO.search(written) or result.approximate:
        return None
    area = before(reading, sentence, result)
    led = _SHARE_OF.search(_last_clause(reading.text[area.start : area.end]))
    if led is None or _NO_SHARE.search(led.group()):
        return None
    found = _parts(reading, sentence, reading.quantities_in(area))
    if found is None:
        return None
    parts, whole = found
    named = [part for part in parts if _is_named(reading, sentence, part, _who(reading, area.start, area.end, led))]
    if len(named) != 1:
        return None
    share = Calculation("divide", (named[0], whole))
    # 六成 and 三分之二 are said of what is near them, too.
    if abs(share.value - result.value / HUNDRED) < _VAGUE:
        return None
    return Calculation("multiply", (share, HUNDRED))


def _last_clause(text: str) -> str:
    return _MARK.split(text)[-1]


def _who(reading: Reading, start: int, end: int, led: re.Match[str]) -> str:
    """Who is named before the share, else at the start of the clause before."""
    if led["who"]:
        return led["who"]
    clauses = _MARK.split(reading.text[start:end])
    return clauses[-2][:_NAME_AT_MOST] if len(clauses) > 1 else ""


def _said(reading: Reading, sentence: Sentence, token: Quantity) -> str:
    """The clause of a figure, up to what stands behind it."""
    home = reading.sentence_at(token.span) or sentence
    behind = _MARK.split(reading.text[token.span.end : home.span.end])[0]
    return clause(reading, sentence, token.span) + behind


def _is_named(reading: Reading, sentence: Sentence, part: Quantity, who: str) -> bool:
    said = _said(reading, sentence, part)
    names = re.findall(
        "单位|公司|企业|个人|职工|员工|本人|自己|财政|政府|国家|医保|基金|统筹|养老|医疗|失业|家属|他|她", who
    )
    if not names:
        return len(who) > 1 and not names_somebody_new(who, said)
    return len(set(names)) == 1 and names[0] in said


def _parts(
    reading: Reading, sentence: Sentence, told: Sequence[Quantity]
) -> tuple[list[Quantity], Quantity | Calculation] | None:
    """Two parts and their whole, of two or three figures: the whole is told, or it is the sum of both."""
    told = [token for token in told if token.value]
    money = [token for token in told if is_plain_sum(reading, token)]
    points = [token for token in told if _is_points(token)]
    figures = money if not points else points if not money else []
    if any(token not in figures for token in told if token.unit in _POINTS or token.unit is Unit.YUAN):
        return None
    if len(figures) == 3:
        *rest, whole = sorted(figures, key=lambda token: token.value)
        return (rest, whole) if sum((token.value for token in rest), Decimal(0)) == whole.value else None
    if len(figures) != 2:
        return None
    if _WITHIN.search(reading.text, figures[0].span.end, figures[1].span.start):
        return ([figures[1]], figures[0]) if figures[0].value > figures[1].value else None
    wholes = [token for token in figures if _WHOLE.search(_said(reading, sentence, token))]
    if len(wholes) == 1:
        rest = [token for token in figures if token is not wholes[0]]
        return (rest, wholes[0]) if wholes[0].value > rest[0].value else None
    return ([*figures], Calculation("add", tuple(figures))) if not wholes else None


def _is_points(token: Quantity) -> bool:
    plain = is_exact(token) and not token.approximate and token.unit in _POINTS
    return plain and (token.unit is not Unit.COUNT or token.classifier == _OF_POINTS)
