"""What the words before a figure make it: what was, what is, or the step from the one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from linter.claims.calculations.change_words import any_of
from linter.claims.context.reading import Reading
from linter.claims.derived.operations.told import Told
from linter.claims.model.calculation import HUNDRED, Calculation
from linter.scan.tokens import Quantity, Unit
from linter.text import Span
from reference.interval import Interval
from reference.vocabulary import worded

_REACH = 14
_MARKS = re.compile("[,;。:(\n]")
ROLES = ("was", "step", "is")
_EACH = re.compile("[每各逐][年次档级]")


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


def role_of(reading: Reading, token: Quantity) -> str | None:
    """Whether the words before a figure say what was, what is, or by how much it changed."""
    text, start = reading.text, token.span.start
    if text.startswith(("到", "至"), start):
        return "is"
    led = _MARKS.split(text[max(0, start - _REACH) : start])[-1]
    found = _roles().search(led)
    return None if found is None or _EACH.search(led) else found.lastgroup


def stretch(told: Told) -> Span:
    """The sentence between its semicolons around the result."""
    text, span, at = told.reading.text, told.sentence.span, told.result.span.start
    end = text.find(";", at, span.end)
    return Span(text.rfind(";", span.start, at) + 1 or span.start, span.end if end < 0 else end)


def apart(one: Quantity, other: Quantity) -> Iterator[Calculation]:
    """The difference of two figures; percentage points of two rates."""
    higher, lower = sorted((one, other), key=lambda token: token.value, reverse=True)
    if higher.value != lower.value:
        apart = Calculation("subtract", (higher, lower))
        yield Calculation("multiply", (apart, HUNDRED)) if higher.unit is Unit.PERCENT else apart


@worded
def _led() -> re.Pattern[str]:
    return re.compile(f"{any_of('was', 'raise', 'down')}了?$")


@worded
def _roles() -> re.Pattern[str]:
    handed = f"{any_of('handed')}*"
    year = "(?:[12][0-9]{3}年度?)?"
    return re.compile(
        rf"(?:(?P<step>{any_of('raise', 'down', 'up', 'apart_by')}{handed}了?)"
        rf"|(?P<was>{any_of('was')}{year}(?:每[人月年])*(?:标准)?(?:为|是)?)"
        rf"|(?P<is>{any_of('reached')}了?{year}(?:每[人月年])*))$"
    )
