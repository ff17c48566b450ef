"""Numbers of a table that take their unit from the header: 1872 under 新标准(元/月)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_UNITS = (
    (re.compile(r"%|百分比|比例"), Unit.PERCENT),
    (re.compile(r"元"), Unit.YUAN),
    (re.compile(r"月数|个月|\(月\)"), Unit.MONTHS),
    (re.compile(r"天数|\(天\)"), Unit.DAYS),
)
_PER = ((re.compile(r"/\s*月|每月|月均"), "month"), (re.compile(r"/\s*年|每年"), "year"))


def with_header_unit(token: Quantity, headers: Sequence[Span], text: str) -> Quantity:
    """The number with the unit its column's header names; unchanged when it has one or no header names any."""
    if token.unit is not Unit.NONE:
        return token
    for header in reversed(headers):
        said = header.cut(text)
        for pattern, unit in _UNITS:
            if pattern.search(said):
                per = next((per for mark, per in _PER if mark.search(said)), token.per)
                return replace(token, unit=unit, per=per)
    return token
