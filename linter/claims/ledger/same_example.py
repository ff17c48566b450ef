"""A total of a payer, and which entries of its section are of the same example."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from linter.claims.context.layout import Sentence
from linter.claims.context.persons import of_another
from linter.claims.context.reading import Reading
from linter.claims.ledger.entries import PAYERS, Entry
from linter.claims.ledger.whose_total import BOTH
from linter.scan.tokens import Quantity
from linter.text import Span

_TRAILING_ZEROS = re.compile("(?:00)+$")


@dataclass(frozen=True, slots=True)
class PayerTotal:
    """A figure that is the total of ``payer`` (or of "both"), with the base its sentence calculates with.

    ``of_all_above``: it is said to follow from the rates above, however many schemes these are of.
    """

    token: Quantity
    payer: str
    sentence: Sentence
    base: Quantity | None
    of_all_above: bool = False

    @property
    def payers(self) -> Sequence[str]:
        """Whom it is the total of."""
        return PAYERS if self.payer == BOTH else (self.payer,)


def is_of(reading: Reading, entry: Entry, total: PayerTotal) -> bool:
    """True for an entry of the same example: its payer, section and place, its table, and no other person's."""
    if entry.payer not in total.payers or entry.sentence.section != total.sentence.section:
        return False
    table = _table_around(reading, total)
    if table is not None and not table.contains(entry.token.span):
        return False
    here, there = (
        reading.scope(token.span, home).region
        for token, home in ((entry.token, entry.sentence), (total.token, total.sentence))
    )
    return _may_be_one(here, there) and not of_another(reading, entry.sentence, total.sentence)


def is_in_table(reading: Reading, total: PayerTotal) -> bool:
    """True for a total in a cell."""
    return _table_around(reading, total) is not None


def _may_be_one(one: str | None, other: str | None) -> bool:
    """True unless two places are named of which neither lies in the other."""
    if one is None or other is None:
        return True
    first, second = (_TRAILING_ZEROS.sub("", code) for code in (one, other))
    return first.startswith(second) or second.startswith(first)


def of_the_same(reading: Reading, entries: Sequence[Entry], total: PayerTotal) -> list[Entry]:
    """The amounts of the total's example: of its table, of its block, or on its base.

    Where no base is known for the total, an entry's base must have been spoken of before it.
    """
    start = reading.document.sections[total.sentence.section].span.start
    before = {figure.value for figure in reading.quantities_in(Span(start, total.token.span.start))}
    accepted = before if total.base is None else {total.base.value}
    in_table = is_in_table(reading, total)
    return [
        entry
        for entry in entries
        if is_of(reading, entry, total)
        and (in_table or entry.base is None or entry.sentence.block == total.sentence.block or entry.base in accepted)
    ]


def _table_around(reading: Reading, total: PayerTotal) -> Span | None:
    tables = (table.span for table in reading.document.sections[total.sentence.section].tables)
    return next((table for table in tables if table.contains(total.token.span)), None)
