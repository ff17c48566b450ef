"""Ages in months: 60周岁, 60岁4个月, 59岁半."""

from __future__ import annotations

import re
from decimal import Decimal

from linter.scan.measures import Measure, scaled
from linter.scan.numbers import Number
from linter.scan.numerals import parse_numeral
from linter.scan.patterns import CN_NUMERALS
from linter.scan.tokens import Unit

STARTS = "岁周虚"
_AGE = re.compile(
    rf"(?P<sign>(?:周|虚)?岁(?![月末数入]))(?:(?P<half>[零又过]?半年?(?![前后内度以之天月]))|[零又加]?(?P<months>[0-9]{{1,2}}|[{CN_NUMERALS}]{{1,3}})(?:个月|月(?![0-9])))?"
)
_TWELVE = Decimal(12)


def read_age(text: str, at: int, number: Number) -> Measure | None:
    """The age whose 岁 or 周岁 stands at ``at``; ``None`` when none does."""
    match = _AGE.match(text, at)
    if match is None:
        return None
    extra = Decimal(6) if match["half"] else None
    if match["months"]:
        months = parse_numeral(match["months"])
        extra = None if months is None else months.value
    end = match.end() if extra is not None and extra < 12 else match.end("sign")
    return scaled(number, end, Unit.AGE, _TWELVE, extra if end == match.end() else None)
