"""Days until which a measure lasts, in a text of before or one that calls it in force: 执行至2024年,仍在享受."""

from __future__ import annotations

from collections.abc import Iterator

from linter.claims.context.manner import is_law_text, is_question
from linter.claims.context.reading import Reading
from linter.claims.dates.deadline_words import pattern
from linter.claims.model import DeadlineClaim
from linter.scan.calendar_points import resolve
from linter.scan.tokens import DateToken
from linter.text import Span

_REACH = 16


def extract(reading: Reading) -> Iterator[DeadlineClaim]:
    """The last days of measures that were to come when the text was published, or that it says are still in force."""
    for sentence in reading.sentences:
        text = sentence.span.cut(reading.text)
        if not pattern("measures").search(text) or is_question(reading, sentence):
            continue
        still = pattern("still").search(text) is not None
        if pattern("went_on").search(text) or is_law_text(
            reading.document, reading.document.sections[sentence.section]
        ):
            continue
        for token in reading.scoper.dates_in(sentence.span):
            scope = reading.scope(token.span, sentence)
            until = resolve(token, None) if _is_last_day(reading, sentence.span, token) else None
            if until is None or until.end is None or scope.has("history", "hypothetical", "hearsay"):
                continue
            if still or (scope.published is not None and scope.published <= until.end):
                yield DeadlineClaim(token.span, sentence.span, scope, token, until, firm=False, asked=True)


def _is_last_day(reading: Reading, sentence: Span, token: DateToken) -> bool:
    if token.start.year is None or token.start.month is None or token.end is not None:
        return False
    before = reading.text[max(sentence.start, token.span.start - _REACH) : token.span.start]
    after = reading.text[token.span.end : min(sentence.end, token.span.end + _REACH)]
    return bool(pattern("lasts_before").search(before) or pattern("lasts_after").match(after))
