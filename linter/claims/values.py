"""Numbers bound to their meaning by the quantities of the vocabulary. What fits two meanings is bound to none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from linter.claims.cells import spoken, with_header_unit
from linter.claims.cues import cues
from linter.claims.distribution import distributed
from linter.claims.frame import HEADING, Framer
from linter.claims.layout import Sentence
from linter.claims.model import Scope, ValueClaim
from linter.claims.reading import Reading
from linter.claims.settings import Setting
from linter.claims.standing import stands_for_itself
from linter.claims.then_and_now import told_apart
from linter.scan.tokens import Quantity, Term, Unit
from linter.text import Span
from reference.interval import Interval
from reference.quantities import Binding, QuantitySpec, load_quantities

# A number inside one of these says for whom or when something holds: 满1年不足5年, 第13个月.
_CONDITIONS = frozenset(
    {"paid_years", "months_band", "case", "tier", "band", "industry", "reserve_months", "missed_years"}
)
_FORMULA = frozenset("×*÷=≈")
# How a binding may let a number be written: in which unit, for a quantity of which, times what, divided by what.
_WRITTEN = {
    "days": (Unit.DAYS, Unit.MONTHS, 1, 30),
    "years": (Unit.NONE, Unit.MONTHS, 12, 1),
    "points": (Unit.POINTS, Unit.PERCENT, 1, 1),
    "times": (Unit.TIMES, Unit.PERCENT, 100, 1),
}


def extract(reading: Reading) -> Iterator[ValueClaim]:
    """Every number that fits exactly one quantity, in text order; repeated in one sentence it counts once."""
    return told_apart(_extract(reading), reading.text)


def _extract(reading: Reading) -> Iterator[ValueClaim]:
    said: set[tuple[object, ...]] = set()
    echoes: list[ValueClaim] = []
    for setting in _settings(reading):
        for claim in _claims(reading, setting):
            key = _meaning_of(claim)
            if _in_formula(setting):
                echoes.append(claim)
            elif (claim.context, *key) not in said:
                said |= {key, (claim.context, *key)}
                yield claim
    for claim in echoes:
        key = _meaning_of(claim)
        if key not in said:
            said.add(key)
            yield claim


def _settings(reading: Reading) -> Iterator[Setting]:
    marks = sorted(cues(reading.text), key=lambda term: term.span)
    conditions = _Covered([mark.span for mark in marks if _CONDITIONS.intersection(mark.facets)])
    numbers = [token for token in reading.tokens.quantities if not conditions.overlap(token.span)]
    words = (term for term in reading.terms if term.id != "tier.label")  # cues know which tier it is
    terms = sorted((*_outside(words, marks), *marks), key=lambda term: term.span)
    framer = Framer(reading.document, reading.sentences, terms, numbers)
    owners = {token.span: owner for token, owner in distributed(reading, marks)}
    for written in numbers:
        sentence = reading.sentence_at(written.span)
        owner = owners.get(written.span)
        if sentence is None or not stands_for_itself(reading, written, sentence):
            continue
        if owner is not None or written.span not in owners:
            token = with_header_unit(written, framer.headers_of(written.span.start), reading.text)
            token = spoken(token, reading.text)
            yield Setting(reading, framer, token, sentence, owner)


def _outside(words: Iterable[Term], marks: Sequence[Term]) -> Iterator[Term]:
    """The words that are no part of a cue which fills their facet better: 女职工 in 原50岁退休的女职工."""
    cues_of: dict[str, list[Span]] = {}
    for mark in marks:
        for facet in mark.facets:
            cues_of.setdefault(facet, []).append(mark.span)
    for word in words:
        if not any(_covers(cues_of.get(facet, []), word.span) for facet in word.facets):
            yield word


def _covers(spans: Sequence[Span], inner: Span) -> bool:
    index = bisect_right(spans, inner.start, key=lambda span: span.start) - 1
    return index >= 0 and spans[index].contains(inner)


def _meaning_of(claim: ValueClaim) -> tuple[object, ...]:
    return (claim.quantity, claim.token.values, *sorted(claim.facets.items()), claim.scope)


def _in_formula(setting: Setting) -> bool:
    """An operand of a calculation repeats what the text says in words."""
    return bool(_FORMULA.intersection(setting.segment.opened_by + setting.segment.closed_by))


def _claims(reading: Reading, setting: Setting) -> Iterator[ValueClaim]:
    found = None if setting.denied else meaning(setting)
    if found is None:
        return
    (spec, binding), sentence = found, setting.sentence
    token = _in_unit(setting.token, spec.unit, binding)
    facets, far = _facets(spec, binding, setting), _far(spec, setting)
    scope = _scope(reading, spec, token.span, sentence)
    if spec.halves is None:
        yield ValueClaim(token.span, sentence.span, scope, spec.id, token, facets, far)
        return
    for quantity, value in zip(spec.halves, token.values, strict=True):
        end = replace(token, values=(value,), interval=Interval.point(value).widened(token.step / 2))
        yield ValueClaim(token.span, sentence.span, scope, quantity, end, facets, far)


def _in_unit(token: Quantity, unit: str, binding: Binding) -> Quantity:
    """The number in the unit of its quantity, where the binding lets it be written in another."""
    for written in binding.also:
        found, meant, factor, divisor = _WRITTEN[written]
        if token.unit is found and unit == meant:
            values = tuple(value * factor / divisor for value in token.values)
            interval = Interval.hull(Interval.point(each) for each in values)
            return replace(token, unit=meant, values=values, interval=interval)
    return token


def _far(spec: QuantitySpec, setting: Setting) -> bool:
    slots = (setting.frame.get(name) for name in spec.slots)
    return any(slot is not None and slot.level >= HEADING for slot in slots)


def _scope(reading: Reading, spec: QuantitySpec, span: Span, sentence: Sentence) -> Scope:
    scope = reading.scope(span, sentence)
    if spec.timeless:
        return scope.without_dates()
    if spec.compare == "ever":
        years = reading.scoper.years_of_statistic(span, sentence, scope.published)
        return scope if years is None else replace(scope, period=years, period_from="stated")
    labelled = reading.scoper.year_of_section(sentence.section) if spec.yearly else None
    if spec.yearly and labelled is None and scope.period_from == "unknown":
        labelled = reading.scoper.only_year(sentence.section)
    if labelled is None or scope.period_from in ("stated", "heading") or scope.has("current"):
        return scope
    return replace(scope, period=labelled, period_from="heading")


def meaning(setting: Setting) -> tuple[QuantitySpec, Binding] | None:
    """The one quantity the number fits, by the highest rank at which any fits; ``None`` when none or several do."""
    fitting = [
        (binding.rank, index, spec, binding)
        for index, (spec, binding) in enumerate(_candidates(setting.token.unit, setting.token.is_range))
        if binding.plausible(_in_unit(setting.token, spec.unit, binding).values) and setting.fits(binding)
    ]
    if not fitting:
        return None
    best = max(rank for rank, *_ in fitting)
    first = [(spec, binding) for rank, _, spec, binding in fitting if rank == best]
    return first[0] if len({spec.id for spec, _ in first}) == 1 else None


@cache
def _candidates(unit: Unit | str, is_range: bool) -> Sequence[tuple[QuantitySpec, Binding]]:
    """The bindings of which a number, or a range, in this unit can be the value."""
    return tuple(
        (spec, binding)
        for spec in load_quantities()
        for binding in spec.bindings
        if _written_in(unit, spec.unit, binding) and (spec.halves is None or is_range)
    )


def _written_in(unit: Unit | str, meant: str, binding: Binding) -> bool:
    """True when the binding lets a value of the unit ``meant`` be written in ``unit``."""
    if meant == unit or (binding.bare and unit is Unit.NONE):
        return True
    return any(_WRITTEN[written][:2] == (unit, meant) for written in binding.also)


def _facets(spec: QuantitySpec, binding: Binding, setting: Setting) -> Mapping[str, str]:
    """The slots: what the binding gives, then what the frame holds as near as the binding asks for it."""
    reach = {demand.facet: demand.within for demand in binding.demands}
    facets = dict(binding.give)
    for name in spec.slots:
        slot = setting.frame.get(name)
        if name not in facets and slot is not None and slot.level <= reach.get(name, binding.reach):
            facets[name] = slot.value
    return {name: value for name, value in facets.items() if spec.usual.get(name) != value}


class _Covered:
    """A set of spans, asked whether a number lies in any of them."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._offsets = frozenset(offset for span in spans for offset in range(span.start, span.end))

    def overlap(self, span: Span) -> bool:
        return not self._offsets.isdisjoint(range(span.start, span.end))
