"""Two shares of one whole, of which one is paid and the other borne: 报销85%(自付15%)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from linter.claims.context.frame import SEGMENT
from linter.claims.context.reading import Reading
from linter.claims.model import SharesClaim
from linter.scan.tokens import Quantity, Unit

# 报销70%,乙类药自付10%后计算: what is taken off before is no share of the same whole.
_DEDUCTED_FIRST = re.compile("\\s*(?:之|以)?后(?!续)")


def extract(reading: Reading) -> Iterator[SharesClaim]:
    """Every two neighbouring percentages of which one is of the insurance, or the employer, and one of the person."""
    for sentence in reading.sentences:
        yield from _shares(reading, reading.quantities_in(sentence.span))


def _shares(reading: Reading, figures: tuple[Quantity, ...]) -> Iterator[SharesClaim]:
    """报销85%(自付15%): two neighbouring percentages, one paid by insurance and one borne by the patient."""
    for first, second in pairwise(figures):
        if first.unit is not Unit.PERCENT or second.unit is not Unit.PERCENT or first.is_range or second.is_range:
            continue
        aspects = (_aspect(reading, first), _aspect(reading, second))
        if aspects == ("share", "share") and {_payer(reading, first), _payer(reading, second)} == {
            "employer",
            "employee",
        }:
            paid, borne = first, second
        elif set(aspects) == {"reimbursement", "out_of_pocket"}:
            paid, borne = (first, second) if aspects[0] == "reimbursement" else (second, first)
        else:
            continue
        whole = first.value + second.value
        if _DEDUCTED_FIRST.match(reading.text, second.span.end) or any(token.value == whole for token in figures):
            continue
        sentence = reading.sentence_at(first.span)
        if sentence is not None:
            span = first.span.joined(second.span)
            yield SharesClaim(span, sentence.span, reading.scope(span, sentence), paid, borne)


def _aspect(reading: Reading, token: Quantity) -> str | None:
    slot = reading.frame(token.span).get("aspect")
    return slot.value if slot is not None and slot.level == SEGMENT else None


def _payer(reading: Reading, token: Quantity) -> str | None:
    slot = reading.frame(token.span).get("payer")
    return slot.value if slot is not None and slot.level == SEGMENT else None
