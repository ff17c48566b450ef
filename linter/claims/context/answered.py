"""Questions with what answers them, as sentences that say both: 「在哪里领?答:只能回老家。」 says 只能回老家领."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from linter.claims.context.answers import answers, follows, question_alone
from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.text import Span

_LABEL = re.compile("[\\s*_>#—–]*(?:(?:答|回答|解答|答复|律师|专家|小编|A)(?:答复|回答|解答|回复|说)?[:.、]\\s*)?")
_FIRST = re.compile("[^,。;!?]+")
_LONGEST, _LONGEST_REST = 24, 48
# 由谁支付?由单位: the answer takes the place of what was asked.
_ASKED_FOR = re.compile(
    "(?:应该?|要|得|该)?(?:由|归|找|让)?谁(?:来)?|(?:应该?|要|得|该)?(?:在|去|到|回)?(?:哪里|哪儿|什么地方|哪个地方)"
    "|(?:按照?|以)(?:什么|哪个|哪种)(?:标准|月|工资|比例)?|多少(?=[岁年个天钱元]|$)(?:岁|年|个月|天|钱|元)?|几(?:岁|年|个月|天|次|家)|什么时候|何时|啥时候"
)
# 怎么办?只能等明年: the answer stands behind it.
_HOW = re.compile(
    "(?:是|该|应该|应|要|到底)?(?:怎么|咋|如何|怎样)(?:办|算|定|交|发|缴|计算|确定|处理|分担|分摊|来|理解)?(?:的)?$"
)
# 不给交违法吗?不违法: it may.
_LAWFUL = re.compile(",?(?:这样|这|是|算)?(?:(?P<lawful>合法|合规|有效|正常)|(?P<unlawful>违法|违规|犯法))(?:的)?$")
_NOT = re.compile("不(?!够|足|满|到|了)|没有?(?=给|为|替|交|缴|上|建)")
_HAS_NOT = re.compile("没有")
_NEGATED = re.compile("^(?:不|没有?|并不|并没有?)")
_ECHO = re.compile("^(?:当然|肯定|确实|也|都|是|会|还)")
_OWN = 6


@dataclass(frozen=True, slots=True)
class Answered:
    """``said``: one way of saying the question together with its answer; ``span``: where the answer stands."""

    question: Sentence
    sentence: Sentence
    span: Span
    said: str


def answered(reading: Reading) -> Iterator[Answered]:
    """What the questions of the text and their answers say together; the surest way of saying it first."""
    yield from _by_yes_or_no(reading)
    for question, sentence in pairwise(reading.sentences):
        asked = question.span.cut(reading.text)
        if not asked.rstrip(" *_\n#").endswith(("?", "吗", "么")) or not follows(reading, question, sentence):
            continue
        label = _LABEL.match(reading.text, sentence.span.start, sentence.span.end)
        first = _FIRST.match(reading.text, label.end() if label else sentence.span.start, sentence.span.end)
        if first is not None and len(first[0]) <= _LONGEST:
            span = Span(*first.span())
            for said in _said_of(question_alone(asked), first[0].strip(" *_"), "吗" in asked):
                yield Answered(question, sentence, span, said)


def _by_yes_or_no(reading: Reading) -> Iterator[Answered]:
    """The question as a statement, alone and with what follows the yes or no."""
    for answer in answers(reading):
        yield Answered(answer.question, answer.sentence, answer.span, answer.said)
        rest = reading.text[answer.span.end : answer.sentence.span.end].lstrip(",; ").rstrip("。!;\n *_")
        if rest and len(rest) <= _LONGEST_REST:
            yield Answered(answer.question, answer.sentence, answer.span, f"{answer.said},{rest}")


def _said_of(asked: str, answer: str, yes_or_no: bool) -> Iterator[str]:
    lawful = _LAWFUL.search(asked)
    if lawful is not None:
        yield from _by_law(asked[: lawful.start()], lawful, answer)
        return
    if yes_or_no:
        yield from _echoed(asked, answer)
        return
    how = _HOW.search(asked)
    wanted = list(_ASKED_FOR.finditer(asked))
    if how is not None:
        yield f"{asked[: how.start()]},{answer}"
    elif len(wanted) == 1:
        yield asked[: wanted[0].start()] + answer + asked[wanted[0].end() :]


def _by_law(act: str, lawful: re.Match[str], answer: str) -> Iterator[str]:
    """不给交违法吗?不违法 says 可以不给交; 不建违法吗?违法 says 必须建."""
    word = lawful["lawful"] or lawful["unlawful"]
    if word not in answer:
        return
    denied = _NEGATED.match(answer) is not None
    if (lawful["lawful"] is not None) != denied:
        yield _NOT.sub("可以不", act, count=1) if _NOT.search(act) else f"{act},可以"
    elif _HAS_NOT.search(act):
        yield _HAS_NOT.sub("必须有", act, count=1)
    elif _NOT.search(act):
        yield _NOT.sub("必须", act, count=1)


def _echoed(asked: str, answer: str) -> Iterator[str]:
    """各地一样吗?一样: the verb of the question says that it is so."""
    verb = _ECHO.sub("", answer)
    if verb and len(answer) <= _OWN and asked.count(verb) == 1 and not _NEGATED.match(verb):
        yield asked
