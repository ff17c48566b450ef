"""Results a slip away from what the text makes of its figures: 收入3.86亿元,支出3.12亿元,结余0.84亿元 for 0.74.

What the words before a figure say it is (a sum, a difference, so many times) is worked out from the figures told just
before it, in whatever words. Only a slip is believed: the figure is right up to one digit, two changed places or a
nought, and nothing that the text tells makes what is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.calculations.slips import carried, digit_off, exchanged, significant, transposed
from linter.claims.context.amounts import before, is_exact, is_plain_sum, under_heading
from linter.claims.context.frame import SENTENCE
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.derived.near_tables import table_ways
from linter.claims.derived.near_ways import Told, ways
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation, number
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_MOST = 10
# Figures further up than so many are not looked at, however long the section is.
_WINDOW = 40
_MARKS = re.compile("[,;。:(|]")
_LED = 24
_NO_RESULT = re.compile(
    "其中|封顶|上限|下限|最[高低](?!那?[一]?档)|至少|最多|起付|限额|如果|假如|若|不低于|不超过|每增|每多|再缴|标准|平均|人均"
)
_BESIDES = re.compile(
    "前(?!12|十二)[一二三四五六几0-9]+个?月|头[一二三几]个?月|另发|另算|另有|绩效|奖金|加班|如果|假如|假设|倘若|不到|不足|低于|高于|超过"
)
_BEFORE = 12
_TWELVE = Decimal(12)
_TEN = Decimal(10)
_KINDS = frozenset({Unit.YUAN, Unit.NONE, Unit.COUNT, Unit.POINTS, Unit.PERCENT})
_OF_MONEY = frozenset({Unit.YUAN, Unit.NONE})
_PAIR = 2
_FEW, _ENOUGH, _MANY = 2, 3, 4
_MOST_SUMS = 200


def _operands(reading: Reading) -> Iterator[frozenset[int]]:
    """Once: where the figures start that calculations are made of: only their results are told."""
    claims = reading.once(extract_equations)
    yield frozenset(token.span.start for claim in claims for token in reading.quantities_in(claim.left_span))


def _worked_out(reading: Reading) -> Iterator[frozenset[int]]:
    """Once: where the results of written calculations start."""
    yield frozenset(claim.stated.span.start for claim in reading.once(extract_equations))


def _may_be_result(token: Quantity) -> bool:
    return token.unit in _KINDS and is_exact(token) and token.value > 0


def near_result(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    """The only calculation, of those the words before a figure speak of, that it is a slip away from."""
    if not _may_be_result(result):
        return None
    (operands,) = reading.once(_operands)
    led = reading.text[max(sentence.span.start, result.span.start - _LED) : result.span.start]
    if _NO_RESULT.search(_MARKS.split(led)[-1]) or _is_told_again(reading, result):
        return None
    for area, fewest in ((before(reading, sentence, result), _ENOUGH), (_above(reading, sentence, result), _MANY)):
        told = _told(reading, sentence, result, area, operands)
        if not told.alike or any(token.value == result.value for token in told.alike):
            continue
        tight = fewest == _ENOUGH and len(told.alike) == _PAIR
        slips = {
            way.value: way
            for way in ways(reading, told, result)
            if (_is_slip(result, way, _fewest(told, way, tight, fewest)) or _is_nought_off(told, result, way))
            and _of_one_thing(reading, way, result)
        }
        if len(slips) == 1 and not _explained(told, result):
            return next(iter(slips.values()))
    return _of_table(reading, sentence, result)


def _is_told_again(reading: Reading, result: Quantity) -> bool:
    """True for a sum that the text tells more than once: it is given, or right; a slip is made once."""
    (often,) = reading.once(_sums_told_often)
    return significant(result.value) >= _ENOUGH and result.value in often


def _sums_told_often(reading: Reading) -> Iterator[frozenset[Decimal]]:
    counts = Counter(token.value for token in reading.tokens.quantities if token.unit in _OF_MONEY and is_exact(token))
    yield frozenset(value for value, count in counts.items() if count > 1)


def _of_one_thing(reading: Reading, way: Calculation, result: Quantity) -> bool:
    """True where all are of one payer and of one time, and nothing is supposed or paid besides in between."""
    tokens = list(way.tokens())
    if not tokens:
        return True
    said = reading.text[max(0, min(token.span.start for token in tokens) - _BEFORE) : result.span.start]
    times = {token.per for token in tokens if token.unit is result.unit} - {None}
    one_time = way.op not in ("add", "subtract") or len(times) <= 1
    slots = [reading.frame(token.span).get("payer") for token in (*tokens, result)]
    payers = {slot.value for slot in slots if slot is not None and slot.level <= SENTENCE}
    one_head = way.op not in ("add", "subtract") or not result.per_head or all(token.per_head for token in tokens)
    one_payer = way.op != "multiply" or len(payers) <= 1
    plain = not _BESIDES.search(said) and not words("at_a_limit").search(said)
    return one_time and one_head and one_payer and plain


def _of_table(reading: Reading, sentence: Sentence, result: Quantity) -> Calculation | None:
    slips = [way for way in table_ways(reading, sentence, result) if _is_slip(result, way, _ENOUGH)]
    if len(slips) != 1:
        return None
    told = reading.quantities_in(Span(_above(reading, sentence, result).start, result.span.start))
    return None if any(token.value == result.value for token in told) else slips[0]


def _fewest(told: Told, way: Calculation, tight: bool, fewest: int) -> int:
    """How many digits must be right: fewer where nothing else can be added or taken away."""
    if way.op == "multiply":
        return max(fewest, _ENOUGH)
    if way.op in ("add", "subtract") and {*way.operands} <= {*told.results}:
        return _FEW if len(told.results) == _PAIR else _ENOUGH
    return _FEW if tight else fewest


def _above(reading: Reading, sentence: Sentence, result: Quantity) -> Span:
    return under_heading(reading, sentence, result.span.start)


def _told(reading: Reading, sentence: Sentence, result: Quantity, area: Span, operands: frozenset[int]) -> Told:
    near = reading.quantities_in(area)[-_WINDOW:]
    everything = [token for token in near if is_exact(token) and token.span.start not in operands][-_MOST:]
    alike = [token for token in everything if _is_alike(reading, token, result)]
    since = max([sentence.span.start, *(token.span.end for token in alike[-1:])])
    said = reading.text[max(since, result.span.start - _LED) : result.span.start]
    (worked_out,) = reading.once(_worked_out)
    results = tuple(token for token in alike if token.span.start in worked_out)
    return Told(tuple(everything), tuple(alike), results, said, reading.text[sentence.span.start : result.span.start])


def _is_alike(reading: Reading, token: Quantity, result: Quantity) -> bool:
    if result.unit in _OF_MONEY:
        return is_plain_sum(reading, token) and is_plain_sum(reading, result)
    if result.unit is Unit.POINTS:
        return token.unit is Unit.PERCENT
    return token.unit is result.unit and token.classifier == result.classifier


def _is_slip(result: Quantity, way: Calculation, fewest: int) -> bool:
    """One digit off, or two changed places; so many digits make it no chance."""
    right = way.value
    if right <= 0 or abs(right - result.value) < result.step:
        return False
    if result.approximate:
        return False
    swapped = transposed(result.value, right) and significant(result.value) >= fewest
    one_off = digit_off(result.value, right, fewest) or carried(result.value, right, fewest)
    return swapped or exchanged(result.value, right) or one_off


def _is_nought_off(told: Told, result: Quantity, way: Calculation) -> bool:
    """A nought too many or too few in a total, and 每月1760元,全年1.76万元: ten months for twelve."""
    if way.op != "multiply" or significant(result.value) < _ENOUGH:
        return False
    if told.sums_up and way.value in (result.value * _TEN, result.value / _TEN):
        return True
    return told.of_a_year and way.operands[1:] == (_TWELVE,) and number(way.operands[0]) * _TEN == result.value


def _explained(told: Told, result: Quantity) -> bool:
    """True where some of the figures make what is written: a sum, a difference, a product, a share."""
    values = [token.value for token in told.alike]
    sums = {sum(some, Decimal(0)) for size in range(1, len(values) + 1) for some in combinations(values, size)}
    factors = {number(token) for token in told.everything} | {_TWELVE}
    factors |= {token.value / _TWELVE for token in told.everything if token.unit is Unit.MONTHS}
    made = set(sums)
    if len(sums) <= _MOST_SUMS:
        made |= {abs(one - other) for one, other in combinations(sums, 2)}
    made |= {one * factor for one in sums for factor in factors}
    made |= {one / factor for one in values for factor in factors if factor}
    made |= {one * factor * other for one in values for factor, other in combinations(factors, 2)}
    return any(abs(one - result.value) <= result.step / 2 for one in made)
