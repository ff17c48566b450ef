"""Totals with their parts, amounts or rates: 1120元+35元+14元,合计1169元 · 每月1576元(养老8%+医疗2%+失业0.3%)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from linter.claims.calculations.consistency import INCONSISTENT, compare, evaluate
from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.bases import Bases, is_base
from linter.claims.context.frame import BRACKET, Frame
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model import Part, TotalClaim
from linter.claims.sums.counted_totals import of_items
from linter.claims.sums.list_totals import of_list
from linter.claims.sums.listed_totals import after_colon, before_total, in_bracket
from linter.claims.sums.parts_of_which import of_which
from linter.claims.sums.total_groups import TotalGroup
from linter.scan.tokens import Quantity, Unit
from reference.interval import Interval

_COUNTED = frozenset({Unit.YUAN, Unit.PERCENT})
_EACH, _HEAD = re.compile("[每一]个?[人位][^,;。:0-9]{0,4}$"), 8
_NO_TOTALS = frozenset({"net_pay"})
_NOT_CONTRIBUTIONS = frozenset({"reimbursement", "out_of_pocket", "change", "cost", "penalty"})


def extract(reading: Reading) -> Iterator[TotalClaim]:
    """Every total whose parts are written in the same sentence."""
    equations = reading.once(extract_equations)
    results = frozenset(claim.stated.span.start for claim in equations if claim.stated.unit is Unit.YUAN)
    operands = (token.span.start for claim in equations for token in reading.quantities_in(claim.span))
    taken = frozenset(operands) - results
    computed = {claim.stated.span.start: evaluate(claim.left) for claim in equations}
    bases = Bases(reading)
    for sentence in reading.sentences:
        figures = [
            token
            for token in reading.quantities_in(sentence.span)
            if token.unit in _COUNTED and token.span.start not in taken
        ]
        written_out = [*of_items(reading, sentence, equations)] or [*of_list(reading, sentence, equations)]
        for group in written_out:
            # 两项相加,1500元+800元=2300元: the first number of a calculation is no total.
            if group.total.span.start not in taken and not _right_of_calculations(group, computed):
                yield from _claim(reading, sentence, group, bases)
        if len(figures) < 3:
            continue
        groups = [group for way in (in_bracket, after_colon, of_which) for group in way(reading, sentence, figures)]
        groups = groups or list(before_total(reading, sentence, figures))
        for group in groups:
            if any(group.total is other.total for other in written_out):
                continue
            yield from _claim(reading, sentence, group, bases)


def _right_of_calculations(group: TotalGroup, computed: Mapping[int, Interval]) -> bool:
    """True where the total is that of what the calculations give, though one of them is written with a wrong result."""
    told = [Interval.point(part.value) for part in group.parts]
    given = [computed.get(part.span.start, one) for part, one in zip(group.parts, told, strict=True)]
    differs, errs = (compare(sum(each[1:], each[0]), group.total) == INCONSISTENT for each in (told, given))
    return group.total.unit is Unit.YUAN and differs and not errs


def _claim(reading: Reading, sentence: Sentence, group: TotalGroup, bases: Bases) -> Iterator[TotalClaim]:
    total, parts = group.total, group.parts
    if is_base(reading, total) or _is_left_over(reading.frame(total.span)):
        return
    if not total.per_head and total.unit is Unit.YUAN and _of_several_heads(reading, sentence, parts):
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


def _of_several_heads(reading: Reading, sentence: Sentence, parts: Sequence[Quantity]) -> bool:
    """三口每人400元,加上两位老人每人400元: the total of the family is not what one head and another pay."""
    led = (reading.text[max(sentence.span.start, part.span.start - _HEAD) : part.span.start] for part in parts)
    counted = any(token.unit is Unit.COUNT and not token.is_range for token in reading.quantities_in(sentence.span))
    return counted and all(part.per_head or _EACH.search(said) for part, said in zip(parts, led, strict=True))


def _off_topic(frame: Frame) -> bool:
    aspect = frame.get("aspect")
    return aspect is not None and aspect.level <= BRACKET and aspect.value in _NOT_CONTRIBUTIONS


def _is_left_over(frame: Frame) -> bool:
    """到手7500元(养老8%、医疗2%): what is left of a wage is not the total of what was taken from it."""
    measure = frame.get("measure")
    return measure is not None and measure.level <= BRACKET and measure.value in _NO_TOTALS


def _label(reading: Reading, token: Quantity) -> str:
    frame = reading.frame(token.span)
    for name in ("scheme", "payer"):
        if name in frame and frame[name].level <= BRACKET:
            return frame[name].term.span.cut(reading.text)
    return ""
