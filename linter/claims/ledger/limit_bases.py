"""The base of a sum told only as a limit: 按最低缴费基数计算 where the text gives one floor of the base."""

from __future__ import annotations

import re

from linter.claims.layout import Sentence
from linter.claims.model import ValueClaim
from linter.claims.reading import Reading
from linter.claims.values import extract as extract_values
from linter.scan.tokens import Quantity

_LIMITS = {
    "contribution.base_floor": re.compile("(?:最低|下限)(?:的|缴费|社保|月)*基数|基数(?:的)?(?:最低|下限)"),
    "contribution.base_cap": re.compile("(?:最高|上限)(?:的|缴费|社保|月)*基数|基数(?:的)?(?:最高|上限)"),
}


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
    return given[0] if len({token.values for token in given}) == 1 else None
