"""Publication dates as tables write them: days, moments, counts of seconds, Chinese dates."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

from linter.normalise import normalise
from linter.readers.bylines import parse_timestamp
from linter.scan.dates import scan_dates

_CHINA = timezone(timedelta(hours=8))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COUNT = re.compile(r"[0-9]{9,19}(?:\.[0-9]+)?")
# Counts of seconds have up to 11 digits before the year 5000; of milli-, micro- and nanoseconds 3 more each.
_SECONDS_BELOW = 10**11
_NANOSECONDS_BELOW = 10**20
# A smaller number is a day written without its hyphens: 20250422.
_DAYS_BELOW = 10**8
_LONGEST = 80


def read_day(written: object) -> date | None:
    """The day, in China, of a cell: a date, a moment, a count since 1970, or text. ``None`` without one day."""
    if isinstance(written, datetime):
        return (written.astimezone(_CHINA) if written.tzinfo else written).date()
    if isinstance(written, date):
        return written
    if isinstance(written, (int, float)) and not isinstance(written, bool):
        return _of_number(written)
    return _of_text(written.strip()) if isinstance(written, str) and len(written) <= _LONGEST else None


def _of_number(number: float) -> date | None:
    if not 0 < number < _NANOSECONDS_BELOW:
        return None
    return parse_timestamp(str(int(number))) if number < _DAYS_BELOW else _since_1970(number)


def _since_1970(count: float) -> date | None:
    while count >= _SECONDS_BELOW:
        count /= 1000
    return (_EPOCH + timedelta(seconds=count)).astimezone(_CHINA).date()


def _of_text(text: str) -> date | None:
    if _COUNT.fullmatch(text):
        return _since_1970(float(text))
    return parse_timestamp(text) or _of_mail(text) or _in_chinese(text)


def _of_mail(text: str) -> date | None:
    """The day of the dates of mail, feeds and HTTP: Tue, 22 Apr 2025 08:00:00 GMT."""
    try:
        return read_day(parsedate_to_datetime(text))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _in_chinese(text: str) -> date | None:
    """The day of a text with exactly one whole date: 二〇二五年四月二十二日."""
    tokens = scan_dates(normalise(text))
    if len(tokens) != 1 or tokens[0].end is not None or tokens[0].impossible:
        return None
    point = tokens[0].start
    if point.year is None or point.month is None or point.day is None:
        return None
    return date(point.year, point.month, point.day)
