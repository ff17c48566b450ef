"""Totals that say how many items they add: 两项合计3790元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from linter.claims.calculations.slips import transposed
from linter.claims.context.bases import is_base
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model import EquationClaim
from linter.claims.sums.total_groups import TotalGroup, is_aggregate
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_NUMERALS = {"两": 2, "二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4, "五": 5, "5": 5}
_ITEMS_TOTAL = re.compile(
    r"(?:^|[,;:])[\s·•*-]*(?:把?这|上述|以上|前面|上面)?(?P<count>[两二三四五2345])(?:大?块|项|部分|者|笔|个|样|份|段|次|回)(?:钱|养老金|待遇)?"
    r"(?:合计|相加|加起来|加在一起|合在一起|合起来|合在一块|加一块|之和|总计|加总|一共|总共|共计|共(?!同|济|用)|一加)"
)
_SPENT = re.compile(
    r"(?:自费|花|(?<!起)付|掏|缴|交|报销|报|领|扣|用|取|支出|消费|得|拿)(?:了|掉|去|到|出)?[^,;。0-9基限线]{0,3}$"
)
_SPENT_REACH = 10
_YEAR = re.compile("年")
_NO_ITEM = re.compile(
    "起付|封顶|限额|上限|下限|最低|最高|基数|工资|标准|(?<!伙食)补助(?![金费])|其中|比|原来|去年|总费用|一共|合计|共|涨|上调|提高|增加|下调|下降"
)
_NOTHING_MORE = re.compile(r"(?:/月|每月|左右|[)。,;\s])*")
_MOST_AMOUNTS = 10
_REMARK_REACH = 20
_SPELLS = frozenset({Unit.MONTHS, Unit.DAYS})
_EACH_REACH = 6
# What leads from one item to the next: a clause of its own, without a figure, a bracket or a turn to something else.
_NEXT_ITEM = re.compile(r"[,;、][^,;。:()0-9%=≈+×*÷]{1,16}")


def of_items(reading: Reading, sentence: Sentence, equations: Sequence[EquationClaim]) -> Iterator[TotalGroup]:
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
    if any(one.value + other.value == totals[0].value for one, other in combinations(parts, 2)):
        return
    sums = [token for token in parts if token.unit is Unit.YUAN and is_aggregate(reading.frame(token.span))]
    spent = _just_before(reading, parts, wanted, sentence.span.start + match.start())
    pieces = () if sums or spent else _pieces_before(reading, sentence, wanted, totals[0], match)
    if pieces:
        yield TotalGroup(totals[0], tuple(pieces), True, laid_out=True)
        return
    results = sums if len(sums) == wanted else spent or _results_above(reading, sentence, equations)
    if results and not spent and _goes_on(reading, results[-1], sentence):
        return
    if len(results) == wanted or (len(results) > wanted and _is_slip(totals[0], results[-wanted:])):
        yield TotalGroup(totals[0], tuple(results[-wanted:]), True, results is spent)


def counted(said: str) -> int | None:
    """How many items a sentence says that it adds: 3 for 三项合计."""
    match = _ITEMS_TOTAL.search(said)
    return None if match is None else _NUMERALS[match["count"]]


def is_part(reading: Reading, piece: Span) -> bool:
    """True for a piece of text that ends with a plain amount: no limit, no range, no part of another."""
    return _end_of(reading, piece) is not None


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


def _pieces_before(
    reading: Reading, sentence: Sentence, wanted: int, total: Quantity, match: re.Match[str]
) -> list[Quantity]:
    """定额25元;年限45元;水平16元。三项加起来…: as many clauses as items, each of which ends with its amount.

    The clauses stand before the count in its sentence, else they are the whole sentence before it.
    """
    at = sentence.span.start + match.start()
    area = Span(sentence.span.start, at)
    if not reading.quantities_in(area):
        if not sentence.span.start:
            return []  # nothing stands before the first sentence
        before = reading.sentence_at(Span(sentence.span.start - 1, sentence.span.start))
        if before is None or (before.section, before.block) != (sentence.section, sentence.block):
            return []
        area = before.span
    ends = [_end_of(reading, piece) for piece in _pieces(reading.text, area) if reading.quantities_in(piece)]
    if any(end is not None and is_of_several(reading, area, end) for end in ends):
        return []  # 前3天每天60元
    parts = [end for end in ends if end is not None]
    by_the_year = _YEAR.search(reading.text, at, total.span.start) is not None
    if by_the_year or len(ends) != wanted or len(parts) != wanted or len({part.per for part in parts}) > 1:
        return []
    return [] if _of_others(reading, Span(area.start, at), parts, total) else parts


def is_of_several(reading: Reading, area: Span, one: Quantity) -> bool:
    """True for the amount of each of several: 60 in 前3天每天60元."""
    before = [token for token in reading.quantities_in(Span(area.start, one.span.start)) if token.unit in _SPELLS]
    return (
        bool(before)
        and one.per is not None
        and before[-1].value > 1
        and one.span.start - before[-1].span.end < _EACH_REACH
    )


def _pieces(text: str, area: Span) -> Iterator[Span]:
    """The clauses of a stretch, at its semicolons where it has any."""
    mark = ";" if ";" in text[area.start : area.end] else ","
    start = area.start
    for piece in text[area.start : area.end].split(mark):
        yield Span(start, start + len(piece))
        start += len(piece) + 1


def _end_of(reading: Reading, piece: Span) -> Quantity | None:
    """The amount a clause ends with, where no word makes it something else than an item."""
    last = reading.quantities_in(piece)[-1]
    plain = _NO_ITEM.search(reading.text, piece.start, last.span.start) is None
    return last if plain and ends_with_amount(reading, piece) else None


def ends_with_amount(reading: Reading, piece: Span) -> bool:
    """True for a piece of text with figures that ends with an exact amount of money, which is no base."""
    last = reading.quantities_in(piece)[-1]
    plain = last.unit is Unit.YUAN and not last.is_range and last.bound is None and not is_base(reading, last)
    return plain and _NOTHING_MORE.fullmatch(reading.text, last.span.end, piece.end) is not None


def _of_others(reading: Reading, area: Span, parts: Sequence[Quantity], total: Quantity) -> bool:
    """True when as many other amounts of the clauses make the total."""
    money = [token for token in reading.quantities_in(area) if token.unit is Unit.YUAN][-_MOST_AMOUNTS:]
    sums = {sum((one.value for one in some), Decimal(0)) for some in combinations(money, len(parts))}
    return total.value in sums and total.value != sum((part.value for part in parts), Decimal(0))


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


def _goes_on(reading: Reading, last: Quantity, sentence: Sentence) -> bool:
    """账户余额=…=129600元,每月领932元。两项合计…: true when money is told between the last result and the total."""
    between = (
        reading.quantities_in(Span(last.span.end, sentence.span.start)) if last.span.end < sentence.span.start else ()
    )
    return any(token.unit is Unit.YUAN and not _is_remark(reading, token) for token in between)


def _is_remark(reading: Reading, token: Quantity) -> bool:
    """True inside a bracket: 146.24元(3元为大额互助)."""
    before = reading.text[max(0, token.span.start - _REMARK_REACH) : token.span.start]
    return before.rfind("(") > before.rfind(")")


def _is_slip(total: Quantity, parts: Sequence[Quantity]) -> bool:
    return transposed(total.value, sum((part.value for part in parts), Decimal(0)))
