"""Days until which the reader can pay, enrol or declare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question
from linter.claims.context.periods import year_of_header
from linter.claims.context.reading import Reading
from linter.claims.dates.deadline_words import pattern
from linter.claims.model import DeadlineClaim
from linter.scan.calendar_points import resolve
from linter.scan.tokens import DateToken
from linter.text import Span
from reference.period import Period
from reference.vocabulary import load_json


def extract(reading: Reading) -> Iterator[DeadlineClaim]:
    """Windows and deadlines of payment, enrolment and declaration that the text presents as open."""
    for sentence in reading.sentences:
        text = sentence.span.cut(reading.text)
        if not pattern("acts").search(text) or pattern("over").search(text) or is_question(reading, sentence):
            continue
        if is_law_text(reading.document, reading.document.sections[sentence.section]):
            continue
        for token in reading.scoper.dates_in(sentence.span):
            if not _is_deadline(reading, sentence.span, token) or (token.start.year is None and _recurs(text)):
                continue
            scope = reading.scope(token.span, sentence)
            until = _until(token, _anchor(reading, sentence, token))
            if until is not None and not scope.has("history", "hypothetical"):
                firm, urged = _is_firm(reading, sentence.span, token), pattern("urged").search(text) is not None
                act = _act(reading, sentence.span, token)
                yield DeadlineClaim(token.span, sentence.span, scope, token, until, act, firm, urged, _is_asked(text))


def _is_deadline(reading: Reading, sentence: Span, token: DateToken) -> bool:
    """A range in a sentence about a window; else a last day that stands right beside a word of ending."""
    text = reading.text
    before = text[max(sentence.start, token.span.start - 16) : token.span.start]
    after = text[token.span.end : min(sentence.end, token.span.end + 16)]
    if token.end is not None:
        start = max(text.rfind(mark, sentence.start, token.span.start) for mark in ",;。") + 1
        clause = text[max(start, sentence.start) : token.span.end] + re.split("[,;。]", after)[0]
        return pattern("windows").search(clause) is not None and pattern("benefits").search(clause) is None
    if token.relation == "since":
        hurries = pattern("hurry").search(sentence.cut(text)) is not None
        return hurries and pattern("windows").search(before) is not None
    ends = pattern("ends_after").match(after) is not None
    # A year is no last day by itself: 集中缴费期:2024年城乡居民医保….
    return ends or (token.start.month is not None and pattern("ends_before").search(before) is not None)


def _is_firm(reading: Reading, sentence: Span, token: DateToken) -> bool:
    """True for the last day of everybody everywhere, as far as the sentence has said by the end of its clause."""
    clause = re.split("[,;。]", reading.text[token.span.end : sentence.end])[0]
    said = reading.text[sentence.start : token.span.end] + clause
    return token.relation != "since" and pattern("apart").search(said) is None


def _is_asked(text: str) -> bool:
    """True where the reader is asked to do it, and not only told of a window."""
    return pattern("asked").search(text) is not None


def _act(reading: Reading, sentence: Span, token: DateToken) -> str:
    """What the clause of the date, else its sentence, says must be done, where it says one thing."""
    before = re.split("[,;。]", reading.text[sentence.start : token.span.start])[-1]
    after = re.split("[,;。]", reading.text[token.span.end : sentence.end])[0]
    for text in (before + after, sentence.cut(reading.text)):
        said = [act for act in ("pay", "declare", "certify") if pattern(act).search(text)]
        if said:
            return said[0] if len(said) == 1 else ""
    return ""


def _recurs(text: str) -> bool:
    """True where the sentence speaks of every year, so that a date without a year is no deadline of one of them."""
    return pattern("yearly").search(text) is not None


def _anchor(reading: Reading, sentence: Sentence, token: DateToken) -> date | None:
    """The day a date without a year is read on: a year named before it in the sentence, else the publication.

    An insurance year (2026年度) is no such year: its window opens the year before. Wages and bases of a year are
    declared within it.
    """
    years = [
        other.start.year
        for other in reading.scoper.dates_in(Span(sentence.span.start, token.span.start))
        if other.start.year is not None
        and (not reading.text.startswith("度", other.span.end - 1) or _declared(reading.text, other.span.end))
    ]
    headed = [_year_over(reading, head) for head in reading.framer.headers_of(token.span.start)]
    years = years or [year for year in headed if year is not None]
    if years:
        return date(years[-1], 1, 1)
    published = reading.document.sections[sentence.section].published
    return published.day if published else None


def _year_over(reading: Reading, head: Span) -> int | None:
    """The year of the column a window stands in: what 2024年标准 says was not written for the next one."""
    year = year_of_header(head.cut(reading.text))
    return None if year is None or year.start is None else year.start.year


def _declared(text: str, end: int) -> bool:
    return pattern("declared_of_year").match(text, end) is not None


def _until(token: DateToken, anchor: date | None) -> Period | None:
    """The last day. A window whose end is not said is taken to be over a year after it opened: they are annual."""
    period = resolve(token, anchor)
    if period is None or period.end is None:
        return None
    if token.relation == "since" and token.end is None:
        return Period.day(period.end.replace(year=period.end.year + 1, day=min(period.end.day, 28)))
    return Period.day(period.end) if token.end is not None else period


def deadlines_old_after() -> int:
    """After so many years the deadline of a dated text misleads nobody."""
    years: int = load_json("deadline_words.json")["old_after_years"]
    return years


def same_window_within() -> int:
    """Two last days of one act no more days apart than this are those of one round."""
    days: int = load_json("deadline_words.json")["same_window_days"]
    return days
