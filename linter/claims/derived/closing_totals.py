"""A total that closes lines of one scheme each: 养老8%:432元 / 医疗:108元+5元 / 总之,个人共扣545元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from linter.claims.context.bases import is_base
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question
from linter.claims.context.reading import Reading
from linter.claims.contributions.explained import figures_explained
from linter.claims.model import DerivedClaim
from linter.claims.model.calculation import Calculation
from linter.document import Block, BlockKind
from linter.scan.tokens import Quantity, Unit

# 五险一金合计约: the name of all that is paid, and a word for the total, right before the figure.
_TOTAL = re.compile(
    "(?P<all>[三四五六]险(?P<fund>一金)?|社保(?P<with>[和加、+]公积金)?|个人(?:部分)?)[^,;。:0-9]{0,6}(?:合计|总计|共计|一共|总共|加起来|共)[^,;。:0-9]{0,8}$"
)
_OPEN = re.compile("另|还|补贴|大额|如果|若|一年|每年|全年|单位[^,。]{0,6}(?:合计|共)|企业|公司|税|以上|起")
_NO_LINE = re.compile(
    "其中|或者|二选一|任选|如果|若|上限|下限|封顶|最高|最低|单位[^,。;]{0,12}[0-9]|企业[^,。;]{0,12}[0-9]"
)
_PLUS = re.compile(r"\s*(?:\+|加)\s*")
_FUND = "housing_fund"
_SCHEMES = frozenset({"pension", "medical", "unemployment", "injury", "maternity", _FUND})
_FEWEST, _MOST = 3, 7


def extract(reading: Reading) -> Iterator[DerivedClaim]:
    """Each such total with the amounts of the lines right above it, where every line is of another scheme."""
    taken = figures_explained(reading)
    for sentence in reading.sentences:
        figures = [token for token in reading.quantities_in(sentence.span) if token.unit is Unit.YUAN]
        total = figures[-1] if figures else None
        if (
            total is None
            or total.span.start in taken
            or total.is_range
            or total.bound
            or is_question(reading, sentence)
        ):
            continue
        led = _TOTAL.search(reading.text, sentence.span.start, total.span.start)
        if led is None or _OPEN.search(sentence.span.cut(reading.text)):
            continue
        parts = _parts(reading, sentence, bool(led["fund"] or led["with"]))
        if parts:
            scope = reading.scope(total.span, sentence)
            yield DerivedClaim(total.span, sentence.span, scope, total, Calculation("add", tuple(parts)), False)


def _parts(reading: Reading, sentence: Sentence, fund: bool) -> Sequence[Quantity]:
    """The amounts of the lines above; none where a line has no scheme of its own, or two lines have the same."""
    found: list[tuple[str, Sequence[Quantity]]] = []
    blocks = reading.document.sections[sentence.section].blocks
    for block in reversed(blocks[max(0, sentence.block - _MOST) : sentence.block]):
        line = _line(reading, block)
        if line is None:
            break
        found.append(line)
    schemes = [scheme for scheme, _ in found]
    if len(schemes) < _FEWEST or len(set(schemes)) != len(schemes) or (_FUND in schemes) is not fund:
        return ()
    return [token for _, tokens in reversed(found) for token in tokens]


def _line(reading: Reading, block: Block) -> tuple[str, Sequence[Quantity]] | None:
    """The one scheme that a line names, and the amount that it ends with, or the amounts that it adds."""
    said = block.span.cut(reading.text)
    if block.kind not in (BlockKind.ITEM, BlockKind.PARAGRAPH) or _NO_LINE.search(said):
        return None
    schemes = {term.facets.get("scheme", "") for term in reading.terms_in(block.span)} & _SCHEMES
    money = [token for token in reading.quantities_in(block.span) if token.unit is Unit.YUAN]
    money = [token for token in money if not is_base(reading, token)]
    if len(schemes) != 1 or not money or any(token.is_range or token.per == "year" for token in money):
        return None
    last = [money[-1]]
    for one, other in reversed([*pairwise(money)]):
        if not _PLUS.fullmatch(reading.text, one.span.end, other.span.start):
            break
        last.insert(0, one)
    rest = reading.text[last[-1].span.end : block.span.end]
    return None if any(each.isdigit() for each in rest) else (schemes.pop(), last)
