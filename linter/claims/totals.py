"""Totals with their parts, in the four shapes they are written in.

In a bracket: 1624元(养老400元+医疗100元) · behind a colon: 每月525元:养老400元、医疗100元、失业25元 ·
before the total: 1120元+35元+14元,合计1169元 · as rates: 每月1576元(养老8%+医疗2%+失业0.3%).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from linter.claims.bases import Bases, is_base
from linter.claims.equations import extract as extract_equations
from linter.claims.frame import BRACKET, SEGMENT, Frame
from linter.claims.layout import Segment, Sentence
from linter.claims.model import EquationClaim, Part, TotalClaim
from linter.claims.reading import Reading
from linter.claims.slips import transposed
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_OPEN_LIST = re.compile(r"等|其中|例如|比如|如|不含|另|之一")
# What may stand between the last part and the total: no figure, no further scheme.
_CONNECTION = re.compile(
    r"[\s,;。)]*(?:每?[个人单位企业公司家两三四五几各项段者口娘俩都全上述以双方]{0,6})"
    r"(?:每个?月|一年)?(?:需|应|要|就|可|共|人均筹资|缴纳|缴|交|扣|领|拿|出|承担|合计|总计|共计|总共|一共|加起来|小计|合计下来|筹资|领取|能领|可领|下来|约|为|是|:|\s|月|的|费用|金额|总额|大约)*"
)
_NUMERALS = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4, "五": 5, "5": 5}
_ITEMS_TOTAL = re.compile(
    r"(?:^|[,;:])[\s·•*-]*(?:把?这|上述|以上|前面|上面)?(?P<count>[两二三四五2345])(?:大?块|项|部分|者|笔|个|样|份|段)(?:钱|养老金|待遇)?"
    r"(?:合计|相加|加起来|加在一起|合在一起|合起来|合在一块|加一块|之和|总计|加总|一共|总共|共计|共(?!同|济|用)|一加)"
)
_SPENT = re.compile(
    r"(?:自费|花|(?<!起)付|掏|缴|交|报销|报|领|扣|用|取|支出|消费|得|拿)(?:了|掉|去|到|出)?[^,;。0-9基限线]{0,3}$"
)
_SPENT_REACH = 10
# What leads from one item to the next: a clause of its own, without a figure, a bracket or a turn to something else.
_NEXT_ITEM = re.compile(r"[,;、][^,;。:()0-9%=≈+×*÷]{1,16}")
_PLUS = re.compile(r"\+|加上?|外加|再加")
_COUNTED = frozenset({Unit.YUAN, Unit.PERCENT})
_TREASURY = "fiscal"
_BOTH = {"employer", "employee"}
_STAGE = re.compile(r"前|后|头|第[一二三四五]|其余|剩下|剩余|余下|另外|[0-9]{1,2}月(?:份)?(?:到|至|[-–—~～])")
_NOT_CONTRIBUTIONS = frozenset({"reimbursement", "out_of_pocket", "change", "cost", "penalty"})


@dataclass(frozen=True, slots=True)
class _Group:
    """A total with the figures that may be its parts. ``laid_out``: money spent or drawn, not contributions."""

    total: Quantity
    parts: tuple[Quantity, ...]
    closed: bool
    laid_out: bool = False


def extract(reading: Reading) -> Iterator[TotalClaim]:
    """Every total whose parts are written in the same sentence."""
    equations = reading.once(extract_equations)
    results = frozenset(claim.stated.span.start for claim in equations if claim.stated.unit is Unit.YUAN)
    operands = (token.span.start for claim in equations for token in reading.quantities_in(claim.span))
    taken = frozenset(operands) - results
    bases = Bases(reading)
    for sentence in reading.sentences:
        figures = [
            token
            for token in reading.quantities_in(sentence.span)
            if token.unit in _COUNTED and token.span.start not in taken
        ]
        written_out = [*_after_equations(reading, sentence, results), *_of_items(reading, sentence, equations)]
        for group in written_out:
            yield from _claim(reading, sentence, group, bases)
        if len(figures) < 3:
            continue
        groups = [*_bracketed(reading, sentence, figures), *_after_colon(reading, sentence, figures)]
        groups = groups or list(_before_total(reading, sentence, figures))
        for group in groups:
            if any(group.total is other.total for other in written_out):
                continue
            yield from _claim(reading, sentence, group, bases)


def _bracketed(reading: Reading, sentence: Sentence, figures: Sequence[Quantity]) -> Iterator[_Group]:
    """A figure whose bracket lists at least two figures of one unit, each with a name of its own."""
    for index, total in enumerate(figures):
        opening = _bracket_after(reading, sentence, total)
        if opening is None:
            continue
        inside = [token for token in figures[index + 1 :] if opening.contains(token.span)]
        unit = _common_unit(total, inside)
        parts = tuple(token for token in inside if token.unit is unit)
        if len(parts) >= 2 and _listed(reading, opening, parts):
            yield _Group(total, parts, not _OPEN_LIST.search(opening.cut(reading.text)))


def _bracket_after(reading: Reading, sentence: Sentence, token: Quantity) -> Span | None:
    match = re.match(r"(?:/月|每月|左右)?\s*\(", reading.text[token.span.end : token.span.end + 8])
    if match is None:
        return None
    start = token.span.end + match.end()
    depth = 1
    for offset in range(start, sentence.span.end):
        depth += {"(": 1, ")": -1}.get(reading.text[offset], 0)
        if depth == 0:
            return Span(start, offset)
    return Span(start, sentence.span.end)


def _common_unit(total: Quantity, inside: Sequence[Quantity]) -> Unit:
    same = [token for token in inside if token.unit is total.unit]
    return total.unit if len(same) >= 2 else Unit.PERCENT


def _listed(reading: Reading, area: Span, parts: Sequence[Quantity]) -> bool:
    """True when every two neighbours are joined by a list mark and each has a name (a scheme or a payer)."""
    for first, second in pairwise(parts):
        between = reading.text[first.span.end : second.span.start]
        if not re.search(r"[+、,;]|和|与|加", between) or re.search(r"[=≈×*÷]", between):
            return False
    return all(_named(reading.frame(part.span)) for part in parts) and not re.search(r"[=≈×*÷]", area.cut(reading.text))


def _named(frame: Frame) -> bool:
    return any(
        name in frame and frame[name].level <= BRACKET and not (name == "scheme" and "+" in frame[name].value)
        for name in ("scheme", "payer")
    )


def _after_colon(reading: Reading, sentence: Sentence, figures: Sequence[Quantity]) -> Iterator[_Group]:
    """每月525元:养老400元、医疗100元、失业25元 — the list directly after the total's colon, up to a semicolon."""
    for index, total in enumerate(figures):
        match = re.match(
            r"(?:/月|每月|左右)?\s*[:,]\s*(?:其中|包括|分别为|即|含)?",
            reading.text[total.span.end : total.span.end + 12],
        )
        if match is None or total.unit is not Unit.YUAN or not _is_total_like(reading, total):
            continue
        parts: list[Quantity] = []
        for token in figures[index + 1 :]:
            between = reading.text[(parts[-1] if parts else total).span.end : token.span.start]
            frame = reading.frame(token.span)
            scheme = frame.get("scheme")
            if ";" in between or token.unit is not Unit.YUAN or _is_aggregate(frame):
                break
            if scheme is None or scheme.level != SEGMENT or "+" in scheme.value:
                break
            parts.append(token)
        separator = match.group().strip()[:1]
        if len(parts) >= 2 and len({reading.frame(part.span)["scheme"].value for part in parts}) == len(parts):
            yield _Group(total, tuple(parts), separator == ":")


