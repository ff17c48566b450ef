"""What a bare figure is of: the words that name it where beside it stands nothing that does.

固定等待期,时间为6个月 and 计发月数 over a line 60岁 139 name the figure once; its own segment holds no more than a
stand-in (时间), a copula, and of which part it is (60岁). Such a figure is read as if the name stood right before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from linter.claims.context.frame import Framer
from linter.claims.context.layout import Segment, Sentence
from linter.claims.context.reading import Reading
from linter.document import BlockKind
from linter.scan.tokens import Quantity, Term
from linter.text import Span
from reference.vocabulary import load_json, worded

# Words of these tell of which part a figure is, as those of a list do; of what it is, others must say.
_PARTS = frozenset(
    {"payer", "population", "limit", "group", "grade", "fund", "scheme", "tier", "age", "age_band", "bracket_age"}
    | {
        "per",
        "marker",
        "months_band",
        "case",
        "band",
        "aspect",
        "paid_years",
        "dependence",
        "kin",
        "kin_owner",
        "dependant",
    }
)
# How a figure is told, not whose it is.
_MANNER = frozenset({"limit", "marker", "per"})
_LONGEST_NAME = 34
_LINES_BACK = 12
_ENDED = ("。", "!", ";", ",", "、")
# 超过上限的,按21556交 tells what somebody pays, not what the limit is; 转移时,… tells when.
_CONDITION = re.compile("超[过出]|[低高]于|[不没未][足到够满]|如果|要是|的话|[时后前],?$")
_OPERATORS = frozenset("+-×*÷/=≈")
# 上限拿去年的数:8433元的300%: what a share is taken of is not what is named.
_SHARED = re.compile(r"(?:/月)?的\s*[0-9.]+\s*[%倍]")
_WORD = re.compile("[\u4e00-\u9fff]")
_LINES = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM})


@dataclass(frozen=True, slots=True)
class Bearer:
    """Where a figure is named, and whether that is its own sentence or the question it answers."""

    span: Span
    near: bool


def bearer(reading: Reading, framer: Framer, token: Quantity, sentence: Sentence) -> Bearer | None:
    """The words that name a bare figure; ``None`` for a figure that is named beside it, or nowhere near."""
    own = sentence.segment_at(token.span.start)
    place = sentence.segments[own]
    if _OPERATORS.intersection(place.opened_by + place.closed_by) or not is_bare(reading, framer, place.span):
        return None
    if is_share_of(reading, token) or not _each_labelled(reading, framer, place, token):
        return None
    before = [each for each in sentence.segments[:own] if each.depth <= place.depth]
    named = next((each for each in reversed(before) if not is_bare(reading, framer, each.span)), None)
    if named is not None:
        name = Span(named.span.start, place.span.start)
        return Bearer(name, _is_line(reading, sentence)) if can_name(reading, name, token) else None
    question = reading.framer.question_of(sentence)
    if question is not None:
        return Bearer(question.span, near=True) if can_name(reading, question.span, token) else None
    return _line_above(reading, framer, token, sentence)


def is_share_of(reading: Reading, token: Quantity) -> bool:
    """True for what a share is taken of: 8433元的300%."""
    return _SHARED.match(reading.text, token.span.end) is not None


def _each_labelled(reading: Reading, framer: Framer, place: Segment, token: Quantity) -> bool:
    """True unless several figures of a kind share a segment and not each has a label before it: 养老 16% 8%."""
    bounds = [term.span for term in framer.terms_in(place.span)]
    figures = reading.quantities_in(place.span)
    alike = [each for each in figures if each.unit is token.unit and not any(map(each.span.overlaps, bounds))]
    starts = [place.span.start, *(figure.span.end for figure in alike)]
    gaps = (Span(start, figure.span.start) for start, figure in zip(starts, alike, strict=False))
    return len(alike) == 1 or all(framer.terms_in(gap) for gap in gaps)


def _is_line(reading: Reading, sentence: Sentence) -> bool:
    return reading.document.sections[sentence.section].blocks[sentence.block].kind in _LINES


def _line_above(reading: Reading, framer: Framer, token: Quantity, sentence: Sentence) -> Bearer | None:
    """The nearest line above that is no bare figure itself, where it reads as a name."""
    index = reading.framer.sentence_index(sentence.span.start) or 0
    parts: list[Term] = []
    for above in reversed(reading.sentences[max(0, index - _LINES_BACK) : index]):
        if above.section != sentence.section:
            return None
        if all(is_bare(reading, framer, segment.span) for segment in above.segments):
            if not reading.quantities_in(above.span):
                parts = [*parts, *framer.terms_in(above.span)]
            continue
        block = reading.document.sections[above.section].blocks[above.block]
        line = _is_whole_line(reading, above.span, block.span) and block.kind in _LINES
        named = line and can_name(reading, above.span, token) and not _told_apart(parts, framer.terms_in(above.span))
        return Bearer(above.span, near=False) if named else None
    return None


def _told_apart(parts: Sequence[Term], name: Sequence[Term]) -> bool:
    """True where a line in between says of which part the figure is, and the name is that of another: 男 … 女干部呢."""
    told = {(facet, value) for term in parts for facet, value in term.facets.items() if facet not in _MANNER}
    named = {(facet, value) for term in name for facet, value in term.facets.items()}
    return any(facet in {other for other, _ in named} and (facet, value) not in named for facet, value in told)


def _is_whole_line(reading: Reading, said: Span, block: Span) -> bool:
    """True for a line of its own that no mark closes."""
    starts = said.start == block.start or reading.text[said.start - 1] == "\n"
    line = said.cut(reading.text)
    return starts and (said.end == block.end or line.endswith("\n")) and not line.rstrip().endswith(_ENDED)


def can_name(reading: Reading, name: Span, token: Quantity) -> bool:
    """True for few words that make no condition and hold no figure of the same kind: that would be what they name."""
    if name.end - name.start > _LONGEST_NAME or ";" in name.cut(reading.text).partition(":")[0]:
        return False
    if _CONDITION.search(name.cut(reading.text)):
        return False
    return all(figure.unit is not token.unit for figure in reading.quantities_in(name))


def is_bare(reading: Reading, framer: Framer, span: Span) -> bool:
    """True for a stretch in which no word says what its figure is."""
    text = reading.text
    figures = reading.quantities_in(span)
    units = [term for term in framer.terms_in(span) if _is_unit(term, figures, text)]
    known = [*units, *(term for term in framer.terms_in(span) if _PARTS.issuperset(term.facets))]
    taken = [*(term.span for term in known), *(figure.span for figure in figures)]
    free = (not any(each.start <= at < each.end for each in taken) for at in range(span.start, span.end))
    left = "".join(compress(span.cut(text), free))
    named = any("scheme" in term.facets for term in known) and stand_ins().search(left)  # 失业保险费率
    return not (named or _WORD.search(_saying_nothing().sub("", left)))


def _is_unit(term: Term, figures: Sequence[Quantity], text: str) -> bool:
    """True for 本人工资 in 13个月本人工资: what the months are counted in."""
    joined = (text[figure.span.end : term.span.start] in ("", "的") for figure in figures)
    return term.facets.get("measure") == "wage" and any(joined)


@worded
def stand_ins() -> re.Pattern[str]:
    """Words that stand for what a figure is without saying it: 时间, 标准."""
    return re.compile("|".join(load_json("same_words.json")["stand_ins"]))


@worded
def idle() -> re.Pattern[str]:
    """Words beside a figure that say nothing at all: 目前, 是."""
    return re.compile("|".join(load_json("same_words.json")["idle"]))


@worded
def _saying_nothing() -> re.Pattern[str]:
    words = load_json("same_words.json")
    ends = (each for name in ("极", "底") for each in words["alike"][name])
    return re.compile("|".join((*words["stand_ins"], *ends, *words["idle"])))
