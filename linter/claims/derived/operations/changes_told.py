"""What it was, by how much it changed, what it is: 增加20元到400元(上年380元), told in whatever order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from linter.claims.calculations.change_words import any_of
from linter.claims.calculations.slips import digit_off
from linter.claims.context.reading import Reading
from linter.claims.derived.naming import names_somebody_new
from linter.claims.derived.operations.told import Told
from linter.claims.derived.operations.words import words
from linter.claims.derived.rises import of_a_base
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval
from reference.vocabulary import worded

_REACH = 14
_MARKS = re.compile("[,;。:(\n]")
_ENOUGH = 3
_OF_A_BASE = frozenset({Unit.YUAN, Unit.NONE, Unit.PERCENT})
_ROLES = ("was", "step", "is")
# 两年一共多了90元, 一家三口多交60元: of another time, or of several.
_OF_MORE = re.compile("一共|总共|累计|(?<![去今上前每])年|家|[一两三四五六七八九十0-9](?:口|个人)|半年|季|再|又")
_EACH = re.compile("[每各逐][年次档级]")
_EACH_OF = re.compile("[各每再]")
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_LIST = re.compile(r"\s*(?:/月|/年)?\s*[、,和与及]\s*")
_IN_TURN = re.compile("(?:分别|各|依次)[^,;。0-9]{0,10}$")
_FEWEST, _MOST = 2, 6


def changes_told(told: Told) -> Iterator[Calculation]:
    """The step by what was and what is, where no other amount stands by them; the last told, where it is a slip."""
    reading, result = told.reading, told.result
    around = [token for token in parted(reading, reading.quantities_in(_stretch(told))) if token.unit is result.unit]
    roles = {_role(reading, token): token for token in around}
    if len(around) != len(_ROLES) or roles.keys() != {*_ROLES}:
        return
    was, step, now = (roles[role] for role in _ROLES)
    last = None if around[-1] is step else _last(reading, around[-1], was, step, now)
    slip = last is not None and digit_off(around[-1].value, last.value, _ENOUGH)
    if last is not None and slip and around[-1].span == result.span:
        yield last
    elif not slip and step.span == result.span and not _of_others(told, was, now):
        yield from _apart(was, now)


def on_a_base(told: Told) -> Iterator[Calculation]:
    """基数从5000元涨到5500元,个人8%的养老每月多交40元: the rate of the difference of two bases."""
    reading = told.reading
    stretch = parted(reading, reading.quantities_in(_stretch(told)))
    here = [token for token in stretch if token.span.end <= told.result.span.start and token.unit in _OF_A_BASE]
    if len(here) != len(_ROLES) or not words("more", "less").search(told.led):
        return
    was, now, rate = here
    based = of_a_base(reading, told.sentence, was, told.result) and rate.unit is Unit.PERCENT
    if based and _role(reading, was) == "was" and _role(reading, now) == "is" and was.value != now.value:
        lower, higher = sorted((was, now), key=lambda token: token.value)
        yield Calculation("multiply", (Calculation("subtract", (higher, lower)), rate))


def _last(reading: Reading, last: Quantity, was: Quantity, step: Quantity, now: Quantity) -> Calculation:
    """What was, or what is, by the other and the step."""
    falls = _down().search(reading.text, max(0, step.span.start - _REACH), step.span.start) is not None
    first = now if was is last else was
    return Calculation("add" if falls is (first is now) else "subtract", (first, step))


def _of_others(told: Told, was: Quantity, now: Quantity) -> bool:
    """True where the step is that of somebody else, of more than one time, or of what rests on a base."""
    reading, sentence, step = told.reading, told.sentence, told.result
    led = reading.text[max(was.span.end, now.span.end) : step.span.start]
    others = names_somebody_new(_went().sub("", led), reading.text[sentence.span.start : now.span.end])
    return others or of_a_base(reading, sentence, was, step) or _OF_MORE.search(led) is not None


def _stretch(told: Told) -> Span:
    """The sentence between its semicolons around the result."""
    text, span, at = told.reading.text, told.sentence.span, told.result.span.start
    end = text.find(";", at, span.end)
    return Span(text.rfind(";", span.start, at) + 1 or span.start, span.end if end < 0 else end)


def step_in_title(told: Told) -> Iterator[Calculation]:
    """上调20元 / 由143元提高到163元: what it was, and the only step that a heading or the title tells."""
    reading, result = told.reading, told.result
    if _role(reading, result) != "is":
        return
    here = [token for token in parted(reading, reading.quantities_in(_stretch(told))) if token.unit is result.unit]
    before = [token for token in here if token.span.end <= result.span.start and _role(reading, token) == "was"]
    titles = (told.sentence.heading, reading.document.sections[told.sentence.section].blocks[0].span)
    steps = {
        token.value: token
        for title in titles
        if title is not None and not title.contains(result.span)
        for token in reading.quantities_in(title)
        if token.unit is result.unit and _role(reading, token) == "step" and not token.is_range
    }
    if len(steps) == 1 and len(before) == 1 and len(here) == len(("was", "is")):
        step = next(iter(steps.values()))
        down = _down().search(reading.text, max(0, step.span.start - _REACH), step.span.start)
        yield Calculation("subtract" if down else "add", (before[0], step))


def one_by_one(told: Told) -> Iterator[Calculation]:
    """比上年分别提高455元、91元(2024年为22795元、4559元): each of a list by those in its place."""
    lists = [run for run in _runs(told) if _FEWEST <= len(run) <= _MOST]
    mine = next((at for at, run in enumerate(lists) if any(token.span == told.result.span for token in run)), None)
    if mine is None or len(lists) < len(_ROLES) or len({len(run) for run in lists}) != 1:
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
            yield from _apart(one[place], other[place])


def since_first(told: Told) -> Iterator[Calculation]:
    """2023年640元,2024年670元,2025年700元,两年共增加60元: the last less the first of the years told one by one."""
    reading, result = told.reading, told.result
    if (
        _EACH_OF.search(told.led)
        or not _in_all().search(told.led)
        or not words("a_span").search(told.led + told.clause)
    ):
        return
    here = [token for token in told.within(_stretch(told)) if token.unit is result.unit and token.span != result.span]
    ends = [told.sentence.span.start, *(token.span.end for token in here)]
    years = [_YEAR.findall(reading.text, start, token.span.start) for start, token in zip(ends, here, strict=False)]
    ascending = [int(found[-1]) for found in years if found]
    if len(here) > len(("first", "last")) and len(ascending) == len(here) and ascending == sorted(set(ascending)):
        yield from _apart(here[0], here[-1])


def _apart(one: Quantity, other: Quantity) -> Iterator[Calculation]:
    higher, lower = sorted((one, other), key=lambda token: token.value, reverse=True)
    if higher.value != lower.value:
        apart = Calculation("subtract", (higher, lower))
        yield Calculation("multiply", (apart, HUNDRED)) if higher.unit is Unit.PERCENT else apart


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


def parted(reading: Reading, figures: Sequence[Quantity]) -> Iterator[Quantity]:
    """The figures, with 增加20元到400元 and 从380元到400元 as two."""
    for token in figures:
        written = token.span.cut(reading.text)
        at = next((at for at in (written.find("到"), written.find("至")) if at > 0), 0)
        if not token.is_range or not at:
            yield token
            continue
        if not _led().search(reading.text, max(0, token.span.start - _REACH), token.span.start):
            yield token
            continue
        middle = token.span.start + at
        for span, value in zip(
            (Span(token.span.start, middle), Span(middle, token.span.end)), token.values, strict=True
        ):
            yield replace(token, span=span, values=(value,), interval=Interval.point(value))


def _role(reading: Reading, token: Quantity) -> str | None:
    """Whether the words before a figure say what was, what is, or by how much it changed."""
    text, start = reading.text, token.span.start
    if text.startswith(("到", "至"), start):
        return "is"
    led = _MARKS.split(text[max(0, start - _REACH) : start])[-1]
    found = _roles().search(led)
    return None if found is None or _EACH.search(led) else found.lastgroup


@worded
def _went() -> re.Pattern[str]:
    return re.compile(f"{any_of('raise', 'down', 'up', 'apart_by')}{any_of('handed')}*")


@worded
def _down() -> re.Pattern[str]:
    return re.compile(f"{any_of('down', 'less')}{any_of('handed')}*$")


@worded
def _led() -> re.Pattern[str]:
    return re.compile(f"{any_of('was', 'raise', 'down')}了?$")


@worded
def _in_all() -> re.Pattern[str]:
    return re.compile(f"{any_of('added', 'a_span')}[^,;。:()0-9]{{0,4}}{any_of('up', 'down', 'raise')}")


@worded
def _roles() -> re.Pattern[str]:
    handed = f"{any_of('handed')}*"
    year = "(?:[12][0-9]{3}年度?)?"
    return re.compile(
        rf"(?:(?P<step>{any_of('raise', 'down', 'up', 'apart_by')}{handed}了?)"
        rf"|(?P<was>{any_of('was')}{year}(?:每[人月年])*(?:标准)?(?:为|是)?)"
        rf"|(?P<is>{any_of('reached')}了?{year}(?:每[人月年])*))$"
    )
