"""A lead of a figure and no word, and the least and most of a close, against what the text itself works out.

1300-2000元 / 一级医院能报(2000-1300)×90%=630元 …; 综上,每月最低320元,最高1300元 where the highest of all is 1052.66元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from linter.claims.calculations.consistency import INCONSISTENT, compare, evaluate, tolerance
from linter.claims.calculations.equations import extract as extract_equations
from linter.claims.context.amounts import is_exact
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_law_text, is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.model import TitleFigureClaim
from linter.document import Section
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

_ALONE = re.compile(r"[\s*_>#·:-]*(?:约|大约|答[案:]?)?")
_BEHIND = re.compile(r"(?:左右|上下)?(?:/月|每月|/人)?[\s*_。]*")
_LEAST, _MOST = re.compile("最[低少][^,;。:0-9]{0,8}$"), re.compile("最[高多][^,;。:0-9]{0,8}$")
_CLOSES = re.compile(
    r"\s*[*_>0-9.、-]*\s*(?:所以|因此|综合|综上|总[之的体]|整体|这样|算下来|也就是说|可见|一句话|[^,。]{0,12}(?:总数|合计|到手|能报|能领))"
)
_TOTAL = re.compile("(?:合计|总计|共计|一共|总共|加起来)[^,;。:0-9(]{0,6}$")
_OTHER = re.compile("档次|缴费档|起付|封顶|全国|各地|各省|去年|上限|下限|基数|原来|以前")
_OPENING, _FEWEST, _REACH, _BOTH_ENDS = 4, 3, 14, 2
_SLACK, _NEAR, _LITTLE, _SAME = (Decimal(share) for share in ("0.1", "0.05", "0.02", "0.01"))
_WITHIN, _FAR, _TWELVE, _LEAST_SUM = Decimal(2), Decimal(3), Decimal(12), 100
_MONEY = (Unit.YUAN, Unit.NONE)


def extract(reading: Reading) -> Iterator[TitleFigureClaim]:
    """Each such lead, and each such end of a close, with the result that it does not reach."""
    for index, section in enumerate(reading.document.sections):
        if section.truncated or is_law_text(reading.document, section):
            continue
        results = _results(reading, section)
        if not results:
            continue
        for sentence in (each for each in reading.sentences if each.section == index):
            if is_question(reading, sentence):
                continue
            found = _of_lead(reading, section, sentence, results) or _of_close(reading, sentence, results)
            if found is not None and not is_reported(reading, sentence, found[0].span):
                told, below = found
                scope = reading.scope(told.span, sentence)
                yield TitleFigureClaim(told.span, sentence.span, scope, told, below, True)


def _results(reading: Reading, section: Section) -> Sequence[Quantity]:
    """The results of money that go into no other calculation; where totals are among them, only these."""
    claims = [claim for claim in reading.once(extract_equations) if section.span.contains(claim.span)]
    used = {token.value for claim in claims for token in reading.quantities_in(claim.left_span)}
    plain = [
        claim
        for claim in claims
        if claim.stated.unit in _MONEY
        and claim.stated.per in (None, "month")
        and claim.stated.value not in used
        and compare(evaluate(claim.left), claim.stated) != INCONSISTENT
    ]
    sums = [claim.stated for claim in plain if claim.left.op == "+"]
    told = [token for token in reading.quantities_in(section.span) if token.unit is Unit.YUAN and is_exact(token)]
    totals = [
        token for token in told if _TOTAL.search(reading.text, max(0, token.span.start - _REACH), token.span.start)
    ]
    return max((totals, sums), key=len) if max(len(totals), len(sums)) > 1 else [claim.stated for claim in plain]


def _of_lead(
    reading: Reading, section: Section, sentence: Sentence, results: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """A range that stands alone and that some result lies far out of, where no end of it is told again."""
    told = next(iter(reading.quantities_in(sentence.span)), None)
    if sentence.block >= _OPENING or told is None or told.unit is not Unit.YUAN or told.per == "year":
        return None
    led = _ALONE.fullmatch(reading.text, sentence.span.start, told.span.start)
    rest = _BEHIND.fullmatch(reading.text, told.span.end, sentence.span.end)
    if led is not None and rest is not None and is_exact(told):
        return _of_sum(reading, section, told, results)
    if led is None or rest is None or not told.is_range or len(results) < _FEWEST:
        return None
    low, high = told.values
    reached = [token.value for token in results]
    if abs(min(reached) - low) <= low * _NEAR or abs(max(reached) - high) <= high * _NEAR:
        return None
    out = [token for token in results if not low * (1 - _SLACK) <= token.value <= high * (1 + _SLACK)]
    return (told, out[0]) if _is_untold(reading, section, told, out, results) else None


def _of_sum(
    reading: Reading, section: Section, told: Quantity, results: Sequence[Quantity]
) -> tuple[Quantity, Quantity] | None:
    """A sum alone, where the text works out one thing only, and has the sum nowhere below."""
    only = results[0]
    below = [token for token in reading.quantities_in(Span(told.span.end, section.span.end)) if token.unit in _MONEY]
    again = any(abs(value - told.value) <= told.value * _LITTLE for token in below for value in token.values)
    near = only.value / _WITHIN < told.value < only.value * _WITHIN
    one = len({token.value for token in results}) == 1
    return (told, only) if one and near and not again and told.value >= _LEAST_SUM else None


def _is_untold(
    reading: Reading, section: Section, told: Quantity, out: Sequence[Quantity], results: Sequence[Quantity]
) -> bool:
    """True where no result is in the range; or one is out of it, and the text has neither end a second time."""
    values = [value for token in reading.quantities_in(section.span) if token is not told for value in token.values]
    again = any(abs(value - end) <= end * _SAME for value in values for end in told.values)
    low, high = told.values
    if any(low <= token.value * _TWELVE <= high for token in out):
        return False  # the lead is of a year
    near = any(low / _FAR < token.value < high * _FAR for token in out)
    none = not any(low * (1 - _LITTLE) <= token.value <= high * (1 + _LITTLE) for token in results)
    return near and (none or not again)


def _of_close(reading: Reading, sentence: Sentence, results: Sequence[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The end that is another one, where the other end of the same close is that of the results."""
    before = [token for token in results if token.span.end <= sentence.span.start]
    ends = _ends(reading, sentence) if len(before) >= _FEWEST else None
    if ends is None or len({token.value for token in before}) < _FEWEST:
        return None
    low, high = min(before, key=lambda token: token.value), max(before, key=lambda token: token.value)
    pairs = [(ends[0], low), (ends[1], high)]
    fits = [_is_end(told, meant) for told, meant in pairs]
    if sum(fits) != 1:
        return None
    told, meant = pairs[fits.index(False)]
    near = meant.value / _WITHIN < told.value < meant.value * _WITHIN
    return (told, meant) if near and abs(told.value - meant.value) > meant.value * _NEAR else None


def _is_end(told: Quantity, meant: Quantity) -> bool:
    return abs(told.value - meant.value) <= max(tolerance(told), meant.value * _NEAR / 2)


def _ends(reading: Reading, sentence: Sentence) -> tuple[Quantity, Quantity] | None:
    """The least and the most that a close tells, apart or as one range."""
    text = reading.text
    money = [token for token in reading.quantities_in(sentence.span) if token.unit in _MONEY]
    if _OTHER.search(sentence.span.cut(text)):
        return None
    ranges = [token for token in money if token.is_range]
    if len(ranges) == len(money) == 1 and _CLOSES.match(text, sentence.span.start, sentence.span.end):
        (only,) = ranges
        low, high = sorted(only.values)
        return replace(only, values=(low,)), replace(only, values=(high,))
    if len(money) != _BOTH_ENDS or ranges:
        return None
    led = [text[max(sentence.span.start, token.span.start - _REACH) : token.span.start] for token in money]
    in_order = _LEAST.search(led[0]) and _MOST.search(led[1])
    return (money[0], money[1]) if in_order else None
