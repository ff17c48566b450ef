"""「100元、200元、500元共3个档次」: amounts told one by one, and how many they are said to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.layout import Sentence
from linter.claims.manner import is_question
from linter.claims.model import CountClaim
from linter.claims.reading import Reading
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

# What may stand between the last amount and the count, and behind the count.
_SUMMED = re.compile("\\s*[,，]?\\s*(?:一?共|共计|合计|总共|这)?\\s*")
_TIERS = re.compile("(?:缴费)?(?:档次|档位|档|标准|等级)")
_MARK = re.compile("\\s*[、,和与及]\\s*")
_LEAST = 3


def extract(reading: Reading) -> Iterator[CountClaim]:
    """Counts of tiers right behind the list of their amounts, each written out."""
    for sentence in reading.sentences:
        figures = reading.quantities_in(sentence.span)
        for at, stated in enumerate(figures):
            if _counts_tiers(reading, sentence, stated):
                listed = _listed_before(reading, figures[:at], stated)
                if len(listed) >= _LEAST and not is_question(reading, sentence):
                    scope = reading.scope(stated.span, sentence)
                    spans = tuple(token.span for token in listed)
                    yield CountClaim(stated.span, sentence.span, scope, stated, spans)


def _counts_tiers(reading: Reading, sentence: Sentence, stated: Quantity) -> bool:
    exact = stated.unit is Unit.COUNT and not (stated.is_range or stated.approximate or stated.bound)
    behind = Span(stated.span.end, sentence.span.end).cut(reading.text)
    return exact and (_TIERS.search(stated.classifier or "") or _TIERS.match(behind)) is not None


def _listed_before(reading: Reading, figures: Sequence[Quantity], stated: Quantity) -> Sequence[Quantity]:
    """The amounts that lead up to the count with nothing but marks between them; a range among them tells of more."""
    listed: list[Quantity] = []
    between, end = _SUMMED, stated.span.start
    for token in reversed(figures):
        if token.unit is not Unit.YUAN or between.fullmatch(reading.text, token.span.end, end) is None:
            break
        if token.is_range or token.approximate or token.bound:
            return ()
        listed.append(token)
        between, end = _MARK, token.span.start
    return listed[::-1]
