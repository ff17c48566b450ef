"""Propositions without a number that were true at some times and not at others: who decides, what is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from linter.claims.context.answered import answered
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import surroundings
from linter.claims.context.topics import speaks_of
from linter.claims.model import Scope, StatementClaim
from linter.claims.propositions.statement_forms import DENIED, statement_forms
from linter.claims.propositions.wordings import Form
from linter.text import Span
from reference.period import Period
from reference.vocabulary import load_entries, worded

_YEAR = re.compile("[0-9]{4}年|[今明后]年|下个?月|起(?:施行|实施|执行)")
_FAR_APART = 10
_NOT_NOT = re.compile("不(?:可以?|能|得|应|该)不")
_FAILS = re.compile("\\s*(?:的?申请|操作|办理)?(?:失败|不成功|受阻|报错|被拒)")
_LEFT_OPEN = re.compile("是否|会不会|能不能|可不可以|(?:并不|不|未必)(?:意味|代表|等于|表示|表明|见得)")


def extract(reading: Reading) -> Iterator[StatementClaim]:
    """The statements of ``vocabulary/statements/`` that the text asserts or denies. Questions assert nothing."""
    own: set[tuple[Span, str]] = set()
    for claim in _in_sentences(reading):
        own.add((claim.context, claim.statement))
        yield claim
    yield from (claim for claim in _in_answers(reading) if (claim.context, claim.statement) not in own)


def _in_sentences(reading: Reading) -> Iterator[StatementClaim]:
    forms = statement_forms()
    asked: Sentence | None = None
    for sentence in reading.sentences:
        if is_question(reading, sentence):
            asked = sentence
            continue
        question = asked.span.cut(reading.text) if asked is not None and _answers(sentence, asked) else ""
        around = partial(surroundings, reading, sentence)
        topics = partial(speaks_of, reading, sentence)
        for form, span in forms.matches(reading.text, sentence.span, around, topics, question):
            # The time of a proposition stands by its end: 「2024年中断的,2025年须缴满3年才恢复」.
            scope = _of_every_year(reading.scope(Span(span.end - 1, span.end), sentence), sentence, reading.text)
            if scope.has("hearsay") or is_reported(reading, sentence, span):
                continue
            statement, asserts = form.key.removeprefix(DENIED), not form.key.startswith(DENIED)
            if statement in _timeless():
                scope = scope.without_dates()
            if statement in _of_statistics():
                scope = _of_its_years(reading, scope, span, sentence)
            if asserts and (
                _left_open(reading.text, sentence, span, form) or _comes_to_nothing(reading.text, span, form)
            ):
                continue
            yield StatementClaim(span, sentence.span, scope, statement, asserts, _is_loose(reading.text, span, form))


def _left_open(text: str, sentence: Sentence, span: Span, form: Form) -> bool:
    """True for 是否会清零 and 并不意味着清零, unless the form itself is worded so."""
    start = max((text.rfind(mark, sentence.span.start, span.end) for mark in ",;"), default=-1) + 1
    found = _LEFT_OPEN.search(text, max(start, sentence.span.start), span.end)
    return found is not None and not any(found.group() in word or word in found.group() for word in form.words)


def _comes_to_nothing(text: str, span: Span, form: Form) -> bool:
    """True for 未参保导致绑定失败, 不可以不交, and a pair of clauses that a semicolon parts: nothing is asserted."""
    said = span.cut(text)
    twice = _NOT_NOT.search(said)
    if twice is not None and not any(twice.group() in word for word in form.words):
        return True
    return _FAILS.match(text, span.end) is not None or (form.within == "pair" and ";" in said)


def _is_loose(text: str, span: Span, form: Form) -> bool:
    """True where the form's words stand in several clauses, or far apart: they may belong to different statements.

    So it is where the subject is not among them.
    """
    if form.lifted:
        return True
    said = span.cut(text)
    own = re.compile("|".join(map(re.escape, sorted(form.words, key=len, reverse=True))))
    return bool(re.search("[,;]", said)) or len(own.sub("", said)) > _FAR_APART


def _answers(sentence: Sentence, asked: Sentence) -> bool:
    """True for what stands behind a question, in its block or in the next: 错过集中期怎么办?还能补,但…"""
    return sentence.section == asked.section and 0 <= sentence.block - asked.block <= 1


def _of_every_year(scope: Scope, sentence: Sentence, text: str) -> Scope:
    """年底清零 without a year speaks of every year, not of the next one: the text is judged on its own day."""
    published, period = scope.published, scope.period
    ahead = published is not None and period is not None and period.start is not None and period.start > published
    if not ahead or published is None or _YEAR.search(text, sentence.span.start, sentence.span.end):
        return scope
    return replace(scope, period=Period.day(published), period_from="published")


def _of_its_years(reading: Reading, scope: Scope, span: Span, sentence: Sentence) -> Scope:
    """What is said of the average wage of a year (按2017年在岗职工平均工资) is said of that year and the next."""
    if scope.period_from in ("stated", "heading") or scope.has("current"):
        return scope
    named = reading.scoper.years.of_statistic(Span(span.end, span.end), sentence, scope.published)
    years = named or reading.scoper.years.of_section(sentence.section)
    return scope if years is None else replace(scope, period=years, period_from="stated")


def _in_answers(reading: Reading) -> Iterator[StatementClaim]:
    """What an answer makes of the question before it."""
    made: set[tuple[Span, str]] = set()
    for answer in answered(reading):
        around = partial(surroundings, reading, answer.sentence)
        topics = partial(_asked_of, reading, answer.question)
        whole = Span(0, len(answer.said))
        for form, _ in statement_forms().matches(answer.said, whole, around, topics):
            scope = _of_every_year(reading.scope(answer.span, answer.sentence), answer.question, reading.text)
            if scope.has("hearsay") or is_reported(reading, answer.sentence, answer.span):
                continue
            asserts, statement = not form.key.startswith(DENIED), form.key.removeprefix(DENIED)
            if (answer.span, statement) not in made:
                made.add((answer.span, statement))
                yield StatementClaim(answer.span, answer.sentence.span, scope, statement, asserts)


def _asked_of(reading: Reading, question: Sentence, place: Span, topic: str) -> bool:
    """What an answer speaks of is what was asked: the statement made of both stands at no place of its own."""
    return speaks_of(reading, question, question.span, topic)


@worded
def _of_statistics() -> frozenset[str]:
    """The statements about an average wage: the year named beside it is the time they speak of."""
    return frozenset(entry["id"] for entry in load_entries("statements") if entry.get("of_statistic"))


@worded
def _timeless() -> frozenset[str]:
    """Statements that name the years of a schedule: what they say holds today or not at all."""
    return frozenset(entry["id"] for entry in load_entries("statements") if entry.get("timeless"))
