"""The parts that a sum is said to hold: 每人每年60元,其中个人30元,财政20元,基金划转10元. They cannot exceed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.sums.total_groups import TotalGroup
from linter.scan.tokens import Quantity, Unit

_HOLDS = re.compile(r"(?:/[年月])?[,:(](?:这)?(?:其中|里面|里头|当中|包括|包含|含)(?:的)?[:,]?[^,;。:()0-9]{1,12}")
_NEXT = re.compile(r"(?:/[年月])?(?:[,、;]|和|加上?)[^,;。:()0-9]{1,12}")
# 一档补40元,二档补60元: alternatives, of which there is one at a time.
_NO_PART = re.compile(
    "[每各档级或]|最[高低多少]|不[低高超]|上限|下限|封顶|起付|基数|去年|上年|原来|[提涨增降减]|比|次|若|如"
)
_FEWEST, _MOST = 2, 6


def of_which(reading: Reading, sentence: Sentence, figures: Sequence[Quantity]) -> Iterator[TotalGroup]:
    """A sum and the run of parts right behind it, each with a name; more of them may be untold."""
    for at, total in enumerate(figures):
        parts = _run(reading, total, figures[at + 1 :])
        if total.unit is Unit.YUAN and not total.is_range and _FEWEST <= len(parts) <= _MOST:
            yield TotalGroup(total, tuple(parts), False, laid_out=True)


def _run(reading: Reading, total: Quantity, figures: Sequence[Quantity]) -> list[Quantity]:
    parts: list[Quantity] = []
    for token in figures:
        led = reading.text[(parts[-1] if parts else total).span.end : token.span.start]
        fits = (_NEXT if parts else _HOLDS).fullmatch(led) is not None and _NO_PART.search(led) is None
        if not fits or token.unit is not Unit.YUAN or token.is_range or token.bound is not None:
            break
        parts.append(token)
    return parts
