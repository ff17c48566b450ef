"""Dates of events: when a policy started, when a document was issued."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import surroundings
from linter.claims.model import DateClaim
from linter.claims.propositions.forms import FormTable
from linter.claims.propositions.wordings import Form, FormParser
from linter.scan.calendar_points import resolve
from linter.scan.tokens import DateToken
from linter.text import Span
from reference.vocabulary import load_json, worded

_CLAUSE_ENDS = ",;:"
_BULLETS = " \t*>•·●-[("
_LINE_DAY = re.compile(r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}[\s|\])]")

_LAW = re.compile("(?:条例|法|办法|规定)$")
_PLACES = "省市区县州"
# Words of a form that begin with one of these stand right at a date: 日起施行.
_SIGNS = "日月年号"


def extract(reading: Reading) -> Iterator[DateClaim]:
    """Dates bound to an event of ``vocabulary/events.json``."""
    for sentence in reading.sentences:
        dates = [token for token in reading.scoper.dates_in(sentence.span) if _may_date(reading, sentence, token)]
        if not dates or is_question(reading, sentence):
            continue
        for form, span, token in _dated(reading, sentence, dates):
            scope = reading.scope(span, sentence)
            if scope.has("hearsay", "hypothetical"):
                continue
            day = resolve(token, scope.published)
            if day is not None:
                yield DateClaim(token.span, sentence.span, scope, form.key, token, day)


def _dated(reading: Reading, sentence: Sentence, dates: Sequence[DateToken]) -> Iterator[tuple[Form, Span, DateToken]]:
    """The events of a sentence with their dates: one of another clause may not be that of the event named there."""
    found = [
        (form, span, _clause(reading, sentence, span))
        for form, span in _forms().matches(reading.text, sentence.span, partial(surroundings, reading, sentence))
        if not _is_of_a_place(reading, span, form)
    ]
    for form, span, clause in found:
        token = _touched(reading.text, form, clause, dates) or _date_of(clause, dates)
        others = [other for each, _, other in found if each.key != form.key]
        taken = token is not None and any(other.contains(token.span) for other in others)
        if token is not None and (clause.contains(token.span) or not taken):
            yield form, span, token


def _is_of_a_place(reading: Reading, span: Span, form: Form) -> bool:
    """True for 《广东省失业保险条例》: a law of the same name as the country's, with a day of its own."""
    said = span.cut(reading.text)
    starts = (span.start + at for law in form.words if _LAW.search(law) and (at := said.find(law)) >= 0)
    named = {token.span.end for token in reading.tokens.regions}
    return any(start in named or reading.text[start - 1 : start] in tuple(_PLACES) for start in starts)


def _may_date(reading: Reading, sentence: Sentence, token: DateToken) -> bool:
    """False for a day that does not exist, and for the day of a line in a list of news: 2024-09-14 决定通过."""
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    leads = not reading.text[block.start : token.span.start].strip(_BULLETS)
    of_the_line = leads and _LINE_DAY.match(reading.text, token.span.start, min(token.span.end + 1, block.end))
    return not token.impossible and not of_the_line


def _clause(reading: Reading, sentence: Sentence, span: Span) -> Span:
    """The clauses of the sentence that ``span`` lies in."""
    text = reading.text
    start = max((text.rfind(mark, sentence.span.start, span.start) for mark in _CLAUSE_ENDS), default=-1) + 1
    ends = [at for mark in _CLAUSE_ENDS if (at := text.find(mark, span.end, sentence.span.end)) >= 0]
    return Span(max(start, sentence.span.start), min(ends, default=sentence.span.end))


def _touched(text: str, form: Form, clause: Span, dates: Sequence[DateToken]) -> DateToken | None:
    """The only date of the clauses whose last sign begins a word of the form: 9月13日通过,明年1月1日起施行."""
    words = tuple(word for word in form.words if word[0] in _SIGNS)
    found = [token for token in dates if clause.contains(token.span) and text.startswith(words, token.span.end - 1)]
    return found[0] if len(found) == 1 else None


def _date_of(clause: Span, dates: Sequence[DateToken]) -> DateToken | None:
    """The date that stands with the event: the only one of its clause, else the only one of the sentence.

    A bare year beside a full date of that year (2024年的通知于2024年6月17日公布) is no second date.
    """
    near = [token for token in dates if clause.contains(token.span)]
    near = [token for token in near if not any(_tells_more(other, token) for other in near)]
    if len(near) == 1:
        return near[0]
    return dates[0] if not near and len(dates) == 1 else None


def _tells_more(other: DateToken, token: DateToken) -> bool:
    bare = token.start.month is None and token.start.part is None and token.end is None
    return bare and other.start.month is not None and other.start.year == token.start.year


@worded
def _forms() -> FormTable:
    data = load_json("events.json")
    parser = FormParser(data["lists"])
    return FormTable(parser.parse(entry["id"], raw) for entry in data["events"] for raw in entry["forms"])
