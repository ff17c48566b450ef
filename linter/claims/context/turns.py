"""Where a sentence turns to the present (目前, 现行) or to former times (早年, 原先)."""

from __future__ import annotations

import re

from linter.claims.context.frame import Framer
from linter.claims.context.layout import Sentence
from linter.claims.context.told_dates import ToldDates
from linter.scan.tokens import Term
from linter.text import Span

_GROUP = re.compile(r"(?:就|规定|是|该)?[456][0-9五](?:周)?岁[^,;。:]{0,8}女")
# 看自己原来的工资, 原来的钱还在户头里: what somebody used to earn, or had.
_FORMER_WAGE = re.compile("的?(?:工资|收入|薪水|月薪|余额|存款|积蓄)|的那?(?:笔|些)?(?:钱|账户|户头)")
# 以前攒的缴费年限一笔勾销: what was paid before is lost now.
_PAID_BEFORE = re.compile(
    "(?:所|已经?)?(?:交|缴|攒|累计|积累|积攒|存|参保|买)(?:过|了|下|起来)?的?[^,;。]{0,8}(?:年限|年头|工龄|社保|医保|养老|保费|月数|时间|钱|全|都)"
    "|的?(?:职工|居民|城镇)?(?:养老|医保|医疗|社保)?(?:保险)?(?:实际|累计)?(?:缴费|参保)?(?:年限|年头|工龄)"
)
# 以前断过的,每多断1年…: who is meant, not when.
_WHO = re.compile(
    "(?:有|已)?[^,;。0-9]{1,5}过(?![渡程])[^,;。0-9]{0,8}?的(?=[,、:]|人|职工|居民|参保|家庭|单位|朋友|读者|同志|老人|群众|学生|女|男|要|都|也|可|就|需|得|再)"
)
# 缴费年限转过去不承认: where to, not when.
_DIRECTION = re.compile("[转搬划移接拿送打寄退换跟带交调跑走迁报查嫁开](?:得|不)?$")
# 个人账户还是照老办法,按11%记: what is still so is no matter of former times.
_STILL = re.compile("(?:还是|还|仍然?|仍旧|依旧|依然|照旧|继续|沿用)(?:是|按|照着?|沿用|执行|用|走|参照)*$")
_LED = 8


class Turns:
    """The words of one document that say of what time it speaks from there on."""

    def __init__(self, text: str, framer: Framer, told: ToldDates) -> None:
        self._text = text
        self._framer = framer
        self._told = told

    def before(self, span: Span, sentence: Sentence) -> tuple[int, int | None]:
        """Where the sentence turns to the present before ``span`` (else its start), and after that to the past."""
        before = Span(sentence.span.start, max(sentence.span.start, span.start))
        since, former = self.present_from(before), self._former_from(before)
        return since, None if former is not None and former < since else former

    def present_from(self, before: Span) -> int:
        """Where the sentence last turns to the present (目前, 现行): dates before that speak of another time."""
        present = [term.span.start for term in self._framer.terms_in(before) if term.facets.get("marker") == "current"]
        return present[-1] if present else before.start

    def speaks_of_now(self, sentence: Sentence) -> bool:
        """现在按16%: whatever time was asked about, the answer tells of today."""
        terms = self._framer.terms_in(sentence.span)
        return any(term.facets.get("marker") == "current" for term in terms)

    def tells_time(self, term: Term) -> bool:
        """True when a word of former times tells when: no part of a date or a name, no direction, not still so."""
        checks = (self._part_of_date, self._names_group, self._is_direction, self._still_holds)
        return not any(check(term) for check in checks)

    def _former_from(self, before: Span) -> int | None:
        """Where the sentence turns to former times (和早年的20%不同): dates before that are not those of its number."""
        former = [
            term.span.start
            for term in self._framer.terms_in(before)
            if term.facets.get("marker") == "history" and self.tells_time(term)
        ]
        return former[-1] if former else None

    def _still_holds(self, term: Term) -> bool:
        led = self._text[max(0, term.span.start - _LED) : term.span.start]
        return term.facets.get("marker") == "history" and _STILL.search(led) is not None

    def _is_direction(self, term: Term) -> bool:
        start, end = term.span.start, term.span.end
        return self._text[start:end] == "过去" and _DIRECTION.search(self._text, max(0, start - 2), start) is not None

    def _names_group(self, term: Term) -> bool:
        """The 原来 of 原来50岁退休的女职工 says who is meant, that of 原来的工资 what, not when."""
        text, end = self._text, term.span.end
        return any(owned.match(text, end) for owned in (_GROUP, _PAID_BEFORE, _FORMER_WAGE, _WHO))

    def _part_of_date(self, term: Term) -> bool:
        """The 以前 of 2029年12月31日以前 bounds a date; it does not tell of former times."""
        near = self._told.within(Span(max(0, term.span.start - 16), term.span.end))
        return any(token.span.end >= term.span.start for token in near)
