"""Who may share a medical account: lists of relatives with what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linter.claims.context.answers import answers
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.kinship.kin_lists import kin_lists
from linter.claims.kinship.relatives_spelt_out import spelt_out_once
from linter.claims.kinship.sharing import about_sharing
from linter.claims.kinship.stances import stance_of
from linter.claims.model import RelativesClaim
from linter.scan.tokens import Term
from linter.text import Span

# What a question or the head of a column asks of relatives, and what else may be the reason of the answer.
_ASKED = re.compile("绑|共济|授权|给[^,;。]{1,12}(?:用|花)|用我的|共用|添加|加进")
_ASKED_HEAD = re.compile(
    "(?:绑|共济|授权|添加|能不能用|可以用)[^,;。]{0,6}$|^(?:能否|可否|是否)[^,;。]{0,8}(?:绑|共济|授权|用)"
)
_CELL = re.compile(
    r"[\s*]*(?:(?P<yes>可以?|能|是|√|✓|✔|允许|支持)|(?P<no>不可以?|不能|否|×|✗|✘|不行|不允许|不支持))(?=[\s*]*(?:[,;。(|]|$))"
)
_OTHER_REASON = re.compile(
    "[在是][^,;。?]{0,6}(?:省城|省会|市里|县城|县里|镇上|老家|乡下|农村|城里|国外)|另一个市|别的市|外市|其他市|跨市|跨区|不同(?:城市|市|区|统筹)|别的城市|另一个城市|别的地方|另一个地方|没参保|未参保|没有参保|外省|外地|异地|跨省|不在|居民|职工|农合|同时|重复|几个|多少|一起|两个人|医保卡|社保卡|凭证|买药|住院|看病|药店|保健|继承|比例|报销|待遇|亲情|医保码"
)
# 没有个人账户,所以不能…: what keeps the relatives out is not who they are.
_LACKS = re.compile(
    "(?:没有?|无|不建立?|没开|未建立?)(?:医保)?(?:个人账户|个账)|(?:没有?|未)(?:参加|参过|任何|基本)*(?:职工|居民)?(?:参保|医保)|没有?参加|单建统筹"
    "|(?:没有?|未|尚未)(?:办理|开通|完成)[^,。;]{0,8}(?:备案|钱包|登记)"
)


def extract(reading: Reading) -> Iterator[RelativesClaim]:
    """Lists of relatives that may, or may not, or alone may, or all may share an account."""
    yield from spelt_out_once(_in_sentences(reading), reading.text)
    yield from _in_answers(reading)
    yield from _in_tables(reading)


def _in_sentences(reading: Reading) -> Iterator[RelativesClaim]:
    for sentence in reading.sentences:
        terms = [term for term in reading.terms_in(sentence.span) if "kin" in term.facets or "kin_group" in term.facets]
        if not terms or is_question(reading, sentence) or not about_sharing(reading, sentence):
            continue
        for listed in kin_lists(terms, reading.text, sentence.span.end):
            found = stance_of(reading, sentence, listed)
            if found is None:
                continue
            stance, span = found
            if stance == "forbidden" and _LACKS.search(reading.text, sentence.span.start, span.start):
                continue
            scope = reading.scope(span, sentence)
            if not scope.has("hearsay") and not is_reported(reading, sentence, span):
                kin = listed.named or listed.kin if stance == "allowed" else listed.kin
                yield RelativesClaim(span, sentence.span, scope, kin, stance, listed.spans)


def _in_answers(reading: Reading) -> Iterator[RelativesClaim]:
    """「孙子能不能绑?不能。」"""
    for answer in answers(reading):
        sentence = answer.question
        text = sentence.span.cut(reading.text)
        asks = _ASKED.search(text) and about_sharing(reading, sentence)
        terms = [term for term in reading.terms_in(sentence.span) if "kin" in term.facets]
        if asks and terms and not _OTHER_REASON.search(text):
            yield from _claims_of(
                reading, answer.sentence, answer.span, terms, "allowed" if answer.yes else "forbidden"
            )


def _in_tables(reading: Reading) -> Iterator[RelativesClaim]:
    """Rows of a table with a column 可以绑吗: relatives in the first cell, yes or no in that of the column."""
    for section in reading.document.sections:
        for table in section.tables:
            heads = {cell.column for cell in table.rows[0] if _ASKED_HEAD.search(cell.span.cut(reading.text))}
            for first, *cells in table.rows[1:]:
                for cell in cells:
                    sentence = reading.sentence_at(cell.span)
                    stance = _CELL.match(reading.text, cell.span.start, cell.span.end)
                    if cell.column not in heads or sentence is None or stance is None:
                        continue
                    terms = [term for term in reading.terms_in(first.span) if "kin" in term.facets]
                    if (
                        terms
                        and about_sharing(reading, sentence)
                        and not _OTHER_REASON.search(first.span.cut(reading.text))
                    ):
                        said = "allowed" if stance["yes"] else "forbidden"
                        yield from _claims_of(reading, sentence, Span(*stance.span()), terms, said)


def _claims_of(
    reading: Reading, sentence: Sentence, span: Span, terms: Sequence[Term], stance: str
) -> Iterator[RelativesClaim]:
    scope = reading.scope(span, sentence)
    if not scope.has("hearsay") and not is_reported(reading, sentence, span):
        kin = frozenset(member for term in terms for member in term.facets["kin"].split("+"))
        yield RelativesClaim(span, sentence.span, scope, kin, stance, tuple(term.span for term in terms))
