"""「100元、200元、500元共3个档次」,「设三档:100、200、500元」: figures told one by one, and how many they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.model import CountClaim
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

# What may stand between the last amount and the count, and behind the count.
_SUMMED = re.compile("\\s*[,，]?\\s*(?:一?共|共计|合计|总共|这)?\\s*")
_TIERS = re.compile("(?:缴费)?(?:档次|档位|档|标准|等级|级别|级)")
# 设五个档:200、…; 分为三档,分别是50%、…: what leads to the list behind the count.
_LED = re.compile(
    "[^,;。:()0-9]{0,6}(?:[:(]|,?(?:分别|依次|也就是|即|就是|各)|,(?=[0-9]))(?:按|从低到高|每人|每年|每月|年缴|缴费|分别|依次|标准|为|是|定为|,|:)*\\s*"
)
_SETS_UP = re.compile(
    "(?:设|设有|设了|设立|设置|设定|划|划为|划成|划分|分|分为|分成|定|定了|列|列出|给出|提供|规定|规定了|确定|公布|有|共|共有|一共|就|只)(?:为|成|了)?$"
)
_SAME_LIST = frozenset({Unit.YUAN, Unit.PERCENT, Unit.MONTHS, Unit.DAYS})
# More may follow, or the last figure stands for several.
_GOES_ON = re.compile("\\s*(?:等|…|及|以上|以下|起|至|到|-|~|—|直|[、]|和|或|/[^年月人]|左右|不等|之间|每)")
_MARK = re.compile("\\s*[、,和与及]\\s*")
_LEAST = 3


def extract(reading: Reading) -> Iterator[CountClaim]:
    """Counts of tiers beside the list of their figures, each written out."""
    for sentence in reading.sentences:
        figures = reading.quantities_in(sentence.span)
        for at, stated in enumerate(figures):
            if _counts_tiers(reading, sentence, stated):
                listed = _listed_before(reading, figures[:at], stated)
                listed = listed or _listed_behind(reading, sentence, stated, figures[at + 1 :])
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


def _listed_behind(
    reading: Reading, sentence: Sentence, stated: Quantity, figures: Sequence[Quantity]
) -> Sequence[Quantity]:
    """The figures of one unit behind what the count leads to, up to the end of the list."""
    before = reading.text[sentence.span.start : stated.span.start]
    listed: list[Quantity] = []
    between, start = _LED, stated.span.end
    for token in figures:
        if between.fullmatch(reading.text, start, token.span.start) is None:
            break
        if token.unit not in _SAME_LIST or token.is_range or token.approximate or token.bound:
            return ()
        listed.append(token)
        between, start = _MARK, token.span.end
    alike = len({token.unit for token in listed}) == 1
    rising = [token.value for token in listed] == sorted({token.value for token in listed})
    complete = alike and rising and not _GOES_ON.match(reading.text, start, sentence.span.end)
    return listed if complete and _SETS_UP.search(before) else ()
