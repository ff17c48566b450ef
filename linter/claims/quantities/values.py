"""Numbers bound to their meaning by the quantities of the vocabulary. What fits two meanings is bound to none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from linter.claims.calculations.magnitudes import misscaled_by, rescaled
from linter.claims.changes.told_before import told_before
from linter.claims.context.frame import Framer
from linter.claims.context.layout import Sentence
from linter.claims.context.periods import one_round
from linter.claims.context.reading import Reading
from linter.claims.model import MagnitudeClaim, Scope, ValueClaim
from linter.claims.quantities.asides import told_aside
from linter.claims.quantities.borne import borne
from linter.claims.quantities.candidates import Candidate, candidates, in_unit
from linter.claims.quantities.cells import spoken, with_header_unit
from linter.claims.quantities.cues import cues
from linter.claims.quantities.distribution import distributed, of_each_payer
from linter.claims.quantities.echoed_years import with_told_years
from linter.claims.quantities.holds import hold
from linter.claims.quantities.settings import Setting
from linter.claims.quantities.standing import stands_for_itself
from linter.claims.quantities.then_and_now import told_apart
from linter.claims.quantities.told_in_order import told_in_order
from linter.claims.quantities.years_alike import of_each_year
from linter.scan.tokens import Term
from linter.text import Span, covers
from reference.interval import Interval
from reference.quantities import Binding, QuantitySpec

# A number inside one of these says for whom or when something holds: 满1年不足5年, 第13个月.
_CONDITIONS = frozenset(
    {"paid_years", "months_band", "case", "tier", "band", "industry", "reserve_months", "missed_years"}
)
_AS_OF = re.compile("截[至止]")
_FORMULA = frozenset("×*÷=≈")

Meaning: TypeAlias = tuple[QuantitySpec, Binding]
"""What a number is, and the way of writing that tells it."""


def extract(reading: Reading) -> Iterator[ValueClaim | MagnitudeClaim]:
    """Every number that fits exactly one quantity, in text order; repeated in one sentence it counts once.

    Then those that would fit one if 万 stood there, or did not.
    """
    meant = tuple(_understood(reading, setting) for setting in _settings(reading))
    claims = told_before(of_each_year(with_told_years(_extract(reading, meant)), reading.text), reading)
    yield from told_aside(told_in_order(told_apart(claims, reading.text), reading), reading)
    for setting, found in meant:
        if found is None and not setting.denied:
            yield from _misscaled(reading, setting)


def _extract(reading: Reading, meant: Iterable[tuple[Setting, Meaning | None]]) -> Iterator[ValueClaim]:
    said: set[tuple[object, ...]] = set()
    echoes: list[ValueClaim] = []
    for setting, found in meant:
        for claim in _claims(reading, setting, found):
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
    owners: dict[Span, tuple[Term | None, ...]] = {}
    for token, each in of_each_payer(reading):
        owners[token.span] = (*owners.get(token.span, ()), each)
    owners |= {token.span: (owner,) for token, owner in distributed(reading, marks)}
    for written in numbers:
        sentence = reading.sentence_at(written.span)
        if sentence is None or not stands_for_itself(reading, written, sentence):
            continue
        for owner in owners.get(written.span, (None,)):
            if owner is not None or written.span not in owners:
                token = with_header_unit(written, framer.headers_of(written.span.start), reading.text)
                yield Setting(reading, framer, spoken(token, reading.text), sentence, owner)


def _outside(words: Iterable[Term], marks: Sequence[Term]) -> Iterator[Term]:
    """The words that are no part of a cue which fills their facet better: 女职工 in 原50岁退休的女职工."""
    cues_of: dict[str, list[Span]] = {}
    for mark in marks:
        for facet in mark.facets:
            cues_of.setdefault(facet, []).append(mark.span)
    for word in words:
        if not any(covers(cues_of.get(facet, []), word.span) for facet in word.facets):
            yield word


def _understood(reading: Reading, setting: Setting) -> tuple[Setting, Meaning | None]:
    """The number with its meaning, by what stands beside it; else by the name that the text gives it elsewhere."""
    if setting.denied:
        return setting, None
    found = meaning(setting)
    if found is None:
        for named in borne(setting, reading):
            carried = meaning(named)
            if carried is not None:
                return named, carried
    return setting, found


def _meaning_of(claim: ValueClaim) -> tuple[object, ...]:
    return (claim.quantity, claim.token.values, *sorted(claim.facets.items()), claim.scope)


def _in_formula(setting: Setting) -> bool:
    """An operand of a calculation repeats what the text says in words."""
    return bool(_FORMULA.intersection(setting.segment.opened_by + setting.segment.closed_by))


def _claims(reading: Reading, setting: Setting, found: Meaning | None) -> Iterator[ValueClaim]:
    if found is None:
        return
    (spec, binding), sentence = found, setting.sentence
    token = in_unit(setting.token, spec.unit, binding)
    facets, held = _facets(spec, binding, setting), hold(spec, binding, setting)
    scope = _scope(reading, spec, token.span, sentence)
    if spec.halves is None:
        yield ValueClaim(token.span, sentence.span, scope, spec.id, token, facets, held)
        return
    for quantity, value in zip(spec.halves, sorted(token.values), strict=True):
        end = replace(token, values=(value,), interval=Interval.point(value).widened(token.step / 2))
        yield ValueClaim(token.span, sentence.span, scope, quantity, end, facets, held)


def _misscaled(reading: Reading, setting: Setting) -> Iterator[MagnitudeClaim]:
    factor = misscaled_by(setting.token, reading.text)
    if factor is None:
        return
    other = setting.with_token(rescaled(setting.token, factor))
    for meant in _claims(reading, other, meaning(other)):
        yield MagnitudeClaim(meant.span, meant.context, meant.scope, meant, factor)


def _scope(reading: Reading, spec: QuantitySpec, span: Span, sentence: Sentence) -> Scope:
    scope = reading.scope(span, sentence)
    if scope.period is None and _is_snapshot(reading, Span(sentence.span.start, span.start)):
        return replace(scope, markers=scope.markers | {"history"})
    if spec.timeless:
        # What will be is what such a figure tells: 将逐步延迟到 is no plan.
        return replace(scope.without_dates(), markers=scope.markers - {"plan"})
    statistic = spec.compare == "ever"
    years = reading.scoper.years.of_statistic(span, sentence, scope.published) if statistic else None
    if years is not None:
        return replace(scope, period=years, period_from="stated")
    yearly = spec.yearly or statistic
    if yearly and scope.period_from == "stated" and not scope.has("current"):
        return replace(scope, period=one_round(scope.period))
    if yearly and scope.has("current") and scope.period_from == "unknown":
        titled = reading.scoper.years.of_title(sentence.section)
        return scope if titled is None else replace(scope, period=titled, period_from="heading")
    labelled = reading.scoper.years.of_section(sentence.section) if yearly else None
    if yearly and labelled is None and scope.period_from == "unknown":
        labelled = reading.scoper.years.only(sentence.section) or reading.scoper.years.before(span, sentence)
    if labelled is None or scope.period_from in ("stated", "heading") or scope.has("current"):
        return scope
    return replace(scope, period=labelled, period_from="heading")


def _is_snapshot(reading: Reading, before: Span) -> bool:
    """True behind 截至9月16日 where nothing says of which year: a figure of some day, and not of today."""
    return any(
        day.relation == "until" and day.start.month is not None and _AS_OF.match(reading.text, day.span.start - 2)
        for day in reading.scoper.dates_in(before)
    )


def meaning(setting: Setting) -> Meaning | None:
    """The one quantity the number fits, by the highest rank at which any fits; ``None`` when none or several do."""
    fitting: list[Candidate] = []
    token, fits = setting.token, setting.fits
    for found in candidates(token.unit, token.is_range).of(setting.frame):
        binding = found.binding
        if fitting and binding.rank < fitting[0].binding.rank:
            break
        if binding.loose and not setting.alone:
            break
        numbers = in_unit(token, found.spec.unit, binding).values if binding.also else token.values
        if binding.plausible(numbers) and fits(binding):
            fitting.append(found)
    if len({found.spec.id for found in fitting}) != 1:
        return None
    return fitting[0].spec, fitting[0].binding


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
