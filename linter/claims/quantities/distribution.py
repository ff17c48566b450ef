"""Numbers listed in the order of what they belong to: 一级至四级 … 分别为90%、85%、80%、75%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.quantities.cues import series
from linter.scan.tokens import Quantity, Term
from linter.text import Span

_LISTED = re.compile(r"\s*(?:、|,|和|与|及|以及|或者|或|/)\s*(?:和|与|及)?\s*")
_LIMITS = re.compile(r"(?P<cap>上限?(?:和|与|、|及)?下限)|下限?(?:和|与|、|及)?上限|最低(?:和|与|、)最高")
_LEAST = 2
# 单位和个人各缴0.5%
_EACH = re.compile(r"[^,;。\n0-9]{0,8}(?:各|均|都|同|一样)[^,;。\n0-9]{0,8}")


@dataclass(frozen=True, slots=True)
class _Owners:
    """What a list of numbers may belong to, in order: the values of one facet, and where they are named."""

    span: Span
    facet: str
    values: tuple[str, ...]


def distributed(reading: Reading, marks: Sequence[Term]) -> Iterator[tuple[Quantity, Term | None]]:
    """Every number of a list that matches a list of owners before it in the same block, with its owner as a term.

    ``None`` for a number that the text hands out (分别) to owners that cannot be told.
    """
    owners = [
        *_named_in_rows(reading.text, marks),
        *(_Owners(*found) for found in series(reading.text)),
        *(_payers(term, reading.text) for term in reading.terms if term.id == "payer.both"),
    ]
    owners += [
        _Owners(Span(*match.span()), "limit", ("cap", "floor") if match["cap"] else ("floor", "cap"))
        for match in _LIMITS.finditer(reading.text)
    ]
    owners.sort(key=lambda owner: owner.span)
    for sentence in reading.sentences:
        block = reading.document.sections[sentence.section].blocks[sentence.block].span
        goes_on: _Owners | None = None
        for run in _runs(reading, sentence):
            before = [
                owner
                for owner in owners
                if block.start <= owner.span.start
                and owner.span.end <= run[0].span.start
                and len(owner.values) == len(run)
                and not _numbers_between(reading, owner.span, run[0])
            ]
            respectively = _handed_out(reading, sentence, run[0])
            if not before and goes_on is not None and len(goes_on.values) == len(run):
                before, respectively = [goes_on], True  # 单位和个人分别承担0.5%和0.5%失业保险,16%和8%养老保险
            goes_on = before[-1] if before and respectively else None
            if before and (respectively or before[-1].facet != "payer"):
                nearest = before[-1]
                for token, value in zip(run, nearest.values, strict=True):
                    yield token, Term(nearest.span, f"{nearest.facet}.{value}", {nearest.facet: value})
            elif respectively:
                yield from ((token, None) for token in run)


def of_each_payer(reading: Reading) -> Iterator[tuple[Quantity, Term]]:
    """The single number that each of two payers is said to pay, once for either: 单位和个人各缴0.5%."""
    for both in reading.terms:
        sentence = reading.sentence_at(both.span) if both.id == "payer.both" else None
        if sentence is None:
            continue
        behind = reading.quantities_in(Span(both.span.end, sentence.span.end))
        if behind and _EACH.fullmatch(reading.text[both.span.end : behind[0].span.start]):
            for value in _payers(both, reading.text).values:
                yield behind[0], Term(both.span, f"payer.{value}", {"payer": value})


def _handed_out(reading: Reading, sentence: Sentence, first: Quantity) -> bool:
    """True when 分别 stands before the list's first number, with no other number in between."""
    before = Span(sentence.span.start, first.span.start)
    at = before.cut(reading.text).rfind("分别")
    return at >= 0 and not reading.quantities_in(Span(before.start + at, first.span.start))


def _payers(both: Term, text: str) -> _Owners:
    """单位和个人 are two owners, in the order they are named."""
    employee_first = both.span.cut(text).startswith(("个人", "职工", "员工"))
    return _Owners(both.span, "payer", ("employee", "employer") if employee_first else ("employer", "employee"))


def _numbers_between(reading: Reading, owner: Span, first: Quantity) -> bool:
    between = reading.quantities_in(Span(owner.end, first.span.start))
    return any(token.unit is first.unit for token in between)


def _runs(reading: Reading, sentence: Sentence) -> Iterator[list[Quantity]]:
    """Numbers of one unit joined by nothing but list marks, two or more."""
    run: list[Quantity] = []
    for first, second in pairwise((*reading.quantities_in(sentence.span), None)):
        if first is None:
            break
        run = run or [first]
        between = "" if second is None else reading.text[first.span.end : second.span.start]
        if second is not None and second.unit is first.unit and _LISTED.fullmatch(between):
            run.append(second)
            continue
        if len(run) >= _LEAST:
            yield run
        run = []


def _named_in_rows(text: str, marks: Sequence[Term]) -> Iterator[_Owners]:
    """Cues of one facet that follow each other closely, no number between: 完全、大部分、部分不能自理."""
    for facet in sorted({facet for mark in marks for facet in mark.facets}):
        row: list[Term] = []
        for mark in (mark for mark in marks if facet in mark.facets):
            if row and not re.fullmatch(r"[^0-9%。;\n]{0,12}", text[row[-1].span.end : mark.span.start]):
                yield from _owners(row, facet)
                row = []
            row.append(mark)
        yield from _owners(row, facet)


def _owners(row: Sequence[Term], facet: str) -> Iterator[_Owners]:
    if len(row) >= _LEAST:
        yield _Owners(row[0].span.joined(row[-1].span), facet, tuple(mark.facets[facet] for mark in row))