def _before_total(reading: Reading, sentence: Sentence, figures: Sequence[Quantity]) -> Iterator[_Group]:
    """1120元(养老)+35元(失业)+14元(工伤),合计1169元 — the parts before a figure that is called a total."""
    since = 0
    for index, total in enumerate(figures):
        if not _is_aggregate(reading.frame(total.span)):
            continue
        same = [token for token in figures[since:index] if token.unit is total.unit and not is_base(reading, token)]
        level = _depth(sentence, total)
        # 养老8%(664元)、医疗2%(166元),合计830元: the parts may all stand in brackets.
        parts = tuple(token for token in same if _depth(sentence, token) == level) or tuple(
            token for token in same if _depth(sentence, token) == level + 1
        )
        closed = len(parts) >= 2 and _directly_before(reading, parts[-1], total)
        if len(parts) >= 2 and (
            _tell_apart(reading, parts, closed)
            or _added(reading, parts)
            or (closed and _in_stages(reading, sentence, parts))
        ):
            yield _Group(total, parts, closed)
        since = index + 1


def _in_stages(reading: Reading, sentence: Sentence, parts: Sequence[Quantity]) -> bool:
    """True when each part is that of a stage of its own: 前12个月28080元,后6个月11232元."""
    starts = [sentence.span.start, *(part.span.end for part in parts)]
    gaps = [reading.text[start : part.span.start] for start, part in zip(starts, parts, strict=False)]
    return all(_STAGE.search(gap) for gap in gaps)


