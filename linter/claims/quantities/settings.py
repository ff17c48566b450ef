"""The text around a number, cut the ways a quantity's patterns look at it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import copy
from functools import cached_property

from linter.claims.context.frame import SEGMENT, Frame, Framer, Slot
from linter.claims.context.layout import Sentence
from linter.claims.context.persons import persons
from linter.claims.context.reading import Reading
from linter.claims.quantities.doubtful_slots import without_doubtful
from linter.scan.tokens import Quantity, Term
from linter.text import Span
from reference.quantities import Binding, Demand, Wording, denials

_TOUCHING = 24
# 从50%起步: the least there is, not where a change began.
_STARTING = re.compile("\\s*(?:起步|起报|打底|保底|起跳)")
# The 从 of 从5%到12% opens a range; it tells of no change.
_FROM_TO = re.compile("[从由]$")
# 单位说是90天,其实是98天: what is put right at once is not what the text says.
_PUT_RIGHT = re.compile(
    "[^,;。]{0,8}[,;]\\s*(?:但|可)?(?:其实|实际上|事实上|实则|正确的)[^,;。]*[0-9一二三四五六七八九十百]"
)
_ADVERBS = re.compile("(?:现在|目前|如今|眼下|当前|现阶段|当下|眼前)(?=[是为按要只])")
# 进账户8% 进统筹12%: what stands behind the blank is the label of the next.
_LABELLED = re.compile("[^\\W0-9]$")
_NEXT_LABEL = re.compile("[ \t]+[^\\W0-9]{1,8}[0-9]")
_OPERATORS = frozenset("+-×*÷/=≈")
# 每断1年, 每多缴满1年
_EACH = re.compile("每[^,;。0-9一二两三四五六七八九十年月周天日]{0,8}$")
_SPEAKER = re.compile("(?:我|咱)(?!们?国|们?市|们?省|们?区|们?县)|她|(?<!其)他")
_RESIDENTS = frozenset({"resident", "student_child", "elderly", "working_age"})


class Setting:
    """A number in its surroundings: its frame and the stretches of text that speak for it."""

    far = False
    """True where what names the number stands in another line."""

    def __init__(
        self, reading: Reading, framer: Framer, token: Quantity, sentence: Sentence, owner: Term | None = None
    ) -> None:
        """``owner`` is what a listed number belongs to by its place in the list; it overrides what stands nearer."""
        self.token = token
        self.sentence = sentence
        self.framer = framer
        owned = {} if owner is None else {facet: Slot(value, owner, SEGMENT) for facet, value in owner.facets.items()}
        self._reading = reading
        frame = _of_residents({**framer.frame(token.span), **owned})
        self.frame: Frame = without_doubtful(frame, token, sentence, reading)
        self._headers = framer.headers_of(token.span.start)
        self.segment = sentence.segments[sentence.segment_at(token.span.start)]

    def with_token(self, token: Quantity) -> Setting:
        """The same place with its number read in another way."""
        other = copy(self)
        other.token = token
        return other

    def fits(self, binding: Binding) -> bool:
        """True when everything the binding asks for is there and nothing it refuses."""
        for demand in binding.demands:
            if not self._holds(demand):
                return False
        for refusal in binding.refusals:
            if self._refused(refusal):
                return False
        return all(map(self._ahead, binding.ahead)) and self._reads(binding.wordings)

    def _holds(self, demand: Demand) -> bool:
        slot = self.frame.get(demand.facet)
        return slot is not None and slot.level <= demand.within and demand.meets(slot.value)

    def _refused(self, refusal: Demand) -> bool:
        slot = self.frame.get(refusal.facet)
        return slot is not None and slot.level <= refusal.within and refusal.refuses(slot.value)

    def _ahead(self, facet: str) -> bool:
        slot = self.frame[facet]
        return slot.level > SEGMENT or slot.term.span.end <= self.token.span.start

    def _reads(self, wordings: Iterable[Wording]) -> bool:
        for wording in wordings:
            asked = wording.area == "words" and not wording.refused
            area: str = self._with_question if asked else getattr(self, wording.area)
            if (wording.pattern.search(area) is None) is not wording.refused:
                return False
        return True

    @property
    def denied(self) -> bool:
        """The text says that the number is not so (并不是20年), or only where a change started (从350元涨到…)."""
        if self.token.is_range and _FROM_TO.search(self.before):
            return False
        put_right = _PUT_RIGHT.match(self.after) and any(self._is_other_value(figure) for figure in self.figures)
        if not put_right and _STARTING.match(self.after):
            return False
        return bool(put_right) or any(pattern.search(self.before) for pattern in denials())

    @property
    def alone(self) -> bool:
        """The only number of its unit in its segment, no operand, cell or somebody's own: what is said is said of it.

        What comes once for each of something (每断1年) stands beside it and is not such a number itself.
        """
        own = self.token.span
        if _OPERATORS.intersection((*self.segment.opened_by, *self.segment.closed_by)) or self._is_each(own):
            return False
        return not (self._headers or self._is_somebodys or any(map(self._is_rival, self.figures)))

    def _is_rival(self, figure: Quantity) -> bool:
        inside = figure.unit is self.token.unit and self.segment.span.contains(figure.span)
        return inside and not figure.span.overlaps(self.token.span) and not self._is_each(figure.span)

    def _is_each(self, figure: Span) -> bool:
        return _EACH.search(self.text, max(self.segment.span.start, figure.start - _TOUCHING), figure.start) is not None

    @cached_property
    def _is_somebodys(self) -> bool:
        sentence = self.sentence.span.cut(self.text)
        return bool(_SPEAKER.search(sentence) or persons(sentence))

    def _is_other_value(self, figure: Quantity) -> bool:
        """True for a figure of the same unit behind the number, of another value."""
        own = self.token
        return figure.span.start > own.span.end and figure.unit is own.unit and figure.values != own.values

    @property
    def text(self) -> str:
        """The text of the document."""
        return self._reading.text

    @property
    def figures(self) -> Sequence[Quantity]:
        """All numbers of the sentence."""
        return self._reading.quantities_in(self.sentence.span)

    @cached_property
    def before(self) -> str:
        """The text that ends where the number starts, without the adverbs before its verb (比例现在是50%)."""
        start = max(self.sentence.span.start, self.token.span.start - _TOUCHING)
        return _ADVERBS.sub("", self._reading.text[start : self.token.span.start])

    @cached_property
    def after(self) -> str:
        """The text that starts where the number ends; nothing in a row of labels before their figures."""
        end = self.token.span.end
        if _LABELLED.search(self.before) and _NEXT_LABEL.match(self.text, end, self.sentence.span.end):
            return ""
        return self.text[end : min(self.sentence.span.end, end + _TOUCHING)]

    @cached_property
    def number(self) -> str:
        """The number as written, with its unit or what it counts."""
        return self._cut([self.token.span])

    @cached_property
    def near(self) -> str:
        """The number's segment, what its bracket hangs on, and its table headers."""
        host = [] if self.segment.host is None else [self.sentence.segments[self.segment.host].span]
        return self._cut([*host, self.segment.span, *self._headers])

    @cached_property
    def clause(self) -> str:
        """The sentence since its last semicolon, up to the end of the number's segment."""
        text = Span(self.sentence.span.start, self.segment.span.end).cut(self._reading.text)
        return text[text.rfind(";", 0, self.token.span.start - self.sentence.span.start) + 1 :]

    @cached_property
    def words(self) -> str:
        """The number's sentence and its table headers."""
        return self._cut([self.sentence.span, *self._headers])

    @cached_property
    def _with_question(self) -> str:
        """The same with the question the sentence answers: what is asked about need not be said again."""
        question = self._reading.framer.question_of(self.sentence)
        return self.words if question is None else f"{question.span.cut(self._reading.text)}\n{self.words}"

    @cached_property
    def topic(self) -> str:
        """Everything that stands above the number: its block up to its sentence, introducing lines, headings, title."""
        section = self._reading.document.sections[self.sentence.section]
        block = section.blocks[self.sentence.block].span
        above = self._reading.framer.headings_above(self.sentence)
        title = [] if section.title is None else [section.title]
        return self._cut([Span(block.start, self.sentence.span.end), *self._headers, *above, *title])

    def _cut(self, spans: Iterable[Span]) -> str:
        return "\n".join(span.cut(self._reading.text) for span in spans)


def _of_residents(frame: Frame) -> Frame:
    """医保 said of residents or one of their groups, nearer than the scheme, is the residents' insurance."""
    scheme, population = frame.get("scheme"), frame.get("population")
    if scheme is None or population is None or scheme.value != "medical" or population.level >= scheme.level:
        return frame
    if population.value not in _RESIDENTS:
        return frame
    return {**frame, "scheme": Slot("resident_medical", scheme.term, scheme.level)}
