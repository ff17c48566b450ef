"""Changes told in rows: 比上年分别提高455元、91元; 2023年640元,2024年670元,2025年700元,两年共增加60元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from linter.claims.calculations.change_words import any_of
from linter.claims.derived.operations.roles import ROLES, apart, stretch
from linter.claims.derived.operations.told import Told
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.vocabulary import worded

_REACH = 14
_EACH_OF = re.compile("[各每再]")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_LIST = re.compile(r"\s*(?:/月|/年)?\s*[、,和与及]\s*")
_IN_TURN = re.compile("(?:分别|各|依次)[^,;。0-9]{0,10}$")
_FEWEST, _MOST = 2, 6
# A list of two with one right proves nothing.
_FEWEST_RAISED = 3
_STEPS = frozenset({Unit.POINTS, Unit.YUAN})


def one_by_one(told: Told) -> Iterator[Calculation]:
    """比上年分别提高455元、91元(2024年为22795元、4559元): each of a list by those in its place."""
    lists = [run for run in _runs(told) if _FEWEST <= len(run) <= _MOST]
    mine = next((at for at, run in enumerate(lists) if any(token.span == told.result.span for token in run)), None)
    if mine is None or len(lists) < len(ROLES) or len({len(run) for run in lists}) != 1:
        return
    run = lists[mine]
    led = told.reading.text[max(told.sentence.span.start, run[0].span.start - _REACH) : run[0].span.start]
    if not _IN_TURN.search(led):
        return
    place = next(at for at, token in enumerate(run) if token.span == told.result.span)
    others = [each for at, each in enumerate(lists) if at != mine]
    for one, other in combinations(others, 2):
        right = [abs(a.value - b.value) == c.value for a, b, c in zip(one, other, run, strict=True)]
        if sum(right) == len(run) - 1 and not right[place]:
            yield from apart(one[place], other[place])


def each_raised(told: Told) -> Iterator[Calculation]:
    """65%、60%、55% … 各加5个百分点,也就是70%、65%、60%: of a list the one in its place above, and a step."""
    reading, result = told.reading, told.result
    run = next((run for run in _lists(told) if any(token.span == result.span for token in run)), [])
    if not _FEWEST_RAISED <= len(run) <= _MOST:
        return
    start = told.sentence.span.start
    steps = [token for token in reading.quantities_in(Span(start, run[0].span.start)) if token.unit in _STEPS]
    raised = [way for way in ("raise", "down") if steps and _each(way).search(reading.text, start, steps[0].span.start)]
    above = [token for token in told.within(_just_above(told)) if token.unit is result.unit]
    if len(steps) != 1 or len(raised) != 1 or len(above) != len(run):
        return
    sign = 1 if raised == ["raise"] else -1
    right = [one.value + sign * steps[0].value == other.value for one, other in zip(above, run, strict=True)]
    place = next(at for at, token in enumerate(run) if token.span == result.span)
    if sum(right) == len(run) - 1 and not right[place]:
        way = Calculation("add" if sign > 0 else "subtract", (above[place], replace(steps[0], unit=result.unit)))
        yield Calculation("multiply", (way, HUNDRED)) if result.unit is Unit.PERCENT else way


def _lists(told: Told) -> list[list[Quantity]]:
    return [run for run in _runs(told) if len(run) > 1]


def _just_above(told: Told) -> Span:
    """The sentence before."""
    at = told.reading.framer.sentence_index(told.sentence.span.start) or 0
    before = told.reading.sentences[max(0, at - 1)]
    return before.span if at and before.section == told.sentence.section else Span(0, 0)


def since_first(told: Told) -> Iterator[Calculation]:
    """2023年640元,2024年670元,2025年700元,两年共增加60元: the last less the first of the years told one by one."""
    reading, result = told.reading, told.result
    if (
        _EACH_OF.search(told.led)
        or not _in_all().search(told.led)
        or not words("a_span").search(told.led + told.clause)
    ):
        return
    here = [token for token in told.within(stretch(told)) if token.unit is result.unit and token.span != result.span]
    ends = [told.sentence.span.start, *(token.span.end for token in here)]
    years = [_YEAR.findall(reading.text, start, token.span.start) for start, token in zip(ends, here, strict=False)]
    ascending = [int(found[-1]) for found in years if found]
    if len(here) > len(("first", "last")) and len(ascending) == len(here) and ascending == sorted(set(ascending)):
        yield from apart(here[0], here[-1])


def _runs(told: Told) -> list[list[Quantity]]:
    """The amounts of the sentence, listed ones together; 23250元/月,下限4650元/月 with their names between too."""
    money = [token for token in told.reading.quantities_in(told.sentence.span) if token.unit is told.result.unit]
    runs: list[list[Quantity]] = []
    for token in money:
        last = runs[-1][-1] if runs else None
        if last is not None and _LIST.fullmatch(told.reading.text, last.span.end, token.span.start):
            runs[-1].append(token)
        else:
            runs.append([token])
    single = [run[0] for run in runs if len(run) == 1]
    lists = [run for run in runs if len(run) > 1]
    named = len(lists) > 1 and {len(run) for run in lists} == {len(single)}
    return [single, *lists] if named else lists


@worded
def _in_all() -> re.Pattern[str]:
    return re.compile(f"{any_of('added', 'a_span')}[^,;。:()0-9]{{0,4}}{any_of('up', 'down', 'raise')}")


@worded
def _each_words() -> dict[str, re.Pattern[str]]:
    return {way: re.compile(f"[各都均再][^,;。:()0-9]{{0,4}}{any_of(way)}了?$") for way in ("raise", "down")}


def _each(way: str) -> re.Pattern[str]:
    """Each of them is raised, or lowered, by what follows."""
    return _each_words()[way]
