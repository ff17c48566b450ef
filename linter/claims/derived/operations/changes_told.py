"""What it was, by how much it changed, what it is: 增加20元到400元(上年380元), told in whatever order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.calculations.change_words import any_of
from linter.claims.calculations.slips import digit_off
from linter.claims.context.reading import Reading
from linter.claims.derived.naming import names_somebody_new
from linter.claims.derived.operations.roles import ROLES, apart, parted, role_of, stretch
from linter.claims.derived.operations.told import Told, is_comparable
from linter.claims.derived.operations.words import words
from linter.claims.derived.rises import of_a_base
from linter.claims.model.calculation import Calculation
from linter.scan.tokens import Quantity, Unit
from reference.vocabulary import worded

_REACH = 14
_ENOUGH = 3
_LOW, _HIGH = Decimal("0.6"), Decimal("1.6")
_OF_A_BASE = frozenset({Unit.YUAN, Unit.NONE, Unit.PERCENT})
# 两年一共多了90元, 一家三口多交60元: of another time, or of several.
_OF_MORE = re.compile("一共|总共|累计|(?<![去今上前每])年|家|[一两三四五六七八九十0-9](?:口|个人)|半年|季|再|又")
# 三年从103元到163元: what a title tells of one step is not what came of several.
_OF_STEPS = re.compile("(?<![0-9])(?:[两二三四五六七八九十几多]|[2-9]|1[0-9])年|一共|总共|累计|连[续涨调]")


def changes_told(told: Told) -> Iterator[Calculation]:
    """The step by what was and what is, where no other amount stands by them; the last told, where it is a slip."""
    reading, result = told.reading, told.result
    around = [token for token in parted(reading, reading.quantities_in(stretch(told))) if token.unit is result.unit]
    roles = {role_of(reading, token): token for token in around}
    if len(around) != len(ROLES) or roles.keys() != {*ROLES}:
        return
    was, step, now = (roles[role] for role in ROLES)
    last = None if around[-1] is step else _last(reading, around[-1], was, step, now)
    slip = last is not None and digit_off(around[-1].value, last.value, _ENOUGH)
    if last is not None and slip and around[-1].span == result.span:
        yield last
    elif not slip and step.span == result.span and not _of_others(told, was, now):
        yield from apart(was, now)


def on_a_base(told: Told) -> Iterator[Calculation]:
    """基数从5000元涨到5500元,个人8%的养老每月多交40元: the rate of the difference of two bases."""
    reading = told.reading
    told_here = parted(reading, reading.quantities_in(stretch(told)))
    here = [token for token in told_here if token.span.end <= told.result.span.start and token.unit in _OF_A_BASE]
    if len(here) != len(ROLES) or not words("more", "less").search(told.led):
        return
    was, now, rate = here
    based = of_a_base(reading, told.sentence, was, told.result) and rate.unit is Unit.PERCENT
    if based and role_of(reading, was) == "was" and role_of(reading, now) == "is" and was.value != now.value:
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


def step_in_title(told: Told) -> Iterator[Calculation]:
    """上调20元 / 由143元提高到163元: what it was, and the only step that a heading or the title tells."""
    reading, result = told.reading, told.result
    if role_of(reading, result) != "is" or _OF_STEPS.search(stretch(told).cut(reading.text)):
        return
    here = [token for token in parted(reading, reading.quantities_in(stretch(told))) if token.unit is result.unit]
    before = [token for token in here if token.span.end <= result.span.start and role_of(reading, token) == "was"]
    titles = (told.sentence.heading, reading.document.sections[told.sentence.section].blocks[0].span)
    steps = {
        token.value: token
        for title in titles
        if title is not None and not title.contains(result.span)
        for token in reading.quantities_in(title)
        if token.unit is result.unit and role_of(reading, token) == "step" and not token.is_range
    }
    if len(steps) == 1 and len(before) == 1 and len(here) == len(("was", "is")):
        step = next(iter(steps.values()))
        down = _down().search(reading.text, max(0, step.span.start - _REACH), step.span.start)
        way = Calculation("subtract" if down else "add", (before[0], step))
        if is_comparable(result.value, way.value, _LOW, _HIGH):
            yield way  # else the title tells the step of something else


@worded
def _went() -> re.Pattern[str]:
    return re.compile(f"{any_of('raise', 'down', 'up', 'apart_by')}{any_of('handed')}*")


@worded
def _down() -> re.Pattern[str]:
    return re.compile(f"{any_of('down', 'less')}{any_of('handed')}*$")