def _tell_apart(reading: Reading, parts: Sequence[Quantity], closed: bool) -> bool:
    """True when each part has a scheme of its own, or they are what the treasury and the insured pay.

    What the employer and the employee pay makes a total of two parts only where it follows at once.
    """
    for name in ("scheme", "payer"):
        slots = [reading.frame(part.span).get(name) for part in parts]
        values = [slot.value for slot in slots if slot is not None and slot.level <= BRACKET]
        distinct = len(values) == len(parts) == len(set(values)) and not any("+" in value for value in values)
        if distinct and (name == "scheme" or _TREASURY in values or (closed and set(values) == _BOTH)):
            return True
    return False


def _of_items(reading: Reading, sentence: Sentence, equations: Sequence[EquationClaim]) -> Iterator[_Group]:
    """两项合计3790元, as a line of its own: the total of so many results of the lines just above it."""
    said = sentence.span.cut(reading.text)
    match = _ITEMS_TOTAL.search(said)
    figures = reading.quantities_in(sentence.span)
    if match is None:
        return
    after = sentence.span.start + match.end()
    totals = [token for token in figures if token.unit is Unit.YUAN and token.span.start >= after]
    if len(totals) != 1:
        return
    wanted = _NUMERALS[match["count"]]
    parts = [token for token in figures if token.span.end <= sentence.span.start + match.start()]
    sums = [token for token in parts if token.unit is Unit.YUAN and _is_aggregate(reading.frame(token.span))]
    spent = _just_before(reading, parts, wanted, sentence.span.start + match.start())
    results = sums if len(sums) == wanted else spent or _results_above(reading, sentence, equations)
    if len(results) == wanted or (len(results) > wanted and _is_slip(totals[0], results[-wanted:])):
        yield _Group(totals[0], tuple(results[-wanted:]), True, results is spent)


def _just_before(reading: Reading, figures: Sequence[Quantity], wanted: int, end: int) -> list[Quantity]:
    """自付了120元,母亲自付45.5元,两笔共…: as many amounts right before their count, each of a clause of its own.

    Each is money laid out or drawn in full (自付, 花了, 领): no limit, no rate, no part of another.
    """
    start = max((reading.text.rfind(mark, 0, end) for mark in ";。:\n"), default=-1)
    parts = [token for token in figures if token.span.start > start and token.unit is Unit.YUAN]
    if len(parts) != wanted or any(token.is_range or token.per for token in parts):
        return []
    stops = [*(part.span.start for part in parts[1:]), end]
    gaps = [reading.text[part.span.end : stop] for part, stop in zip(parts, stops, strict=True)]
    before = reading.text[max(0, parts[0].span.start - _SPENT_REACH) : parts[0].span.start]
    if gaps[-1].strip(" ,;") or any(not _NEXT_ITEM.fullmatch(gap) for gap in gaps[:-1]):
        return []
    return parts if all(_SPENT.search(clause) for clause in (before, *gaps[:-1])) else []


