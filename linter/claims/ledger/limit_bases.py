"""The base of a sum told only as a limit: 按最低缴费基数计算 where the text gives one floor of the base."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.model import ValueClaim
from linter.claims.quantities.values import extract as extract_values
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_LIMITS = {
    "contribution.base_floor": re.compile("(?:最低|下限)(?:的|缴费|社保|月)*基数|基数(?:的)?(?:最低|下限)"),
    "contribution.base_cap": re.compile("(?:最高|上限)(?:的|缴费|社保|月)*基数|基数(?:的)?(?:最高|上限)"),
}
# 医保最低基数为5360元,养老最低基数3613元: each insurance has a limit of its own.
_TOUCHES = re.compile("(?:为|是|:|\\s)*$")
_REACH = 12


def limit_base(reading: Reading, sentence: Sentence) -> Quantity | None:
    """The limit that a sentence names as its base without a figure, where its section gives just one before it."""
    said = sentence.span.cut(reading.text)
    named = [quantity for quantity, words in _LIMITS.items() if words.search(said)]
    if len(named) != 1:
        return None
    given = [
        claim.token
        for claim in reading.once(extract_values)
        if isinstance(claim, ValueClaim)
        and claim.quantity == named[0]
        and claim.scope.section == sentence.section
        and claim.span.end <= sentence.span.start
    ]
    told = {token.values for token in (*given, *_also_named(reading, sentence, _LIMITS[named[0]]))}
    return given[0] if given and len(told) == 1 else None


def _also_named(reading: Reading, sentence: Sentence, limit: re.Pattern[str]) -> Iterator[Quantity]:
    """The figures before a sentence that stand right behind the words for the limit, whatever they are limits of."""
    start = reading.document.sections[sentence.section].span.start
    for token in reading.quantities_in(Span(start, sentence.span.start)):
        words = _TOUCHES.sub("", reading.text[max(start, token.span.start - _REACH) : token.span.start])
        if token.unit is Unit.YUAN and any(match.end() == len(words) for match in limit.finditer(words)):
            yield token
