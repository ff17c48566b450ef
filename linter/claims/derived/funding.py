"""What insured and treasury pay, and the two together, limits and all: 个人420元,补助不低于690元,合计1110元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.frame import SENTENCE
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.derived.operations.extract import extract as extract_operations
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import Calculation
from linter.claims.sums.totals import extract as extract_totals
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

# What calls a figure the two together; and what may stand between it and the last of the two.
_TOGETHER = re.compile(
    "(?:加起来|相加|加一起|合起来|合在一起|合计|总计|共计|一共|总共|总筹资|筹资|盘子|凑)[^,;。:0-9]{0,14}$"
)
_TO_TOTAL = re.compile("[^。;0-9]{0,8}[,;。、:(]?[^,;。:0-9]{0,24}")
_OTHER = re.compile(
    "增加|提高|上调|(?<![没不未])涨|比(?!例)|其中|原|(?<![和跟与同])(?:去年|上年)|以前|低保|特困|大病|长护|如果|若|另|全家|一家|[两三四五]口|学生|老年|成人"
)
_TREASURY = re.compile("(?:财政|政府|国家|公家)[^,;。:0-9]{0,12}(?:补助|补贴|补|贴|出|掏)[^,;。:0-9]{0,8}$")
_PAYERS = {"employee", "fiscal"}
_REACH = 30


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """The totals right behind one amount of the insured and one of the treasury."""
    taken: frozenset[int] | None = None
    for sentence in reading.sentences:
        for total in reading.quantities_in(sentence.span):
            parts = _parts(reading, sentence, total) if _is_money(total) else ()
            if parts:
                taken = taken if taken is not None else _taken(reading)
                if total.span.start not in taken:
                    scope = reading.scope(total.span, sentence)
                    yield DerivedClaim(
                        total.span,
                        sentence.span,
                        scope,
                        total,
                        Calculation("add", tuple(parts)),
                        _are_exact(parts, total),
                    )


def _taken(reading: Reading) -> frozenset[int]:
    """Where figures stand that something else holds against what they are made of; an open list of parts does not."""
    made = {claim.result.span.start for claim in reading.once(extract_operations)}
    made |= {claim.total.span.start for claim in reading.once(extract_totals) if claim.closed}
    return frozenset(made | {claim.stated.span.start for claim in reading.once(extract_equations)})


def _are_exact(parts: Sequence[Quantity], total: Quantity) -> bool:
    return not any(token.approximate or token.bound for token in (*parts, total))


def _parts(reading: Reading, sentence: Sentence, total: Quantity) -> Sequence[Quantity]:
    """The two amounts of the paragraph right before a total."""
    text = reading.text
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    if not _TOGETHER.search(text, max(sentence.span.start, total.span.start - _REACH), total.span.start):
        return ()
    before = [token for token in reading.quantities_in(Span(block.start, total.span.start)) if token.unit is Unit.YUAN]
    parts = before[-2:]
    if len(parts) < len(_PAYERS) or not all(map(_is_money, parts)) or is_question(reading, sentence):
        return ()
    payers = {_payer(reading, part) for part in parts}
    start = max(block.start, parts[0].span.start - _REACH)
    plain = payers == _PAYERS and not _OTHER.search(text, max(start, _clause(text, parts[0])), total.span.end)
    led = _TO_TOTAL.fullmatch(text, parts[-1].span.end, total.span.start) is not None
    return parts if plain and led and not is_reported(reading, sentence, total.span) else ()


def _payer(reading: Reading, part: Quantity) -> str | None:
    if _TREASURY.search(reading.text, max(_clause(reading.text, part), part.span.start - _REACH), part.span.start):
        return "fiscal"
    slot = reading.frame(part.span).get("payer")
    return slot.value if slot is not None and slot.level <= SENTENCE else None


def _clause(text: str, token: Quantity) -> int:
    return max(text.rfind(mark, 0, token.span.start) for mark in ",;。:\n") + 1


def _is_money(token: Quantity) -> bool:
    return token.unit is Unit.YUAN and not token.is_range and token.bound in (None, "min")
