"""Totals with parts listed beside them: in a bracket, behind a colon, or before the total.

1624元(养老400元+医疗100元) · 每月525元:养老400元、医疗100元、失业25元 · 1120元+35元+14元,合计1169元
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.bases import is_base
from linter.claims.context.frame import BRACKET, SEGMENT, Frame
from linter.claims.context.layout import Segment, Sentence
from linter.claims.context.payers import PAID_BY
from linter.claims.context.persons import family, persons
from linter.claims.context.reading import Reading
from linter.claims.sums.total_groups import TotalGroup, directly_before, is_aggregate
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_OPEN_LIST = re.compile(r"等|其中|例如|比如|如|不含|另|之一")
_PLUS = re.compile(r"\+|加上?|外加|再加")
_OPENING = re.compile(r"(?:/月|每月|左右)?\s*\(")
_LIST_BEGINS = re.compile(r"(?:/月|每月|左右)?\s*(?P<mark>[:,])\s*(?P<holds>其中|包括|包含|分别为|即|含|由)?")
_MORE = re.compile("不含|另|公积金|[一二两]金|大病|大额|补充|长护|护理|年金|例如|比如|个税|所得税")
# A few yuan of some supplement often go unnamed.
_UNNAMED = Decimal("0.03")
_AND_MORE = re.compile(r"(?:左右|/月|\s)*(?:等|\+|、|[,;和及与加][^,。;]{0,12}[0-9])")
_NOTHING_MORE = re.compile(r"\s*(?:[。;(!]|$)")
_HOLDS_ALL = frozenset({"包括", "包含", "即", "含", "由"})
_TREASURY = "fiscal"
# 全家一共, 两人合计: of all of them, and for no longer than each.
_OF_ALL = re.compile(r"^[^年]*(?:全家|一家|[两二三四五几]个?人|[两三四五]口|夫妻|两口|二老|父母|娘俩|爷俩|俩)[^年]*$")
_BOTH = {"employer", "employee"}
_PENSIONS = frozenset({"basic_pension", "account_pension", "transition_pension"})
_STAGE = re.compile(r"前|后|头|第[一二三四五]|其余|剩下|剩余|余下|另外|[0-9]{1,2}月(?:份)?(?:到|至|[-–—~～])")


def in_bracket(reading: Reading, sentence: Sentence, figures: Sequence[Quantity]) -> Iterator[TotalGroup]:
    """A figure whose bracket lists at least two figures of one unit, each with a name of its own."""
    for total in figures:
        opening = _bracket_after(reading, sentence, total)
        if opening is None:
            continue
        inside = reading.quantities_in(opening)
        # 816元(养老640加医疗160加失业16元,合计816元): parts without a unit, or the total once more.
        if any(token.unit is Unit.NONE or is_aggregate(reading.frame(token.span)) for token in inside):
            continue
        unit = _common_unit(total, inside)
        parts = tuple(token for token in inside if token.unit is unit)
        if len(parts) >= 2 and _listed(reading, opening, parts):
            yield TotalGroup(total, parts, not _OPEN_LIST.search(opening.cut(reading.text)))


def _bracket_after(reading: Reading, sentence: Sentence, token: Quantity) -> Span | None:
    # A bracket that opens the next line belongs to no figure of this sentence.
    match = _OPENING.match(reading.text, token.span.end, sentence.span.end)
    if match is None:
        return None
    start = match.end()
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


def after_colon(reading: Reading, sentence: Sentence, figures: Sequence[Quantity]) -> Iterator[TotalGroup]:
    """每月525元:养老400元、医疗100元、失业25元 — the list directly after the total's colon, up to a semicolon.

    每月525元,含养老8%、医疗2%、失业0.5% — or of the rates that make it.
    """
    for index, total in enumerate(figures):
        match = _LIST_BEGINS.match(reading.text, total.span.end)
        if match is None or total.unit is not Unit.YUAN or not _is_total_like(reading, total):
            continue
        parts = _of_schemes(reading, total, figures[index + 1 :])
        by_rate = bool(parts) and parts[0].unit is Unit.PERCENT
        if len(parts) >= 2 and len({reading.frame(part.span)["scheme"].value for part in parts}) == len(parts):
            told = match["holds"] in _HOLDS_ALL and not _OPEN_LIST.search(reading.text, match.end(), parts[-1].span.end)
            told = told and _NOTHING_MORE.match(reading.text, parts[-1].span.end, sentence.span.end) is not None
            if told or not by_rate:
                closed = match["mark"] == ":" or _all_a_payer_pays(reading, sentence, total, parts)
                yield TotalGroup(total, tuple(parts), told if by_rate else closed)


def _all_a_payer_pays(reading: Reading, sentence: Sentence, total: Quantity, parts: Sequence[Quantity]) -> bool:
    """个人每月共交940元,其中养老640元、医保160元、失业40元: nothing is left that the payer of the total pays for."""
    payer = reading.frame(total.span).get("payer")
    if (
        payer is None
        or payer.level > BRACKET
        or payer.value not in PAID_BY
        or _MORE.search(sentence.span.cut(reading.text))
    ):
        return False
    schemes = {reading.frame(part.span)["scheme"].value for part in parts}
    left = abs(total.value - sum((part.value for part in parts), Decimal(0)))
    return (
        PAID_BY[payer.value] <= schemes
        and left > total.value * _UNNAMED
        and not _AND_MORE.match(reading.text, parts[-1].span.end)
    )


def _of_schemes(reading: Reading, total: Quantity, figures: Sequence[Quantity]) -> list[Quantity]:
    """The amounts, or the rates, that follow a total, each beside a scheme of its own."""
    parts: list[Quantity] = []
    unit = figures[0].unit if figures and figures[0].unit is Unit.PERCENT else Unit.YUAN
    for token in figures:
        between = reading.text[(parts[-1] if parts else total).span.end : token.span.start]
        frame = reading.frame(token.span)
        scheme = frame.get("scheme")
        if ";" in between or token.unit is not unit or is_aggregate(frame):
            break
        if scheme is None or scheme.level != SEGMENT or "+" in scheme.value:
            break
        parts.append(token)
    return parts


def _is_total_like(reading: Reading, token: Quantity) -> bool:
    """A figure for a payer as a whole: no scheme of its own stands beside it, and it is not the base."""
    frame = reading.frame(token.span)
    scheme = frame.get("scheme")
    own_scheme = scheme is not None and scheme.level == SEGMENT and scheme.value != "social"
    return not own_scheme and not is_base(reading, token) and ("payer" in frame or "aggregate" in frame)


def before_total(reading: Reading, sentence: Sentence, figures: Sequence[Quantity]) -> Iterator[TotalGroup]:
    """1120元(养老)+35元(失业)+14元(工伤),合计1169元 — the parts before a figure that is called a total."""
    since = 0
    for index, total in enumerate(figures):
        if not is_aggregate(reading.frame(total.span)):
            continue
        same = [token for token in figures[since:index] if token.unit is total.unit and not is_base(reading, token)]
        level = _depth(sentence, total)
        # 养老8%(664元)、医疗2%(166元),合计830元: the parts may all stand in brackets.
        parts = tuple(token for token in same if _depth(sentence, token) == level) or tuple(
            token for token in same if _depth(sentence, token) == level + 1
        )
        closed = len(parts) >= 2 and directly_before(reading, parts[-1], total)
        of_persons = closed and _of_persons(reading, sentence, parts, total)
        if len(parts) >= 2 and (
            of_persons
            or _tell_apart(reading, parts, closed)
            or _added(reading, parts)
            or (closed and _in_stages(reading, sentence, parts))
        ):
            yield TotalGroup(total, parts, closed, laid_out=of_persons)
        since = index + 1


def _in_stages(reading: Reading, sentence: Sentence, parts: Sequence[Quantity]) -> bool:
    """True when each part is that of a stage of its own: 前12个月28080元,后6个月11232元."""
    starts = [sentence.span.start, *(part.span.end for part in parts)]
    gaps = [reading.text[start : part.span.start] for start, part in zip(starts, parts, strict=False)]
    # 前6个月每月1980元: so much for each of its months is no part of the total.
    return all(_STAGE.search(gap) for gap in gaps) and not any(part.per for part in parts)


def _of_persons(reading: Reading, sentence: Sentence, parts: Sequence[Quantity], total: Quantity) -> bool:
    """爸爸400元,妈妈420元,两人一共820元: each part is that of another person, and the total that of them all."""
    starts = [sentence.span.start, *(part.span.end for part in parts)]
    named = [reading.text[start : part.span.start] for start, part in zip(starts, parts, strict=False)]
    who = [family(said) or persons(said) for said in named]
    different = all(len(names) == 1 for names in who) and len(frozenset().union(*who)) == len(parts)
    led = reading.text[parts[-1].span.end : total.span.start]
    return different and _OF_ALL.search(led) is not None and len({part.per for part in (*parts, total)} - {None}) < 2


def _tell_apart(reading: Reading, parts: Sequence[Quantity], closed: bool) -> bool:
    """True when each part has a scheme of its own, or is another part of a pension, or of treasury and insured.

    What the employer and the employee pay makes a total of two parts only where it follows at once.
    """
    for name in ("scheme", "payer"):
        slots = [reading.frame(_named_at(reading, part)).get(name) for part in parts]
        values = [slot.value for slot in slots if slot is not None and slot.level <= BRACKET]
        distinct = len(values) == len(parts) == len(set(values)) and not any("+" in value for value in values)
        if distinct and (name == "scheme" or _TREASURY in values or (closed and set(values) == _BOTH)):
            return True
    pensions = [reading.frame(part.span).get("measure") for part in parts]
    parts_of_one = {slot.value for slot in pensions if slot is not None and slot.level == SEGMENT}
    return closed and parts_of_one <= _PENSIONS and len(parts_of_one) == len(parts)


def _named_at(reading: Reading, part: Quantity) -> Span:
    """养老保险6000×8%=480元: what stands before a calculation names its result."""
    for claim in reading.once(extract_equations):
        if claim.stated.span == part.span:
            first = reading.quantities_in(claim.left_span)
            return first[0].span if first else part.span
    return part.span


def _added(reading: Reading, parts: Sequence[Quantity]) -> bool:
    """True when the text itself adds every part to the one before: 400元,加上财政补助670元."""
    gaps = [reading.text[first.span.end : second.span.start] for first, second in pairwise(parts)]
    return all(_PLUS.search(gap) for gap in gaps)


def _depth(sentence: Sentence, token: Quantity) -> int:
    segment: Segment = sentence.segments[sentence.segment_at(token.span.start)]
    return segment.depth
