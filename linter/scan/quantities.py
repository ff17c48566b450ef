"""Numbers with their units, bounds and vagueness, as tokens."""

from __future__ import annotations

from collections.abc import Iterable

from linter.scan.allowed import allowed
from linter.scan.bounds import wording
from linter.scan.joining import join_ranges, share_units
from linter.scan.measures import Measure
from linter.scan.money import period_before
from linter.scan.numbers import find_numbers
from linter.scan.tokens import Quantity, Unit
from linter.scan.units import measure
from linter.text import Span


def quantities_in(text: str) -> tuple[Quantity, ...]:
    """The quantities of a text in which dates, phone numbers and ordinals are masked already."""
    return tuple(_quantities(text, share_units(text, join_ranges(text, _measures(text)))))


def _measures(text: str) -> list[Measure]:
    """All numbers with their units; the 4个月 inside 60岁4个月 belongs to the age."""
    found: list[Measure] = []
    for number in find_numbers(text):
        if found and number.start < found[-1].end:
            continue
        measured = measure(text, number)
        if measured is not None:
            found.append(measured)
    return found


def _quantities(text: str, measures: Iterable[Measure]) -> Iterable[Quantity]:
    for measured in measures:
        if not (measured.weak and measured.unit is Unit.NONE):
            yield _quantity(text, measured)


def _quantity(text: str, measured: Measure) -> Quantity:
    said = wording(text, measured)
    per, per_head = measured.per, measured.per_head
    if measured.unit is Unit.YUAN and not (per and per_head):
        per_said, head_said = period_before(text, measured.start)
        per, per_head = per or per_said, per_head or head_said
    values = (measured.value,) if measured.upper is None else (measured.value, measured.upper)
    return Quantity(
        Span(_with_sign(text, measured), measured.end),
        unit=measured.unit,
        values=values,
        interval=allowed(measured, said),
        step=measured.step,
        approximate=said.approximate or measured.numeral.upper is not None,
        bound=said.bound,
        per=per,
        per_head=per_head,
        classifier=measured.classifier,
    )


def _with_sign(text: str, measured: Measure) -> int:
    """The currency sign belongs to the number: ¥5000."""
    start = measured.start
    return start - 1 if measured.unit is Unit.YUAN and text[start - 1 : start] == "¥" else start
