"""A rate and an amount of one row that stand in columns of their own: 单位比例 | 个人比例 | 单位金额 | 个人金额."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linter.claims.context.bases import Bases
from linter.claims.context.reading import Reading
from linter.claims.contributions.products import is_rate, product_claim
from linter.claims.contributions.voted_bases import Pair, with_bases
from linter.claims.model import ProductClaim
from linter.document import Cell
from linter.scan.tokens import Quantity, Unit


def extract(reading: Reading) -> Iterator[ProductClaim]:
    """Every rate of a row with the amount of the same payer, where other columns lie between them."""
    for pair, base in with_bases(reading, Bases(reading), _found(reading)):
        yield product_claim(reading, pair.sentence, base, pair.rate, pair.amount)


def _found(reading: Reading) -> Iterator[Pair]:
    for section in reading.document.sections:
        for table in section.tables:
            for row in table.rows[1:]:
                for rate, amount in _pairs(reading, row):
                    sentence = reading.sentence_at(rate.span)
                    if sentence is not None:
                        yield Pair(sentence, rate, amount)


def _pairs(reading: Reading, row: Sequence[Cell]) -> Iterator[tuple[Quantity, Quantity]]:
    figures = [figure for cell in row if (figure := _only(reading, cell)) is not None]
    rates = [figure for figure in figures if is_rate(reading, figure)]
    amounts = [figure for figure in figures if figure.unit is Unit.YUAN or _is_money(reading, figure)]
    for rate in rates:
        payer = _payer(reading, rate)
        same = [amount for amount in amounts if payer is not None and _payer(reading, amount) == payer]
        rivals = [other for other in rates if _payer(reading, other) == payer]
        if len(same) == len(rivals) == 1 and figures.index(same[0]) > figures.index(rate) + 1:
            yield rate, same[0]


def _only(reading: Reading, cell: Cell) -> Quantity | None:
    figures = reading.quantities_in(cell.span)
    return figures[0] if len(figures) == 1 and not figures[0].is_range else None


def _is_money(reading: Reading, figure: Quantity) -> bool:
    """A bare number below a header that counts in yuan."""
    headers = reading.framer.headers_of(figure.span.start)
    return figure.unit is Unit.NONE and any("元" in header.cut(reading.text) for header in headers)


def _payer(reading: Reading, figure: Quantity) -> str | None:
    slot = reading.frame(figure.span).get("payer")
    return None if slot is None else slot.value
