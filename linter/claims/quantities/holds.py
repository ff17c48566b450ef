"""How firmly the words around a number hold it to its meaning: what may be another one's, and what stands far away."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from linter.claims.context.frame import BLOCK, HEADING, SEGMENT, SENTENCE, Slot
from linter.claims.model import Hold
from linter.claims.quantities.doubtful_slots import owns_wage
from linter.claims.quantities.settings import Setting
from linter.text import Span
from reference.quantities import Binding, QuantitySpec

# 社保, 单位和个人 and 城乡居民 name the whole of which another word names a part: the two do not compete.
_BOTH = "both"
_WHOLE = frozenset({"social", _BOTH, "resident"})
_SUM = "+"
_PAYER, _LABEL_LENGTH = "payer", 14


def hold(spec: QuantitySpec, binding: Binding, setting: Setting) -> Hold:
    """How the number is held to the facets that its binding asks for and that tell it from its like."""
    facets = {demand.facet for demand in binding.demands} | {*spec.slots}
    slots = {name: setting.frame[name] for name in sorted(facets) if name in setting.frame}
    own = Hold(
        unclear=frozenset(name for name, slot in slots.items() if _is_unclear(name, slot, setting)),
        distant=frozenset(name for name, slot in slots.items() if slot.level >= BLOCK and name not in binding.give),
        summand=_is_added(setting)
        and not _names_sum(binding)
        and bool(slots)
        and all(slot.level > SEGMENT for slot in slots.values()),
        headed=frozenset(name for name, slot in slots.items() if _heads(name, slot, setting)),
        loose=binding.loose or setting.far,
    )
    return _shared(own)


@lru_cache(maxsize=1024)  # few differ: the numbers of a long document share them
def _shared(hold: Hold) -> Hold:
    return hold


def _heads(facet: str, slot: Slot, setting: Setting) -> bool:
    """True for a short heading that names a payer and no other (二、个人缴费部分): all below it is his."""
    sentence = setting.framer.sentence_at(slot.term.span.start)
    if (
        facet != _PAYER
        or slot.level != HEADING
        or sentence is None
        or len(sentence.span.cut(setting.text).strip()) > _LABEL_LENGTH
    ):
        return False
    return len(_named(facet, sentence.span, setting)) == 1 and not _is_taken_over(facet, slot, setting)


def _is_unclear(facet: str, slot: Slot, setting: Setting) -> bool:
    """True for one of several named in its clause, one of an earlier sentence, one that another has taken over from.

    单位和个人分别承担0.5%和0.3%: of two payers named before, the number may be that of one.
    """
    if slot.level == SEGMENT:
        return len(_named(facet, _before(setting), setting)) > 1
    if slot.level >= SENTENCE and slot.value == _BOTH:
        return True
    if slot.level == SENTENCE:
        return len(_named(facet, _clause(slot, setting), setting)) > 1
    return slot.level == BLOCK or (slot.level >= HEADING and _is_taken_over(facet, slot, setting))


def _before(setting: Setting) -> Span:
    """The number's segment before it, back to the number before that."""
    end, starts = setting.token.span.start, setting.framer.quantity_starts
    index = bisect_left(starts, end) - 1
    return Span(max(setting.segment.span.start, starts[index] if index >= 0 else 0), end)


def _clause(slot: Slot, setting: Setting) -> Span:
    """The sentence up to the number; since its last semicolon, where the slot stands behind that."""
    whole = Span(setting.sentence.span.start, setting.segment.span.end)
    semicolon = setting.text.rfind(";", whole.start, setting.token.span.start)
    return Span(semicolon + 1, whole.end) if whole.start <= semicolon < slot.term.span.start else whole


def _is_taken_over(facet: str, slot: Slot, setting: Setting) -> bool:
    """True when the text has named another one since: what stood above may be over."""
    since = Span(slot.term.span.end, max(slot.term.span.end, setting.token.span.start))
    return bool(_named(facet, since, setting) - {slot.value})


def _named(facet: str, span: Span, setting: Setting) -> set[str]:
    """The values of a facet that are named in a stretch; whose wage a number is a share of is nobody's payer."""
    terms = (term for term in setting.framer.terms_in(span) if facet in term.facets)
    return {term.facets[facet] for term in terms if not owns_wage(term, setting.text)} - _WHOLE


def _names_sum(binding: Binding) -> bool:
    """True for a way of writing that asks for what touches the number: 98+60."""
    return any(wording.area == "before" and not wording.refused for wording in binding.wordings)


def _is_added(setting: Setting) -> bool:
    """True where a plus joins the number to the one of its unit before or behind it: 9%+1%, but not 2%+3元."""
    figures = setting.figures
    here = next((index for index, figure in enumerate(figures) if figure.span == setting.token.span), 0)
    before = figures[max(here - 1, 0) : here] if setting.segment.opened_by == _SUM else ()
    behind = figures[here + 1 : here + 2] if setting.segment.closed_by == _SUM else ()
    return any(figure.unit is setting.token.unit for figure in (*before, *behind))
