"""Figures that state no rule: what is proposed, what holds abroad, what somebody got, cases that a rule does not know.

A rule refutes only what is said of the rule. Which figures are said of something else is told by the text around them,
whatever they measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from linter.claims.context.layout import Sentence
from linter.claims.context.persons import persons
from linter.claims.context.reading import Reading
from linter.claims.model import ValueClaim
from linter.document import Cell, Table
from linter.text import Span
from reference.vocabulary import load_json, worded

ASIDE, CASE = "aside", "case"
"""The marker of such a figure, and of one of several cases: a rule that knows none of them cannot refute it, but that
it was so once can still be told."""
_RECKONED = 2
_ABOVE = 2
_ENUMERATED = 3


def told_aside(claims: Iterable[ValueClaim], reading: Reading) -> Iterator[ValueClaim]:
    """The claims in their order, marked where they state no rule."""
    found = list(claims)
    cases = {id(claim) for claim in (*_of_narrower_rows(found, reading), *_enumerated(found))}
    for claim in found:
        if _is_aside(claim, reading):
            yield _marked(claim, ASIDE)
        else:
            yield _marked(claim, CASE) if id(claim) in cases else claim


def _marked(claim: ValueClaim, marker: str) -> ValueClaim:
    return replace(claim, scope=replace(claim.scope, markers=claim.scope.markers | {marker}))


def _is_aside(claim: ValueClaim, reading: Reading) -> bool:
    sentence = reading.sentence_at(claim.span)
    if sentence is None:
        return False
    before = reading.text[sentence.span.start : claim.span.start]
    above = "\n".join(area.cut(reading.text) for area in reading.framer.headings_above(sentence)[:_ABOVE])
    if _proposed().search(before) or _happened().search(before) or _proposed().search(above):
        return True
    return _is_abroad(before, sentence, reading) or _is_reckoned(claim, before, sentence, reading)


def _is_abroad(before: str, sentence: Sentence, reading: Reading) -> bool:
    """True where the country named last, in the sentence before the figure, its block or right above, is not China."""
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    above = reading.framer.headings_above(sentence)[:1]
    for said in (before, reading.text[block.start : sentence.span.start], *(area.cut(reading.text) for area in above)):
        named = [match.lastgroup for match in _countries().finditer(said)]
        if named:
            return named[-1] == "abroad"
    return False


def _is_reckoned(claim: ValueClaim, before: str, sentence: Sentence, reading: Reading) -> bool:
    """True for one of several figures of a kind in a sentence about a person that gives none of them as a rule's."""
    if not persons(before) or _rule_words().search(before):
        return False
    alike = [each for each in reading.quantities_in(sentence.span) if each.unit is claim.token.unit]
    return len(alike) > _RECKONED


def _of_narrower_rows(claims: Sequence[ValueClaim], reading: Reading) -> Iterator[ValueClaim]:
    """The figures of one thing in a column that differ from row to row: the rows tell apart what no rule does."""
    columns: dict[tuple[object, ...], list[ValueClaim]] = {}
    cells = {cell.span.start: (table, cell) for table, cell in _cells(reading)}
    for claim in claims:
        sentence = reading.sentence_at(claim.span)
        place = None if sentence is None else _cell_at(claim.span, cells)
        if place is not None:
            columns.setdefault((id(place[0]), place[1].column, *_thing(claim)), []).append(claim)
    for column in columns.values():
        if len({claim.token.values for claim in column}) > 1 and len({claim.context for claim in column}) > 1:
            yield from column


def _cell_at(span: Span, cells: dict[int, tuple[Table, Cell]]) -> tuple[Table, Cell] | None:
    return next((place for place in cells.values() if place[1].span.contains(span)), None)


def _cells(reading: Reading) -> Iterator[tuple[Table, Cell]]:
    for section in reading.document.sections:
        for table in section.tables:
            yield from ((table, cell) for row in table.rows for cell in row)


def _enumerated(claims: Sequence[ValueClaim]) -> Iterator[ValueClaim]:
    """Three or more values of one thing in one sentence: 35岁以下0.8%,35至45岁1%,45岁以上2%."""
    for _, several in groupby(claims, key=lambda claim: claim.context):
        things: dict[tuple[object, ...], list[ValueClaim]] = {}
        for claim in several:
            things.setdefault(_thing(claim), []).append(claim)
        for group in things.values():
            if len({claim.token.values for claim in group}) >= _ENUMERATED:
                yield from group


def _thing(claim: ValueClaim) -> tuple[object, ...]:
    scope = claim.scope
    return (claim.quantity, *sorted(claim.facets.items()), scope.region, scope.period, *sorted(scope.markers))


@worded
def _proposed() -> re.Pattern[str]:
    words = _words()
    speakers, propose = "|".join(words["speakers"]), "|".join(words["propose"])
    return re.compile(f"(?:{speakers})[^。;]{{0,16}}?(?:{propose})|{'|'.join(words['proposals'])}")


@worded
def _happened() -> re.Pattern[str]:
    words = _words()
    happened, once, lead = ("|".join(words[kind]) for kind in ("happened", "once", "lead"))
    return re.compile(f"(?:{happened}|(?:{once})过)(?:{lead})$")


@worded
def _countries() -> re.Pattern[str]:
    words = _words()
    return re.compile(f"(?P<abroad>{'|'.join(words['abroad'])})|(?P<home>{'|'.join(words['home'])})")


@worded
def _rule_words() -> re.Pattern[str]:
    return re.compile("|".join(_words()["rule_words"]))


def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = load_json("asides.json")
    return words
