"""The years that a pension formula counts, where the text tells others: …÷2×18×1%, and 缴费17年 beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from linter.claims.context.amounts import is_exact
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.model import ToldTwiceClaim
from linter.document import Section
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval

# One per cent for each year: the number before it is that of the years.
_IN_FORMULA = re.compile("[×*]\\s*(?P<years>[1-9][0-9]?)\\s*年?\\s*[×*]\\s*1%")
_PAID = re.compile("(?:[缴交]费?[了满够足]?|缴费年限[为是]?|工龄|参保|累计|干了)\\s*$")
# 最低缴费年限为15年, 要缴满15年: how long anybody must pay. 参保一年 is of something else.
_ASKED = re.compile("最[低少短]|至少|起码|不[少低]于|[要须应得]|必须|规定|每")
_CLAUSE = re.compile("[,;。:!?\n]")
_LED, _FEWEST = 8, 2
_YEAR = 12


def extract(reading: Reading) -> Iterator[ToldTwiceClaim]:
    """The one number of paid years that a section tells, where its formulas count one other that it never tells."""
    for section in reading.document.sections:
        formulas = list(_IN_FORMULA.finditer(reading.text, section.span.start, section.span.end))
        if len({formula["years"] for formula in formulas}) != 1:
            continue
        told = [token for token in reading.quantities_in(section.span) if token.unit is Unit.MONTHS]
        counted = Decimal(formulas[0]["years"]) * _YEAR
        paid = [token for token in told if _is_paid(reading, token)]
        if counted in {number for token in told for number in token.values} or len({each.value for each in paid}) != 1:
            continue
        yield from _claim(reading, section, paid[0], Span(*formulas[0].span("years")), counted)


def _claim(
    reading: Reading, section: Section, paid: Quantity, years: Span, counted: Decimal
) -> Iterator[ToldTwiceClaim]:
    sentence = reading.sentence_at(paid.span)
    if sentence is None or is_question(reading, sentence) or section.truncated:
        return
    first = replace(paid, span=years, values=(counted,), interval=Interval.point(counted))
    yield ToldTwiceClaim(paid.span, sentence.span, reading.scope(paid.span, sentence), first, paid, in_formula=True)


def _is_paid(reading: Reading, token: Quantity) -> bool:
    """True for whole years that are told as those paid for."""
    sentence = reading.sentence_at(token.span)
    if sentence is None or not is_exact(token) or token.approximate or token.value % _YEAR:
        return False
    clause = _CLAUSE.split(reading.text[sentence.span.start : token.span.start])[-1]
    own = token.value >= _FEWEST * _YEAR and not _ASKED.search(clause)
    return own and _PAID.search(clause[-_LED:]) is not None
