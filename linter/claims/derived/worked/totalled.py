"""The sum of what was worked out step by step just above: (30000-1000)×85%=24650; 16000×90%=14400; 合计报销40050元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.calculations.consistency import INCONSISTENT, compare, evaluate
from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.derived.operations.told import is_wage, payer
from linter.claims.derived.worked.steps import Worked, clause_before, results_between
from linter.claims.model import EquationClaim
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_ALL = re.compile(
    "合计|总计|共计|总共|一共|加起来|相加|加总|合起来|加在一起|[两二三四五六]项[^,;。0-9]{0,4}(?:共|是|为|:)"
)
_OTHER = re.compile("其中|另|单位|公司|企业|年|个月|平均|人均|到手|剩|余|最[高低多少]|以上|如果|若|每")
_FEWEST, _MOST, _REACH, _BLOCKS = 2, 6, 24, 7


def totalled(reading: Reading) -> Iterator[Worked]:
    """Each total of all that was worked out since the heading, or since the paragraph begins, side by side."""
    claims = [claim for claim in reading.once(extract_equations) if claim.stated.unit in (Unit.YUAN, Unit.NONE)]
    shown = {claim.stated.span.start for claim in claims}
    for sentence in reading.sentences:
        if is_question(reading, sentence):
            continue
        for result in results_between(reading, sentence.span.start, sentence.span.end):
            led = clause_before(reading, result, _REACH)
            if result.span.start in shown or not _ALL.search(led) or _OTHER.search(led) or result.per == "year":
                continue
            blocks = reading.document.sections[sentence.section].blocks
            first = blocks[max(0, sentence.block - _BLOCKS)].span.start
            heading = max((span.end for span in reading.framer.headings_above(sentence)[:1]), default=first)
            parts = _parts(reading, claims, Span(max(first, heading), result.span.start))
            if parts:
                way = Calculation("add", tuple(parts))
                if max(part.value for part in parts) < result.value < 2 * way.value:
                    yield result, way


def _parts(reading: Reading, claims: Sequence[EquationClaim], area: Span) -> list[Quantity]:
    """The results of the calculations of a stretch, all right, none made of another, with no other sum told."""
    inside = [claim for claim in claims if area.contains(claim.span)]
    parts = [claim.stated for claim in inside]
    if not _FEWEST <= len(parts) <= _MOST or any(_is_wrong(claim) for claim in inside):
        return []
    told = results_between(reading, inside[0].span.start, area.end)
    values = {part.value for part in parts}
    used = {each.value for claim in inside for each in reading.quantities_in(claim.left_span)}
    payers = {payer(reading, part) for part in parts}
    alone = [token.span.start for token in told] == [part.span.start for part in parts]
    plain = alone and len(values) == len(parts) and not values & used and len(payers) == 1
    return parts if plain and not any(is_wage(reading, part) or part.per == "year" for part in parts) else []


def _is_wrong(claim: EquationClaim) -> bool:
    return compare(evaluate(claim.left), claim.stated) == INCONSISTENT
