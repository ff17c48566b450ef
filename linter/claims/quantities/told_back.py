"""A figure that the text says it told before, and told otherwise: 陪护:甲市15天 … 前面提到的陪护,甲市是10天.

Only where words point back is a figure meant to be the one above. Of the figures of its kind above, it is the one whose
words have most in common with its own; a place named with it is named with that as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.persons import of_another
from linter.claims.context.reading import Reading
from linter.claims.context.same_words import Around, clause_around, core
from linter.claims.model import ToldTwiceClaim
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_BACK = re.compile(
    "(?:前[面文头边]|上[面文头边]|刚才|先前|开头|文首)[^,;。:0-9]{0,4}(?:提|说|讲|写|列|谈)[到过了的]*"
    "|再(?:重复|重申|啰嗦|强调|念叨)[^,;。:0-9]{0,4}|重申[一下]*"
)
_OTHER = re.compile(
    "比(?!例)|[多少高低涨降差减]|(?<![参增])加(?!入)|另|不是|而是|改|如果|若|换|除了|以外|有人|网[上传]|去年|以前|原|错|倍|一半|举例|例[如子题一二三1-3]"
)
_REACH, _FEWEST = 48, 2
_UNITS = frozenset({Unit.PERCENT, Unit.DAYS, Unit.WORKDAYS, Unit.MONTHS, Unit.YUAN})


class _Above(NamedTuple):
    """How many words a figure above shares with the one told again, and the figure."""

    shared: int
    token: Quantity


def extract(reading: Reading) -> Iterator[ToldTwiceClaim]:
    """Every only figure of words that point back, with the only one above that has most of its words, and is other."""
    for sentence in reading.sentences:
        section = reading.document.sections[sentence.section]
        back = _BACK.search(reading.text, sentence.span.start, sentence.span.end)
        if back is None or is_law_text(reading.document, section) or is_question(reading, sentence):
            continue
        told = [token for token in reading.quantities_in(Span(back.end(), sentence.span.end)) if token.unit in _UNITS]
        said = reading.text[back.end() : told[0].span.start] if told else ""
        if len(told) != 1 or not _is_plain(told[0]) or len(said) > _REACH or _OTHER.search(said):
            continue
        first = _meant(reading, sentence, told[0], said)
        if first is not None and not is_reported(reading, sentence, told[0].span):
            yield ToldTwiceClaim(told[0].span, sentence.span, reading.scope(told[0].span, sentence), first, told[0])


def _is_plain(token: Quantity) -> bool:
    return not token.is_range and not token.approximate


def _meant(reading: Reading, sentence: Sentence, again: Quantity, said: str) -> Quantity | None:
    words, place = core(Around(said, "")), _place(reading, sentence, again)
    found: list[_Above] = []
    start = reading.document.sections[sentence.section].span.start
    for token in reading.quantities_in(Span(start, sentence.span.start)):
        home = reading.sentence_at(token.span)
        if (token.unit, token.bound) != (again.unit, again.bound) or home is None or is_question(reading, home):
            continue
        if place is not None and place != _place(reading, home, token):
            continue
        if token.values == again.values:
            return None
        led = reading.text[home.span.start : token.span.start]
        if _is_plain(token) and not of_another(reading, sentence, home) and not _OTHER.search(led):
            found.append(_Above(len(words & core(Around(led, ""))), token))
    most = max((each.shared for each in found), default=0)
    best = [each.token for each in found if each.shared == most]
    return best[0] if most >= _FEWEST and len({token.values for token in best}) == 1 else None


def _place(reading: Reading, sentence: Sentence, token: Quantity) -> str | None:
    """The place named in the clause of a figure, else none."""
    led = clause_around(reading, sentence, token).led
    area = Span(token.span.start - len(led), token.span.start)
    named = [region for region in reading.tokens.regions if area.contains(region.span)]
    return named[-1].span.cut(reading.text) if named else None
