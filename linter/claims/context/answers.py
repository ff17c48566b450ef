"""Questions answered by yes or no: 「能给家人用吗?不能。」 states what neither sentence states alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.document import BlockKind
from linter.text import Span

_NO = (
    "(?:当然|肯定|绝对|目前|现在|暂时|一般|都|也|还|恐怕)?"
    "(?:不能够?|不可以?|不行|不用|不需要?|不必|无需|无须|不会|不是的?|不算|不要|不得|不允许|不支持|不属于|没有|没必要|用不着|否"
    "|可以(?:拒绝|不|放弃|推掉|回绝)|绑不[了上]|办不了|用不了|报不了)"
)
_YES = (
    "(?:当然|肯定|完全|目前|现在|一般|都|也|还)?"
    "(?:可以|能够?|可|行|要|需要|必须|须|得|会|是的?|算|有|允许|支持|属于|对的?|没错|应该)"
)
_ANSWER = re.compile(
    f"[\\s*_>#—–]*(?:(?:答|回答|解答|答复|A)[:.、]\\s*)?(?:(?P<no>{_NO})|(?P<yes>{_YES}))[^,。;!?、]{{0,6}}(?=[,。;!]|$)"
)
_LABEL = re.compile(
    "^[\\s*_>#]*(?:(?:问|提问|Q|[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[(][0-9一二三四五六七八九十]+[)])[:.、)\\s]\\s*)?"
)
_END = re.compile("[\\s*_]*(?:吗|么|嘛|呢|啊)?[\\s*_]*\\?*[\\s*_]*$")
# 能不能 → 能 or 不能. Longer ones first.
_CHOICES = {
    "可以不可以": ("可以", "不可以"),
    "需要不需要": ("需要", "不需要"),
    "可不可以": ("可以", "不可以"),
    "需不需要": ("需要", "不需要"),
    "是否可以": ("可以", "不可以"),
    "是否需要": ("需要", "不需要"),
    "是否必须": ("必须", "不必"),
    "是否能": ("能", "不能"),
    "是否有": ("有", "没有"),
    "是否会": ("会", "不会"),
    "能不能": ("能", "不能"),
    "会不会": ("会", "不会"),
    "要不要": ("需要", "不需要"),
    "用不用": ("需要", "不需要"),
    "是不是": ("是", "不是"),
    "有没有": ("有", "没有"),
    "算不算": ("算", "不算"),
    "能否": ("能", "不能"),
    "可否": ("可以", "不可以"),
    "会否": ("会", "不会"),
    "行不行": ("可以", "不可以"),
    "是否": ("", "不"),
}
_CHOICE = re.compile("|".join(_CHOICES))
_DENIALS = {"必须": "不必", "需要": "不需要", "得": "不必", "要": "不需要", "有": "没有"}
_MODAL = re.compile(
    "可以|能够|(?<![可功性不])能(?!力)|必须|需要|允许|支持|属于|会(?!员|保)|算|(?<!只)要|有(?!关|效)|(?<!不)得(?=[^到了出])|是"
)
_NEGATION = re.compile("不能|不可以|不可|不行|不会|不用|不需要|不必|没有|不是|不算|无法|没法|未|没")


@dataclass(frozen=True, slots=True)
class Answer:
    """``said`` is the question turned into the statement its answer makes; ``span`` the answer's own words."""

    question: Sentence
    sentence: Sentence
    span: Span
    said: str
    yes: bool


def answers(reading: Reading) -> Iterator[Answer]:
    """The questions of the text that the next sentence, or the first of the next block, answers by yes or no."""
    for question, sentence in pairwise(reading.sentences):
        asked = question.span.cut(reading.text)
        if not asked.rstrip(" *_\n").endswith(("?", "吗", "么")) or not follows(reading, question, sentence):
            continue
        answer = _ANSWER.match(reading.text, sentence.span.start, sentence.span.end)
        if answer is None:
            continue
        said = stated(asked, answer["yes"] is not None)
        if said is not None:
            group = "yes" if answer["yes"] is not None else "no"
            yield Answer(question, sentence, Span(answer.start(group), answer.end()), said, group == "yes")


def stated(question: str, yes: bool) -> str | None:
    """The statement an answer makes of a question; ``None`` where it is not clear which one."""
    asked = question_alone(question)
    choices = list(_CHOICE.finditer(asked))
    if len(choices) == 1:
        return asked[: choices[0].start()] + _CHOICES[choices[0][0]][0 if yes else 1] + asked[choices[0].end() :]
    if choices or not re.search("[吗么嘛]", question) or _NEGATION.search(_last_clause(asked)):
        return None
    return asked if yes else _denied(asked)


def question_alone(question: str) -> str:
    """The question without its number or label, its mark and the particle before that."""
    return _END.sub("", _LABEL.sub("", question))


def _denied(asked: str) -> str | None:
    start = len(asked) - len(_last_clause(asked))
    modal = _MODAL.search(asked, start)
    if modal is None:
        return None
    return asked[: modal.start()] + _DENIALS.get(modal[0], f"不{modal[0]}") + asked[modal.end() :]


def _last_clause(asked: str) -> str:
    return re.split("[,;]", asked)[-1]


def follows(reading: Reading, question: Sentence, answer: Sentence) -> bool:
    """True for what stands behind a question, in its block or as the first of the next."""
    if question.section != answer.section or answer.block > question.block + 1:
        return False
    block = reading.document.sections[answer.section].blocks[answer.block]
    return answer.block == question.block or block.kind is not BlockKind.HEADING
