"""Which words speak for a number: the binding of facets (scheme, payer, measure, …) to a place in the text.

Nearness is structural, not counted in characters: the number's own segment speaks first, then the bracket it stands in
or that follows it and the table's headers, then the rest of the sentence to the left, the sentence or label before,
the headings above, and last the title. The level of each binding is kept, so that a claim can demand nearness.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from linter.claims.context.layout import Segment, Sentence
from linter.claims.context.payers import pays_not
from linter.claims.context.survey import SENTENCES_BACK, Surveyor
from linter.document import Document
from linter.scan.tokens import Quantity, Term
from linter.text import Span

SEGMENT, BRACKET, SENTENCE, BLOCK, HEADING, TITLE = range(6)
# A word behind a number speaks for it only when none stands about as near before it.
_BEHIND = 4
# 1%的失业保险: what the number is said to be of speaks for it before all.
_OF = "的"
_HOLDING = ("含", "包括", "包含")
_NOT_THE_PAYER = 40
_SELF_EMPLOYED, _OF_RESIDENTS = "flexible", "resident_pension"
# A long calculation has segments without end; a word further back has no say.
_SEGMENTS_BACK = 60
_FIGURES_ACROSS = 20
_REMARK = re.compile(r"(?<=[^\s(])\(")
# In a list each item names what it differs in and shares the rest: 养老单位16%、个人8%. An item that names a scheme
# behind one that names only a payer (个人0.5%;生育0.8%) begins a group of its own and shares nothing with it.
_SLOTS = frozenset({"payer", "population", "topic", "limit", "group", "grade", "fund"})


@dataclass(frozen=True, slots=True)
class Slot:
    """A facet's value, the term that gave it, and how far away (``SEGMENT`` … ``TITLE``) it stood."""

    value: str
    term: Term
    level: int


Frame = Mapping[str, Slot]


