"""Dates that cannot be: days that no calendar has, and periods that end before they begin."""

from __future__ import annotations

from collections.abc import Iterator

from linter.claims.context.reading import Reading
from linter.claims.model import DateClaim
from linter.scan.calendar_points import point_period
from linter.scan.tokens import DateToken
from reference.period import Period

CALENDAR = "calendar"
"""The event of a day that no calendar has: it only claims to be a day."""
INVERTED = "inverted"
"""The event of a period that ends before it begins."""


def extract(reading: Reading) -> Iterator[DateClaim]:
    """A claim for every date that cannot be, of the event ``CALENDAR`` or ``INVERTED``."""
    for token in reading.tokens.dates:
        event = CALENDAR if token.impossible else INVERTED if _is_inverted(token) else None
        sentence = reading.sentence_at(token.span)
        if event is not None and sentence is not None:
            scope = reading.scope(token.span, sentence)
            yield DateClaim(token.span, sentence.span, scope, event, token, Period(None, None))


def _is_inverted(token: DateToken) -> bool:
    """True when both ends name their month, and the last lies before the first."""
    if token.end is None or token.start.month is None or token.end.month is None:
        return False
    first, last = point_period(token.start, None), point_period(token.end, None)
    if first is None or last is None or first.start is None or last.end is None:
        return False
    return last.end < first.start
