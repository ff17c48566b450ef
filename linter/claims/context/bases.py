"""Contribution bases: the figure that a section multiplies its rates with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from linter.claims.context.layout import Sentence
from linter.claims.context.persons import of_another
from linter.claims.context.reading import Reading
from linter.document import BlockKind
from linter.scan.tokens import Quantity, Unit
from linter.text import Span

# 基数6400元 · 基数为 7000 元 · 以5000元为基数 · 基数是:8000
_OF_ONE_AMOUNT = re.compile("[0-9]元\\((?:缴费)?基数(?:按|为|是)?\\s*$")
_BEFORE = re.compile(r"(?:基数|缴费工资|月薪|月工资)(?:就|为|是|定|按|以|取|约|:|=|\(|\s|每月|标准|的)*$")
_AFTER = re.compile(r"\s*(?:的|为|作为|当作|当成|用作|作|做|当)?(?:社保|月|缴费|缴存|养老|医保)*(?:基数|缴费工资)")
_NOT_A_BASE = re.compile(r"(?:上限|下限|最低|最高|最低档|平均)[^,;。]{0,8}$")
# 选上限24000元, 按下限4800元缴: whoever chooses a limit calculates with it.
_CHOSEN = re.compile(
    r"(?:选择?|按照?|以|取)(?:缴费)?(?:基数)?(?:的)?(?:最低|最高|上限|下限|顶格|保底)(?:缴费)?(?:基数)?(?:的)?[^0-9,;。]{0,4}$"
)
# 按最低基数4800元计算: a limit becomes the base when the text goes on to calculate with it.
_CALCULATED_WITH = re.compile(
    r"(?:/月|每月)?(?:来|去|进行|的标准)?(?:计算|测算|算|计|缴|缴纳|缴费|交|参保|申报|上报|报|,\s*(?:个人|单位|职工|公司|每月))"
)
# 失业0.7%,7000元对应49元: what an amount is set against.
_SET_AGAINST = re.compile(r"(?:/月)?(?:的工资|的基数)?对应(?:缴|交|扣|的|就是|是|为|每月|\s)*(?=[0-9])")
# 按23250元的8%: what a small share is taken of.
_SHARE_OF = re.compile(r"(?:/月)?的?\s*(?:[0-9]|1[0-9]|2[0-9])(?:\.[0-9]+)?%")
# 4400元乘20%, as whoever has no sign for it writes.
_TIMES_RATE = re.compile(r"(?:/月)?乘(?:以|上)?\s*(?:[0-9]|1[0-9]|2[0-9])(?:\.[0-9]+)?%")
# 按1万元,个人每月…: nothing but the sum stands after the word, and it is as much as a wage.
_BARE_BY = re.compile(r"(?:按照?|以)(?:工资|月薪|月工资)?$")
_LEAST_WAGE = 1000
# 月薪5000元,低于下限: a wage that the text goes on to say is not what the sums rest on.
_BEYOND = re.compile(
    r"(?:/月)?[,(]?[^,;。0-9没未不]{0,4}(?:低于|不到|不足|没到|未达到?|达不到|够不上|高于|超过|超出)[^,;。0-9]{0,8}"
    r"(?:下限|上限|最低|最高|保底|封顶)[^。;0-9]{0,12}(?:按|以|照)[0-9]"
)
_BY = re.compile(r"(?:按|按照|以|如按|若按)[^,;。0-9]{0,12}$")
_LISTED = frozenset({BlockKind.ROW, BlockKind.ITEM})


class Bases:
    """The bases of a document, each found once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tokens = reading.once(_named_bases)
        self._starts = [token.span.start for token in self._tokens]

    def within(self, span: Span) -> Sequence[Quantity]:
        """The bases named in a stretch of text, in order; limits of the base are not bases."""
        return self._tokens[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def only_in_section(self, section: int) -> bool:
        """True when a section names bases, all of one amount."""
        return _distinct(self.within(self._reading.document.sections[section].span)) == 1

    def of_sentence(self, sentence: Sentence) -> Quantity | None:
        """The base a sentence calculates with: its own, the only one of its block or of the paragraph that introduces
        its table or list, or of its section so far.

        A base named later in the text belongs to a later calculation, and one of another person to that person's.
        """
        section = self._reading.document.sections[sentence.section]
        block = section.blocks[sentence.block].span
        for start in (sentence.span.start, block.start, self.introduced(sentence), section.span.start):
            here = [base for base in self.within(Span(start, sentence.span.end)) if self._speaks_for(base, sentence)]
            if here:
                found = here[0] if _distinct(here) == 1 else None
                home = None if found is None else self._reading.sentence_at(found.span)
                return None if home is None or of_another(self._reading, home, sentence) else found
        return None

    def _speaks_for(self, base: Quantity, sentence: Sentence) -> bool:
        """False for the base that a bracket behind an amount gives for that one: 5.93元(基数按2966元计算)."""
        text = self._reading.text
        own = sentence.span.contains(base.span)
        return own or _OF_ONE_AMOUNT.search(text, max(0, base.span.start - 12), base.span.start) is None

    def introduced(self, sentence: Sentence) -> int:
        """Where the paragraph starts that stands before the table or list of a sentence; else its block."""
        blocks = self._reading.document.sections[sentence.section].blocks
        at = sentence.block
        while at and blocks[at].kind in _LISTED:
            at -= 1
        return blocks[at].span.start


def _named_bases(reading: Reading) -> Iterator[Quantity]:
    return (token for token in reading.tokens.quantities if is_base(reading, token))


def is_base(reading: Reading, token: Quantity) -> bool:
    """True for 6400 in 基数6400元: named as a base by the words that touch it, and not as a limit."""
    if token.unit not in (Unit.YUAN, Unit.NONE) or token.is_range or token.value < 100:
        return False
    before = reading.text[max(0, token.span.start - 16) : token.span.start]
    after = reading.text[token.span.end : token.span.end + 10]
    if _BEYOND.match(reading.text, token.span.end):
        return False
    if _CHOSEN.search(before):
        return True
    if _BY.search(before) and _CALCULATED_WITH.match(after):
        return "基数" in before or (_BARE_BY.search(before) is not None and token.value >= _LEAST_WAGE)
    if _NOT_A_BASE.search(before):
        return False
    if token.value >= _LEAST_WAGE and (_SET_AGAINST.match(after) or _TIMES_RATE.match(after)):
        return True
    if token.value >= _LEAST_WAGE and _BY.search(before) and _SHARE_OF.match(after):
        return True
    return bool(_BEFORE.search(before) or _AFTER.match(after))


def _distinct(tokens: Sequence[Quantity]) -> int:
    return len({token.value for token in tokens})