class Framer(Surveyor):
    """Resolves frames in one document, each of them once."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], terms: Sequence[Term], quantities: Sequence[Quantity]
    ) -> None:
        super().__init__(document, sentences, terms, quantities)
        self._units = {quantity.span.start: quantity.unit for quantity in quantities}
        self._block_starts: dict[tuple[int, int], Sentence] = {}
        for sentence in sentences:
            self._block_starts.setdefault((sentence.section, sentence.block), sentence)
        self._frames: dict[Span, Frame] = {}
        self._backgrounds: dict[Span, Frame] = {}

    def frame(self, span: Span) -> Frame:
        """All facets that speak for the number at ``span``, each with its nearest giver."""
        if span not in self._frames:
            self._frames[span] = self._resolve(span)
        return self._frames[span]

    def _resolve(self, span: Span) -> Frame:
        sentence = self.sentence_at(span.start)
        if sentence is None:
            return {}
        slots: dict[str, Slot] = {}
        _fill(slots, self._circles(span, sentence, slots))
        for facet, slot in self._background(sentence).items():
            slots.setdefault(facet, slot)
        return slots

    def _background(self, sentence: Sentence) -> Frame:
        """What stands before and above a sentence: the same for all its numbers."""
        if sentence.span not in self._backgrounds:
            slots: dict[str, Slot] = {}
            _fill(slots, self._before(sentence))
            self._backgrounds[sentence.span] = slots
        return self._backgrounds[sentence.span]

    def _circles(
        self, span: Span, sentence: Sentence, slots: Mapping[str, Slot]
    ) -> Iterator[tuple[int, Sequence[Term]]]:
        own = sentence.segment_at(span.start)
        segment = sentence.segments[own]
        yield SEGMENT, self._by_nearness(segment.span, span)
        yield from self._brackets(sentence, own, span)
        heads = self.headers_of(span.start)
        yield from ((BRACKET, self._of_head(head, heads)) for head in heads)
        named = "scheme" in slots
        other_group = False
        for other in _to_the_left(sentence, own) if self._speaks_to_the_left(sentence, own) else ():
            terms = self.terms_in(other.span)
            if not terms:
                continue
            if self._holds_number(other.span) and other.closed_by != ":":
                given = {facet for term in terms for facet in term.facets}
                other_group = other_group or bool(named and _SLOTS & given and "scheme" not in given)
                if other_group:
                    continue
            # 财政补助相应为:甲400元,乙500元: a label is as near as a bracket to all it introduces.
            yield BRACKET if other.closed_by == ":" else SENTENCE, tuple(reversed(terms))
        yield SENTENCE, self._asked_of(sentence)

    def _of_head(self, head: Span, heads: Sequence[Span]) -> Sequence[Term]:
        """The words of a header; who pays is no remark of its own, 医疗(单位含生育), where another header says it."""
        elsewhere = any("payer" in term.facets for other in heads if other is not head for term in self.terms_in(other))
        remark = _REMARK.search(self._document.text, head.start, head.end) if elsewhere else None
        return [
            term
            for term in self.terms_in(head)
            if remark is None or "payer" not in term.facets or term.span.start < remark.start()
        ]

    def _speaks_to_the_left(self, sentence: Sentence, own: int) -> bool:
        """False where no word stands in any of the segments before the own one, as in a long calculation."""
        first = sentence.segments[max(0, own - _SEGMENTS_BACK)].span.start
        return bool(self.terms_in(Span(first, sentence.segments[own].span.start)))

    def _asked_of(self, sentence: Sentence) -> Sequence[Term]:
        """The words of the question it answers, of each facet that is asked about only once."""
        question = self.question_of(sentence)
        terms = () if question is None else self.terms_in(question.span)
        asked = Counter(facet for term in terms for facet in {*term.facets})
        return [term for term in terms if all(asked[facet] == 1 for facet in term.facets)]

    def _holds_number(self, span: Span) -> bool:
        return bisect_left(self.quantity_starts, span.start) < bisect_left(self.quantity_starts, span.end)

    def _by_nearness(self, segment: Span, span: Span) -> Sequence[Term]:
        """Terms of the segment, nearest first; one behind another number belongs to that number instead."""

        def cost(term: Term) -> tuple[int, int]:
            if "scheme" in term.facets and self._modifies(span, term):
                return (0, -1)
            before = term.span.start < span.start
            between = Span(min(term.span.end, span.end), max(term.span.start, span.start))
            crossed = bisect_left(self.quantity_starts, between.end) - bisect_left(self.quantity_starts, between.start)
            if not before and between.cut(self._document.text) == _OF:
                return (0, 0)
            distance = span.start - term.span.end if before else term.span.start - span.end
            if before and "payer" in term.facets and pays_not(self._document.text, term.span, between):
                distance += _NOT_THE_PAYER
            return (crossed, distance if before else distance + _BEHIND)

        terms = self.terms_in(self._within_reach(segment, span))
        return sorted((term for term in terms if not term.span.overlaps(span)), key=cost)

    def _within_reach(self, segment: Span, span: Span) -> Span:
        """The part of a segment that has a say: nobody counts twenty figures back to the word for one."""
        starts = self.quantity_starts
        first, last = bisect_left(starts, span.start) - _FIGURES_ACROSS, bisect_left(starts, span.end) + _FIGURES_ACROSS
        start = starts[first] if first >= 0 else segment.start
        end = starts[last] if last < len(starts) else segment.end
        return Span(max(segment.start, start), min(segment.end, end))

    def _modifies(self, span: Span, term: Term) -> bool:
        """True for 2%的医疗保险: the share is that of the word it is joined to."""
        return term.span.start == span.end + 1 and self._document.text[span.end] == "的"

    def _brackets(self, sentence: Sentence, own: int, span: Span) -> Iterator[tuple[int, Sequence[Term]]]:
        segment = sentence.segments[own]
        if segment.host is not None:
            yield BRACKET, tuple(reversed(self.terms_in(sentence.segments[segment.host].span)))
        elif segment.closed_by == "(":
            inside = [other for other in sentence.segments[own + 1 :] if other.depth > segment.depth]
            first = inside[0] if inside else None
            if first is not None and first.closed_by == ")" and not self._holds_another(first.span, span):
                yield BRACKET, [term for term in self.terms_in(first.span) if not self._is_included(term)]

    def _is_included(self, term: Term) -> bool:
        """True for the scheme in 8.5%(含生育保险): the figure is that of another, which holds this one."""
        return "scheme" in term.facets and self._document.text.endswith(_HOLDING, 0, term.span.start)

    def _holds_another(self, bracket: Span, span: Span) -> bool:
        """True for 每人390元(政府补助670元): the words in the bracket are those of its own figure of the same unit."""
        starts = self.quantity_starts
        inside = starts[bisect_left(starts, bracket.start) : bisect_left(starts, bracket.end)]
        return any(self._units[start] == self._units.get(span.start) for start in inside)

    def _before(self, sentence: Sentence) -> Iterator[tuple[int, Sequence[Term]]]:
        section = self._document.sections[sentence.section]
        earlier = list(self.earlier(sentence))
        if len(earlier) == SENTENCES_BACK:
            # The first sentence of a long block may be its label.
            earlier.append(self._block_starts[sentence.section, sentence.block])
        for previous in earlier:
            yield BLOCK, tuple(reversed(self.terms_in(previous.span)))
        for heading in self.headings_above(sentence):
            yield HEADING, tuple(reversed(self.terms_in(heading)))
        if section.title is not None:
            yield TITLE, tuple(reversed(self.terms_in(section.title)))
        elif section.blocks:
            # 离职后自己缴费,须以灵活就业人员身份参保: of them a page without a title tells all that follows.
            terms = self.terms_in(self._block_starts.get((sentence.section, 0), sentence).span)
            yield TITLE, [term for term in terms if term.facets.get("population") == _SELF_EMPLOYED]
            if {term.facets["scheme"] for term in terms if "scheme" in term.facets} == {_OF_RESIDENTS}:
                yield TITLE, [term for term in terms if "scheme" in term.facets]


def _fill(slots: dict[str, Slot], circles: Iterable[tuple[int, Sequence[Term]]]) -> None:
    """Give each facet the first term that speaks of it."""
    for level, terms in circles:
        for term in terms:
            for facet, value in term.facets.items():
                if facet != "marker" and facet not in slots:
                    slots[facet] = Slot(value, term, level)


def _to_the_left(sentence: Sentence, own: int) -> Iterator[Segment]:
    """Segments before the own one, nearest first, leaving out what stands in brackets the number is not in."""
    depth = sentence.segments[own].depth
    for index in range(own - 1, max(-1, own - _SEGMENTS_BACK), -1):
        segment = sentence.segments[index]
        depth = min(depth, segment.depth)
        if segment.depth <= depth:
            yield segment