def _results_above(reading: Reading, sentence: Sentence, equations: Sequence[EquationClaim]) -> list[Quantity]:
    """The results under the same heading before a sentence that no later calculation goes on with."""
    start = max((span.end for span in reading.framer.headings_above(sentence)[:1]), default=0)
    above = [
        claim
        for claim in equations
        if claim.scope.section == sentence.section
        and start <= claim.span.start
        and claim.span.end <= sentence.span.start
        and claim.stated.unit is Unit.YUAN
    ]
    used = [(claim.span.start, token.value) for claim in above for token in reading.quantities_in(claim.left_span)]
    return [
        claim.stated
        for claim in above
        if not any(at > claim.span.start and value == claim.stated.value for at, value in used)
    ]


def _is_slip(total: Quantity, parts: Sequence[Quantity]) -> bool:
    return transposed(total.value, sum((part.value for part in parts), Decimal(0)))


def _added(reading: Reading, parts: Sequence[Quantity]) -> bool:
    """True when the text itself adds every part to the one before: 400元,加上财政补助670元."""
    gaps = [reading.text[first.span.end : second.span.start] for first, second in pairwise(parts)]
    return all(_PLUS.search(gap) for gap in gaps)


def _directly_before(reading: Reading, last: Quantity, total: Quantity) -> bool:
    """True when nothing but connecting words stands between the last part and its total."""
    return bool(_CONNECTION.fullmatch(reading.text[last.span.end : total.span.start]))


def _after_equations(reading: Reading, sentence: Sentence, results: frozenset[int]) -> Iterator[_Group]:
    """妻子7000×40%=2800元,儿子7000×30%=2100元,两人一共4900元 — results of calculations, then their total."""
    figures = reading.quantities_in(sentence.span)
    inside = [token for token in figures if token.span.start in results]
    for total in figures if len(inside) > 1 else ():
        parts = tuple(token for token in inside if token.span.end <= total.span.start)
        if (
            len(parts) < 2
            or total in inside
            or total.unit is not Unit.YUAN
            or not _is_aggregate(reading.frame(total.span))
        ):
            continue
        if _CONNECTION.fullmatch(reading.text[parts[-1].span.end : total.span.start]):
            yield _Group(total, parts, True)


def _depth(sentence: Sentence, token: Quantity) -> int:
    segment: Segment = sentence.segments[sentence.segment_at(token.span.start)]
    return segment.depth


def _is_aggregate(frame: Frame) -> bool:
    aggregate = frame.get("aggregate")
    return aggregate is not None and aggregate.level == SEGMENT


def _is_total_like(reading: Reading, token: Quantity) -> bool:
    """A figure for a payer as a whole: no scheme of its own stands beside it, and it is not the base."""
    frame = reading.frame(token.span)
    scheme = frame.get("scheme")
    own_scheme = scheme is not None and scheme.level == SEGMENT and scheme.value != "social"
    return not own_scheme and not is_base(reading, token) and ("payer" in frame or "aggregate" in frame)


def _claim(reading: Reading, sentence: Sentence, group: _Group, bases: Bases) -> Iterator[TotalClaim]:
    total, parts = group.total, group.parts
    if is_base(reading, total):
        return
    if not group.laid_out and any(_off_topic(reading.frame(token.span)) for token in (total, *parts)):
        return
    by_rate = total.unit is Unit.YUAN and parts[0].unit is Unit.PERCENT
    base = bases.of_sentence(sentence) if by_rate else None
    if total.unit is not parts[0].unit and base is None:
        return
    span = total.span
    for part in parts:
        span = span.joined(part.span)
    labels = tuple(Part(part, _label(reading, part)) for part in parts)
    yield TotalClaim(span, sentence.span, reading.scope(span, sentence), total, labels, base, group.closed)


def _off_topic(frame: Frame) -> bool:
    aspect = frame.get("aspect")
    return aspect is not None and aspect.level <= BRACKET and aspect.value in _NOT_CONTRIBUTIONS


def _label(reading: Reading, token: Quantity) -> str:
    frame = reading.frame(token.span)
    for name in ("scheme", "payer"):
        if name in frame and frame[name].level <= BRACKET:
            return frame[name].term.span.cut(reading.text)
    return ""
