"""One thing of which the text tells two figures, named by the same words: 转移凭证有效期30天 … 总之,转移凭证有效期45天.

No vocabulary knows what the figures are. So the words that lead to both must be the same, nothing may tell the two
apart (no insurance, payer, person, place, time or condition), and no third figure may be told in these words.
Of like figures below each other each has its own case, whatever the words (on a hundred real pages all eleven such
pairs were right): one of the two must be a heading, or say again what was said.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

from linter.claims.context.frame import SENTENCE
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.persons import of_another
from linter.claims.context.reading import Reading
from linter.claims.context.same_words import clause_around, folded
from linter.claims.model import ToldTwiceClaim
from linter.claims.quantities.title_figures import extract as extract_titles
from linter.document import BlockKind
from linter.scan.tokens import Quantity, Unit

# The name ends so near to the figure, and is so long; a heading names the only thing its text is about.
_NEAR, _LONG_NAME, _NAME_OF_TITLE, _TITLES_WORDS = 3, 4, 3, 2
# Words that so many figures have before them name none.
_MOST_ALIKE = 12
_NAMING = (
    "scheme",
    "payer",
    "population",
    "grade",
    "topic",
    "group",
    "measure",
    "limit",
    "aggregate",
    "extent",
    "case",
)
_ELSEWHEN = frozenset({"history", "plan", "hearsay", "hypothetical", "example", "not_yet", "provisional"})
# The figure is a condition, a difference, one of several steps or what something was before.
_NO_NAME = re.compile(
    "原|改|调|由|从|低于|高于|比(?!例)|差|再|另|减|补[差足发缴交]|折|每(?:[0-9一二三四五六七八九十两]|$)|第|前|后|^满|超|剩|其余|其他|[×÷+=/-]$"
)
_CONDITION = re.compile("\\s*(?:以[上下内外前后]|不足|之[前后内外间]|[前后时的者]|出生|退休|多[的了]|/)")
_CASES = re.compile(
    "[0-9岁年月级档类]+以?[上下内外]|[一二三四五六七八九十甲乙丙]+[档级类]|[一全每半]年|[一每]个?月|门诊|住院|[男女]|在职|退休|首次|第[一二三]|初[次诊]|转[出入]|省[内外]|市[内外]"
)
_WAYS = ("提升", "降低")
# 照此他最多领…, 再提醒一遍: what is said before is said once more, so that its subject need not be named.
_CONCLUDES = re.compile(
    "注意|记住|记得|别忘|提醒|重申|再(?:说|强调)一?[遍次句下]|[照按依](?:照|据)?(?:上面|上述|此|这个|这条|这样|前面|以上)|所以|因此|也就是说|换句话说|说白了|可见|总之|综上|这样(?:一来|算)"
)
_EXTENT = re.compile("[极底]")
# Words that name no thing by themselves.
_NO_THING = re.compile("月均|年均|缴费|领取|提升|降低|每|人|极|底|满")


class _Told(NamedTuple):
    token: Quantity
    sentence: Sentence
    led: str
    heading: bool
    concludes: bool


def extract(reading: Reading) -> Iterator[ToldTwiceClaim]:
    """The later of two figures that the same words lead to, where the section has no third."""
    groups: dict[tuple[int, Unit, str | None], list[_Told]] = defaultdict(list)
    titles = {claim.told.span for claim in reading.once(extract_titles)}
    for told in _told(reading):
        if told.token.span in titles:
            continue
        groups[told.sentence.section, told.token.unit, told.token.classifier].append(told)
    for group in groups.values():
        seen: set[int] = set()
        for first, again in _alike(group):
            if again.token.span.start not in seen and _differ(reading, group, first, again):
                seen.add(again.token.span.start)
                scope = reading.scope(again.token.span, again.sentence)
                yield ToldTwiceClaim(again.token.span, again.sentence.span, scope, first.token, again.token)


def _alike(group: Sequence[_Told]) -> Iterator[tuple[_Told, _Told]]:
    """The pairs of figures whose leading words have a piece of a name in common, in text order, each pair once."""
    by_piece: dict[str, list[int]] = defaultdict(list)
    for index, told in enumerate(group):
        pieces = {told.led[at : at + _NAME_OF_TITLE] for at in range(len(told.led) - _NAME_OF_TITLE + 1)}
        for piece in pieces | {told.led}:
            by_piece[piece].append(index)
    pairs = {pair for places in by_piece.values() if len(places) <= _MOST_ALIKE for pair in combinations(places, 2)}
    yield from ((group[first], group[again]) for first, again in sorted(pairs))


def _told(reading: Reading) -> Iterator[_Told]:
    """The exact figures of sentences that assert, with the words that lead to them."""
    for token in reading.tokens.quantities:
        sentence = reading.sentence_at(token.span)
        if token.unit is Unit.NONE or token.is_range or token.approximate or sentence is None:
            continue
        section = reading.document.sections[sentence.section]
        kind = section.blocks[sentence.block].kind
        if kind is BlockKind.ROW or is_question(reading, sentence) or is_law_text(reading.document, section):
            continue
        around = clause_around(reading, sentence, token)
        plain = not _NO_NAME.search(around.led.strip()) and not _CONDITION.match(around.follows)
        if plain and not is_reported(reading, sentence, token.span):
            yield _Told(
                token,
                sentence,
                folded(_CONCLUDES.sub("", around.led)),
                kind is BlockKind.HEADING,
                _concludes(reading, sentence),
            )


def _concludes(reading: Reading, sentence: Sentence) -> bool:
    return _CONCLUDES.search(sentence.span.cut(reading.text)) is not None


def _differ(reading: Reading, group: Sequence[_Told], first: _Told, again: _Told) -> bool:
    if first.token.value == again.token.value or first.sentence.span == again.sentence.span:
        return False
    if not (first.heading or again.heading or again.concludes):
        return False
    if first.token.per != again.token.per and None not in (first.token.per, again.token.per):
        return False
    name = _name(first, again)
    if name is None or len({told.token.value for told in group if name in told.led}) > 2:
        return False
    return _of_one_case(reading, first, again)


def _name(first: _Told, again: _Told) -> str | None:
    """The words that lead to both figures, near the end of what stands before them, with no others before them."""
    if first.led == again.led and again.concludes and _EXTENT.search(again.led):
        return again.led
    match = SequenceMatcher(None, first.led, again.led, autojunk=False).find_longest_match()
    name = first.led[match.a : match.a + match.size]
    fewest = _NAME_OF_TITLE if first.heading else _LONG_NAME
    if len(name) < fewest or len(_NO_THING.sub("", name)) < _TITLES_WORDS:
        return None
    rests = (first.led[match.a + match.size :], again.led[match.b + match.size :])
    near = all(len(_NO_THING.sub("", rest)) <= _NEAR for rest in rests)
    before = (first.led[: match.a], again.led[: match.b])
    apart = all(before) and not (before[0].endswith(before[1]) or before[1].endswith(before[0]))
    ways = all((way in first.led) == (way in again.led) for way in _WAYS)
    return name if near and ways and not apart else None


def _of_one_case(reading: Reading, first: _Told, again: _Told) -> bool:
    if of_another(reading, first.sentence, again.sentence):
        return False
    frames = [reading.frame(told.token.span) for told in (first, again)]
    names = [
        {name: frame[name].value for name in _NAMING if name in frame and frame[name].level <= SENTENCE}
        for frame in frames
    ]
    if any(names[1].get(name, value) != value for name, value in names[0].items()):
        return False
    one, other = (reading.scope(told.token.span, told.sentence) for told in (first, again))
    if (one.region, one.period) != (other.region, other.period) or (one.markers | other.markers) & _ELSEWHEN:
        return False
    cases = [set(_CASES.findall(_so_far(reading, told))) for told in (first, again)]
    return cases[0] == cases[1]


def _so_far(reading: Reading, told: _Told) -> str:
    return reading.text[told.sentence.span.start : told.token.span.start]
