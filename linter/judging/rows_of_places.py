"""Figures of tables that list places, and figures that only tell how far two others are apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.claims.model import ValueClaim
from linter.document import Document, Table

_PLACES = re.compile("地区|省份?|城市|[市州区县旗]|统筹|各地")
# 差20个月, 每断一年多等1个月, and the total of a payer's part: none of them is the figure itself.
_APART = re.compile(
    "(?:相?差|差了|多出|少了|高出|低了|(?:每|[补断缴交][一1]年)[^,;。]{0,6}[多少再增减][^,;。]{0,3}|总(?:费率|比例)?)\\s*$"
)
_REACH = 14


def comparable_in_tables(claims: Sequence[ValueClaim], document: Document) -> list[ValueClaim]:
    """The claims without those of rows of places that are not told apart, and without differences of two figures."""
    left = list(claims)
    for table in (table for section in document.sections for table in section.tables):
        if _lists_places(table, document):
            inside = [claim for claim in left if table.span.contains(claim.span)]
            rows = {id(claim): _row(table, claim) for claim in inside}
            by_region = {(claim.scope.region, row) for claim in inside if (row := rows[id(claim)]) is not None}
            regions = [region for region, _ in by_region]
            left = [claim for claim in left if id(claim) not in rows or regions.count(claim.scope.region) == 1]
    return [claim for claim in left if not _is_difference(claim, document.text)]


def _lists_places(table: Table, document: Document) -> bool:
    head = table.rows[0][0].span.cut(document.text) if table.rows and table.rows[0] else ""
    return _PLACES.search(head) is not None


def _row(table: Table, claim: ValueClaim) -> int | None:
    cells = (cell for row in table.rows for cell in row if cell.span.contains(claim.span))
    return next((cell.row for cell in cells), None)


def _is_difference(claim: ValueClaim, text: str) -> bool:
    return _APART.search(text, max(0, claim.token.span.start - _REACH), claim.token.span.start) is not None
