"""Whole, part and what is left of it: 总费用26000元…报销18020元…自己承担7980元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from linter.claims.calculations.slips import one_digit_off, transposed
from linter.claims.context.amounts import amounts_in, before, block_of, clause
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_Pair = tuple[Quantity, Quantity]
_MOST_PAYMENTS = 6


@dataclass(frozen=True, slots=True)
class _Rest:
    """Whole, part and what is left of it, each by its words in the figure's clause."""

    whole: re.Pattern[str]
    part: re.Pattern[str]
    left: re.Pattern[str]


_RESTS = (
    _Rest(
        re.compile("总费用|费用(?:总额|总计|合计)?(?:共|为|是|:)?|总共?花|一共花|花了|花费|账单|医疗费|医药费|住院费"),
        re.compile("报销|报了|基金(?:支付|付|出)|统筹(?:支付|付|出)|医保(?:支付|付|出|报)"),
        re.compile(
            "(?:自己|个人(?!账户)|本人|患者|他|她|家里|[老小][\u4e00-\u9fff])[^,;。0-9]{0,4}(?:承担|负担|掏|付|出|支付)|自付|自掏|自负"
        ),
    ),
    _Rest(
        re.compile("限额|额度|封顶|余额"),
        re.compile("已(?:经)?(?:用|报|花|支)|用了|用掉|报了|报销|花了|花掉"),
        re.compile("剩|余(?:下|额)"),
    ),
)
# A threshold is a mark, not a payment: nobody pays it besides.
_MARK = re.compile("起付|门槛|目录内|政策范围内|封顶|限额")


def rest(reading: Reading, sentence: Sentence, result: Quantity, formulas: Mapping[int, Span]) -> Calculation | None:
    """What the only pair of whole and part leaves; ``formulas`` are the written calculations by their results."""
    if result.unit is not Unit.YUAN or result.per_head:
        return None
    operands = [span for span in formulas.values() if block_of(reading, sentence).contains(span)]
    figures = [
        token
        for token in amounts_in(reading, before(reading, sentence, result))
        if not any(span.contains(token.span) for span in operands)
    ]
    own = clause(reading, sentence, result.span)
    for kind in _RESTS:
        if len(figures) >= 2 and kind.left.search(own):
            named = [
                (token, clause(reading, sentence, formulas.get(token.span.start, token.span))) for token in figures
            ]
            return _left(kind, named, result)
    return None


def _left(kind: _Rest, named: Sequence[tuple[Quantity, str]], result: Quantity) -> Calculation | None:
    wholes = [token for token, said in named if kind.whole.search(said) and not kind.part.search(said)]
    parts = [token for token, said in named if kind.part.search(said)]
    pairs = [(whole, part) for whole in wholes for part in parts if whole.value > part.value]
    payments = [token for token, said in named if not _MARK.search(said)]
    if _explained([token for token, _ in named], payments, pairs, result):
        return None
    # Anything else may be left out of it as well: only a text with these three figures decides, or a slip.
    slips = list(_slips(pairs, result))
    decisive = slips if slips else pairs if len(named) == 2 else []
    return Calculation("subtract", decisive[0]) if len(decisive) == 1 else None


def _slips(pairs: Sequence[_Pair], result: Quantity) -> Iterator[_Pair]:
    for whole, part in pairs:
        right = whole.value - part.value
        if transposed(result.value, right) or one_digit_off(result.value, right):
            yield whole, part


def _explained(
    figures: Sequence[Quantity], payments: Sequence[Quantity], pairs: Sequence[_Pair], result: Quantity
) -> bool:
    """True when some two figures, or whole and part with further payments, leave just what is written."""
    if any(one.value - other.value == result.value for one in figures for other in figures if one is not other):
        return True
    for whole, part in pairs:
        others = [token.value for token in payments if token is not whole and token is not part][-_MOST_PAYMENTS:]
        further = (sum(some) for size in range(1, len(others) + 1) for some in combinations(others, size))
        if whole.value - part.value - result.value in set(further):
            return True
    return False
