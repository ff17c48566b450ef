"""A figure told again with two digits changed round: 缴费基数6350元 … 按6530元这个基数.

Two figures of a text are seldom alike but for a digit or two by chance. It is believed only where one of them is
certain (the text calculates it, or tells it more than once) or both have many digits, the other stands alone, and
nothing tells the two apart: no other payer, scheme, person, place or time. Round figures are alike more often: for
these the words must name the same thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.calculations.slips import digit_off, significant, transposed
from linter.claims.context.bases import is_base
from linter.claims.context.frame import BRACKET, SENTENCE
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.persons import anybody, of_another
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.model import RetoldClaim
from linter.claims.quantities.title_figures import extract as extract_titles
from linter.claims.tables.table_totals import extract as extract_table_totals
from linter.document import Section
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_LEAST = 1000
_TELLING_DIGITS = 4
_NAMING = ("scheme", "payer", "population", "grade", "topic", "group", "measure", "limit", "aggregate")
# One figure may be an average wage here and a base there, a rest here and net pay there.
_NAMED_OTHERWISE = frozenset({"measure", "limit", "aggregate"})
# Another time or another's word; an example or a condition is of the same world.
_ELSEWHEN = frozenset({"history", "plan", "hearsay", "question", "not_yet"})
_YEAR, _ROUNDED = Decimal(12), Decimal("0.01")
_TOTAL = re.compile("[合总共]计|一共|总共|加起来|相加|总数|总额|共")

_Told = Mapping[Decimal, Sequence[Quantity]]


def extract(reading: Reading) -> Iterator[RetoldClaim]:
    """Every figure that stands once and unexplained in a section that has it elsewhere but for a digit or two."""
    if not _any_alike(reading):
        return
    titles = {claim.told.span for claim in reading.once(extract_titles)}
    shown = figures_explained(reading) | _in_tables(reading) | _written_out(reading)
    for section in reading.document.sections:
        told = _told(reading, section, shown)
        alike: dict[str, list[Decimal]] = defaultdict(list)
        for value in told:
            for key in _keys(value):
                alike[key].append(value)
        for again in _alone(told, shown):
            first = _told_before(reading, told, alike, again, shown)
            sentence = reading.sentence_at(again.span)
            if first is not None and sentence is not None and again.span not in titles:
                scope = reading.scope(again.span, sentence)
                yield RetoldClaim(again.span, sentence.span, scope, first, again)


def _any_alike(reading: Reading) -> bool:
    """True when two numbers of the document have the same digits; most documents have none, and need no more."""
    values = {token.value for token in reading.tokens.quantities if token.unit in (Unit.YUAN, Unit.NONE)}
    keys = [key for value in values if _is_telling(value) for key in _keys(value)]
    return len(set(keys)) < len(keys)


def _digits(value: Decimal) -> str:
    """The digits of a number, in whatever order and wherever its point stands: the same for numbers that are alike."""
    return "".join(sorted(format(value, "f").replace(".", "").replace("0", "")))


def _is_telling(value: Decimal) -> bool:
    """True for a number that is seldom alike to another by chance: large, or of many digits."""
    return value >= _LEAST or significant(value) >= _TELLING_DIGITS


def _keys(value: Decimal) -> Iterator[str]:
    """What two numbers share that are alike: all their digits, or all but the one at a place."""
    yield _digits(value)
    written = format(value.normalize(), "f")
    if significant(value) >= _TELLING_DIGITS:
        yield from (f"{written[:at]}?{written[at + 1 :]}" for at in range(len(written)) if written[at] != ".")


def _is_slip(written: Decimal, right: Decimal) -> bool:
    return transposed(written, right) or digit_off(written, right, _TELLING_DIGITS)


def _alone(told: _Told, shown: frozenset[int]) -> Iterator[Quantity]:
    """The larger amounts that the section has once and does not show the making of."""
    for value, (token, *others) in told.items():
        if _is_telling(value) and not others and token.unit is Unit.YUAN and token.span.start not in shown:
            yield token


def _told_before(
    reading: Reading, told: _Told, alike: Mapping[str, Sequence[Decimal]], again: Quantity, shown: frozenset[int]
) -> Quantity | None:
    """The figure that is meant: the only one alike, certain where the other is not, and of the same thing."""
    others = {value for key in _keys(again.value) for value in alike[key] if value != again.value}
    likes = [value for value in others if _is_slip(again.value, value)]
    if len(likes) != 1 or _follows(again.value, told, likes[0]):
        return None
    if not _is_certain(reading, told, likes[0], shown):
        many = min(significant(again.value), significant(likes[0])) >= _TELLING_DIGITS
        if not many or not all(_same_thing(reading, one, again) for one in told[likes[0]]):
            return None
    home = reading.sentence_at(again.span)
    if (not transposed(again.value, likes[0]) and _adds_up(reading, again)) or _is_share(reading, told, again):
        return None
    if any(reading.sentence_at(one.span) == home for one in told[likes[0]]):
        return None  # 从7248元调到7284元: whoever writes both at once means both
    return next((one for one in told[likes[0]] if _same_thing(reading, one, again)), None)


def _adds_up(reading: Reading, token: Quantity) -> bool:
    """True for a total: it may be like one of its parts."""
    home = reading.sentence_at(token.span)
    return home is not None and _TOTAL.search(reading.text, home.span.start, token.span.start) is not None


def _is_share(reading: Reading, told: _Told, token: Quantity) -> bool:
    """True for a figure that a rate of its sentence makes of another figure, or of what two of its block leave."""
    home = reading.sentence_at(token.span)
    if home is None:
        return False
    rates = [each for each in reading.quantities_in(home.span) if each.unit is Unit.PERCENT]
    block = reading.document.sections[home.section].blocks[home.block].span
    beside = {each.value for each in reading.quantities_in(block) if each.unit in (Unit.YUAN, Unit.NONE)}
    bases = {*told, *(abs(one - other) for one, other in combinations(beside, 2))}
    made = (value * number / 100 for value in bases for each in rates for number in each.values)
    return any(abs(each - token.value) <= _ROUNDED for each in made)


def _told(reading: Reading, section: Section, shown: frozenset[int]) -> dict[Decimal, list[Quantity]]:
    """The amounts of a section by their value; numbers without a unit count in tables and calculations."""
    told: dict[Decimal, list[Quantity]] = defaultdict(list)
    for token in reading.quantities_in(section.span):
        start = token.span.start
        bare = token.unit is Unit.NONE and (start in shown or bool(reading.framer.headers_of(start)))
        plain = not token.is_range and token.bound is None and not token.approximate
        if plain and (token.unit is Unit.YUAN or bare):
            told[token.value].append(token)
    return told


def _in_tables(reading: Reading) -> frozenset[int]:
    """Where the totals of tables stand: their own columns explain them."""
    return frozenset(claim.total.span.start for claim in reading.once(extract_table_totals))


def _written_out(reading: Reading) -> frozenset[int]:
    return frozenset(
        token.span.start for claim in reading.once(extract_equations) for token in reading.quantities_in(claim.span)
    )


def _is_certain(reading: Reading, told: _Told, value: Decimal, shown: frozenset[int]) -> bool:
    """True when the text tells a figure more than once, shows how it comes about, or has the two it comes of."""
    places = {sentence.span for one in told[value] if (sentence := reading.sentence_at(one.span)) is not None}
    return len(places) > 1 or any(one.span.start in shown for one in told[value]) or _follows(value, told)


def _follows(value: Decimal, told: _Told, besides: Decimal | None = None) -> bool:
    """True when the figure is the sum or difference of two others of the section, or the year's of a month's."""
    others = {other for other in told if other not in (value, besides)}
    if any(value in (other * _YEAR, other / _YEAR) for other in others):
        return True
    return any((value - one in others and value - one != one) or one - value in others for one in others)


def _same_thing(reading: Reading, one: Quantity, again: Quantity) -> bool:
    homes = [reading.sentence_at(token.span) for token in (one, again)]
    first, second = homes
    if first is None or second is None or of_another(reading, first, second):
        return False
    block = reading.document.sections[first.section].blocks[first.block].span
    if not anybody(second.span.cut(reading.text)) <= anybody(reading.text[block.start : first.span.end]):
        return False
    if is_question(reading, second) or is_reported(reading, second, again.span):
        return False
    return _same_scope(reading, (one, first), (again, second)) and _same_name(reading, one, again)


def _same_scope(reading: Reading, one: tuple[Quantity, Sentence], again: tuple[Quantity, Sentence]) -> bool:
    scopes = [reading.scope(token.span, home) for token, home in (one, again)]
    first, second = scopes
    elsewhen = (first.markers ^ second.markers) & _ELSEWHEN
    return not elsewhen and (first.region, first.period) == (second.region, second.period)


def _same_name(reading: Reading, one: Quantity, again: Quantity) -> bool:
    """True when no word tells two figures apart; with few digits, when a word names both."""
    names = [_names(reading, token.span, SENTENCE) for token in (one, again)]
    telling = significant(again.value) >= _TELLING_DIGITS
    apart = {name for name, value in names[0].items() if names[1].get(name, value) != value}
    if apart - (_NAMED_OTHERWISE if telling else frozenset()):
        return False
    if is_base(reading, one) and is_base(reading, again):
        return True
    near = [_names(reading, token.span, BRACKET) for token in (one, again)]
    return telling or bool(near[0].items() & near[1].items())


def _names(reading: Reading, span: Span, level: int) -> dict[str, str]:
    frame = reading.frame(span)
    return {name: frame[name].value for name in _NAMING if name in frame and frame[name].level <= level}
