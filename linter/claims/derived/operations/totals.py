"""Totals in whatever words: what stands right before is added up, as far as it is one run of amounts that are paid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from linter.claims.context.frame import SEGMENT
from linter.claims.derived.operations.told import Told, is_wage, payer, period
from linter.claims.derived.operations.words import words
from linter.claims.model.calculation import Calculation
from linter.document import BlockKind
from linter.scan.tokens import Quantity
from linter.text import Span
from reference.vocabulary import worded

_FEWEST, _MOST = 2, 8
_TWELVE = Decimal(12)
_NUMERALS = {numeral: number for number, numeral in enumerate("二三四五六七八", 2)} | {"两": 2, "俩": 2}
_MARKS = re.compile("[,;。:、(+\n]")
# So far off a total is another one.
_NEAR = Decimal("0.4")
_REACH = 24
# 三档分别是3900元、3120元、2340元: nobody has all of them.
_IN_TURN = "分别"


def totals(told: Told) -> Iterator[Calculation]:
    """The amounts before the result, in its sentence, in the one before, or at the ends of the lines above."""
    led = told.led
    added = words("added").search(led)
    if added is None or words("some_of_it").search(led) or told.result.per_head or _unread().search(_said(told)):
        return
    parts = _parts(told)
    count = _count(told)
    if count is not None:
        parts = parts[-count:] if len(parts) >= count else []
    if not _FEWEST <= len(parts) <= _MOST or len({period(told.reading, token) for token in parts} - {None}) > 1:
        return
    way = Calculation("add", tuple(parts))
    if (
        max(token.value for token in parts) < told.result.value
        and abs(way.value - told.result.value) < way.value * _NEAR
    ):
        yield way


def month_and_year(told: Told) -> Iterator[Calculation]:
    """每月30元、全年2040元,一年合计2400元: what is told by the year and twelve times what is told by the month."""
    parts = _parts(told) if words("added").search(told.led) and words("a_year").search(told.led) else []
    by_period = {period(told.reading, token): token for token in parts}
    if len(parts) != _FEWEST or by_period.keys() != {"month", "year"} or words("beyond").search(told.led):
        return
    monthly, yearly = Calculation("multiply", (by_period["month"], _TWELVE)), by_period["year"]
    if abs(monthly.value - yearly.value) >= _TWELVE:  # 每月160元,全年1920元: one part told twice
        yield Calculation("add", (yearly, monthly))


def _said(told: Told) -> str:
    """The words before the result in its sentence, without figures, counts, and the words that say 一 and add up."""
    reading, start = told.reading, told.sentence.span.start
    said, since = "", start
    for token in reading.quantities_in(Span(start, told.result.span.start)):
        said, since = said + reading.text[since : token.span.start], token.span.end
    return _counted().sub("", words("added").sub("", said + reading.text[since : told.result.span.start]))


def _count(told: Told) -> int | None:
    found = _counted().search(told.led)
    if found is None:
        return None
    said = found["count"]
    return int(said) if said.isdigit() else _NUMERALS[said]


def _parts(told: Told) -> list[Quantity]:
    """The run that ends right before the result: of its own sentence, else of the sentence or the lines before it."""
    own = Span(told.sentence.span.start, told.result.span.start)
    here = _run(told, [token for token in told.money if own.contains(token.span)])
    if here or any(own.contains(token.span) for token in told.money if not is_wage(told.reading, token)):
        return here
    return _above(told)


def _above(told: Told) -> list[Quantity]:
    """The run of the sentence before, or of the lines before, each of which ends with one part."""
    reading, sentence = told.reading, told.sentence
    at = reading.framer.sentence_index(sentence.span.start) or 0
    found: list[Quantity] = []
    block = sentence.block
    for above in reversed(reading.sentences[max(0, at - _MOST) : at]):
        kind = reading.document.sections[above.section].blocks[above.block].kind
        if above.section != sentence.section or kind is BlockKind.HEADING:
            break
        part = [] if _IN_TURN in above.span.cut(reading.text) else _run(told, list(told.within(above.span)))
        if above.block == block:
            return [] if found else part
        if len(part) != 1:
            return found or part
        found.insert(0, part[0])
        block = above.block
    return found


def _run(told: Told, figures: list[Quantity]) -> list[Quantity]:
    """The last amounts of a stretch that are parts, back to the first that is none."""
    parts: list[Quantity] = []
    results_only = False
    for token in reversed(figures):
        if token not in told.money or is_wage(told.reading, token):
            continue
        whole = _is_total(told, token)
        if _is_no_part(told, token) or (parts and whole is not results_only):
            break
        results_only = whole
        parts.insert(0, token)
    return _of_payer(told, parts)


def _of_payer(told: Told, parts: list[Quantity]) -> list[Quantity]:
    """Those of the payer that the result names; all where it names none, or both."""
    named = payer(told.reading, told.result, SEGMENT)
    if named not in ("employer", "employee"):
        return parts
    return [token for token in parts if payer(told.reading, token) in (None, named)]


def _is_total(told: Told, token: Quantity) -> bool:
    slot = told.reading.frame(token.span).get("aggregate")
    return slot is not None and slot.level == SEGMENT


def _is_no_part(told: Told, token: Quantity) -> bool:
    """True by a word of its clause: a limit, a rise, an amount of another time."""
    start = token.span.start
    led = _MARKS.split(told.reading.text[max(0, start - _REACH) : start])[-1]
    changed = words("change_of_it").search(led) and not words("change_of_it").search(told.clause)
    other = changed or words("no_part").search(led) is not None
    return token.bound is not None or (bool(other) and not _is_total(told, token))


def _unread() -> re.Pattern[str]:
    """A number that was read as none: 失业五十."""
    return re.compile("[一二三四五六七八九十]?[十百千](?![分强])")


@worded
def _counted() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<count>[{''.join(_NUMERALS)}2-8])(?:大?项|样|笔|块|部分|者|份|头|边|处|家|口人|个人|个数|个?险种?|种|个)"
    )
