"""How seriously a sentence speaks: as history, plan, hearsay, question, of one grade only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linter.claims.context.asked import asked
from linter.claims.context.attribution import quoted_from_an_old_document, quoted_from_others
from linter.claims.context.frame import Framer
from linter.claims.context.layout import Sentence
from linter.claims.context.looking_back import looking_back
from linter.claims.context.qualifiers import case, groups, level
from linter.claims.context.told_years import ToldYears
from linter.claims.context.turns import Turns
from linter.document import Document
from linter.text import Span

# A hearsay that the text makes its own: 我们按这个口径给大家排了表.
_ENDORSED = re.compile(r"(?:我们|本文|小编|大家|可以)[^,;。]{0,4}(?:按|照)(?:这个|这一|此|该)(?:口径|说法|标准|算法)")
# 二档:单位1.5%,个人0.5%: the figures of one of several ways to take part.
_GRADE = re.compile("([一二三四五甲乙丙ABC])档(?![次位]?(?:医院|基数))")
_QUESTION_ENDS = ("?", "吗")
# 1. 失业金最长领36个月。(×,应为24个月): the key to a quiz says that the sentence is wrong.
_MARKED_WRONG = re.compile("\\s*[([]\\s*(?:答案?[::]?)?\\s*[×✗✘❌╳](?=[\\s,。;:)\\]])")
# 没有退休免缴的说法,2025年最低380元: the saying is denied, and what follows is the writer's own.
_DENIED = re.compile("(?:没有|并无|不存在|根本没|并没有|从来?没有?)[^,;。]*$")
_HEARSAY = "hearsay"
# The column of a table that holds what is not so.
_WRONG_COLUMN = re.compile(
    "\\s*(?:常见|网上|流传|网络|典型)?的?(?:错误|误区|误解|谣言|传言|网传|误传)(?:的?(?:说法|做法|认识|理解|观点|内容|版本|答案))?\\s*"
)
# 计发月数60岁是120——错,是139: what stands before is called wrong.
_CALLED_WRONG = re.compile(
    '[^。;\n]{0,24}?["”」』)]?\\s*(?:—+|:|,|→|=>|\\.{3,}|…+)\\s*(?:这是|这话|这|都是|完全|纯属|也)?'
    "(?:错|不对|假的|大错特错|不是真的|谣言|误传|瞎说|胡说|没这回事)(?:[了的](?![一-鿿])|(?=[,。;!:]|\\s*$))"
)
# A word of these kinds colours everything after it in the sentence, not only its own segment.
_CARRIED = frozenset({"history", "plan", "provisional", "hypothetical", "hearsay", "condition", "supposed", "typical"})
# What the next sentence may say of the figures before it.
_SAID_BACK = frozenset({"history", "plan", "provisional", "hearsay"})
# 母亲说,当年只交10块: somebody remembers.
_REMEMBERED = re.compile(
    '(?:说|回忆|讲|记得|想起|告诉|念叨|感慨|提起)[^。;"”]{0,8}(?:当年|那年|那会儿?|那阵子?|当初|头一年|刚开始|年轻时|小时候)'
)
# 三年前的费率:…, 0.32%,去年底停了: told of years ago, or as what has ended.
_YEARS_AGO = re.compile(
    "(?:^|[,;:。、在是(])(?:[一两二三四五六七八九十几多]|十几|[0-9]{1,2}){1,2}(?:来)?年前(?=[的,,那我他她]|定|单位|厂|公司|个人|交|缴)"
)
_ENDED = re.compile(
    "[^。;0-9]{0,16}[,,(]?(?:早就?|已经?|后来|去年底?|前年底?|如今|现在)(?:都|就|已经?)?(?:停|取消|作废|废止|不再用|不再执行|不执行|过时|失效|结束|并轨)了?(?=[,;。)!]|$)"
)
# 以前的年限还算数吗, 和过去有什么不同: what is told below is of today, or of both.
_COMPARES = re.compile(
    "[?吗]|怎么办|还能|还算|还有|能不能|要不要|补|处理|衔接|对[比照]|区别|不同|变化?|新旧|比较|调整|改[成为了]|还是|[456][0-9]|[→>和与跟同到至]"
)
_COLOURING = 2
# A group named higher up than this is what the whole article is about.
_INTRODUCING = 1
_ASSUMED = frozenset({"hypothetical"})


class Markers:
    """The markers of one document."""

    def __init__(self, document: Document, framer: Framer, turns: Turns, years: ToldYears) -> None:
        self._document = document
        self._framer = framer
        self._turns = turns
        self._years = years

    def at(self, span: Span, sentence: Sentence) -> frozenset[str]:
        """The markers of what is said at ``span``: of its own segment, and those that colour all that follows."""
        text = self._document.text
        said = sentence.span.cut(text).rstrip()
        block = self._document.sections[sentence.section].blocks[sentence.block].span
        found = {*self._of_words(span, sentence), *self._asked(sentence), *self._said_back(sentence)}
        found.update(self._coloured(span, sentence))
        if said.endswith(_QUESTION_ENDS):
            found.add("question")
        if self._is_marked_wrong(span, sentence) or quoted_from_others(block.cut(text), span.start - block.start):
            found.add(_HEARSAY)
        if _ENDORSED.search(said):
            found.discard(_HEARSAY)
        old = quoted_from_an_old_document(block.cut(text), span.start - block.start)
        if (
            _REMEMBERED.search(text, sentence.span.start, span.start)
            or _YEARS_AGO.search(text[sentence.span.start : span.start])
            or _ENDED.match(text, span.end, sentence.span.end)
            or old
            or (self._years.of_a_year_before(span, sentence) and not self._is_of_now(span, sentence))
        ):
            found.add("history")
        if self._years.of_insurance_year(span, sentence):
            found.add("insurance_year")
        grades = _GRADE.findall(text, sentence.span.start, span.start)
        found.update(f"grade {grade}" for grade in grades[-1:])
        return frozenset(found.union(self._narrowed(span, sentence)))

    def _is_of_now(self, span: Span, sentence: Sentence) -> bool:
        """上一年度可支配收入的20倍,目前是…: whatever year was named before, the figure is called that of today."""
        before = Span(sentence.span.start, max(sentence.span.start, span.start))
        since = self._turns.present_from(before)
        return since > before.start and sentence.segment_at(since) == sentence.segment_at(span.start)

    def _narrowed(self, span: Span, sentence: Sentence) -> Iterator[str]:
        """For whom alone it holds: by its block so far and the lines that introduce it."""
        text = self._document.text
        block = self._document.sections[sentence.section].blocks[sentence.block].span
        above = self._framer.headings_above(sentence)[:_INTRODUCING]
        for area in (Span(block.start, max(block.start, span.start)), *above):
            yield from groups(area.cut(text))
        for line in above:
            told = case(line.cut(text))
            if told is not None:
                yield told
        own = level(text[sentence.span.start : span.start])
        if own is not None:
            yield own

    def _of_words(self, span: Span, sentence: Sentence) -> Iterator[str]:
        own = sentence.segment_at(span.start)
        present = self._turns.present_from(Span(sentence.span.start, max(sentence.span.start, span.start)))
        for term in self._framer.terms_in(sentence.span):
            marker = term.facets.get("marker")
            if marker is None or not self._turns.tells_time(term):
                continue
            same = sentence.segment_at(term.span.start) == own
            if (
                marker == _HEARSAY
                and not same
                and _DENIED.search(self._document.text, sentence.span.start, term.span.start)
            ):
                continue
            over = marker == "history" and term.span.start < present
            if same or (marker in _CARRIED and term.span.start < span.start and not over):
                yield marker

    def _coloured(self, span: Span, sentence: Sentence) -> Iterator[str]:
        """What a heading or a lead says of all below it (改革前的老办法:), until a sentence turns to now."""
        before = Span(sentence.span.start, max(sentence.span.start, span.start))
        if self._turns.present_from(before) > before.start:
            return
        text, title = self._document.text, self._document.sections[sentence.section].title
        for area in self._framer.headings_above(sentence)[:_COLOURING]:
            lead = _last_sentence(area, text)
            terms = [term for term in self._framer.terms_in(lead) if self._turns.tells_time(term)]
            markers = {term.facets["marker"] for term in terms if "marker" in term.facets}
            told = "history" in markers and "current" not in markers
            if told and area != title and not _COMPARES.search(lead.cut(text)):
                yield "history"

    def _asked(self, sentence: Sentence) -> Iterator[str]:
        """What a question assumes, its answer assumes too."""
        question = asked(self._framer, sentence, self._document.text)
        terms = () if question is None else self._framer.terms_in(question)
        yield from (marker for term in terms if (marker := term.facets.get("marker")) in _ASSUMED)

    def _said_back(self, sentence: Sentence) -> Iterator[str]:
        """What the next sentence says of this one: that its figures were provisional, or those of before."""
        back = looking_back(self._document, sentence)
        terms = () if back is None else self._framer.terms_in(back)
        yield from (marker for term in terms if (marker := term.facets.get("marker")) in _SAID_BACK)

    def _is_marked_wrong(self, span: Span, sentence: Sentence) -> bool:
        """True in the column of a table that holds errors, and for a sentence that the key to a quiz crosses out."""
        text = self._document.text
        heads = self._framer.headers_of(span.start)
        return (
            any(_WRONG_COLUMN.fullmatch(text, head.start, head.end) for head in heads)
            or _CALLED_WRONG.match(text, span.end, sentence.span.end) is not None
            or (_MARKED_WRONG.match(text, sentence.span.end) or _MARKED_WRONG.search(sentence.span.cut(text).rstrip()))
            is not None
        )


def _last_sentence(area: Span, text: str) -> Span:
    """The last sentence of what stands above: the one that introduces what follows."""
    end = max((text.rfind(mark, area.start, max(area.start, area.end - 1)) for mark in "。!;\n"), default=-1)
    return Span(max(area.start, end + 1), area.end)
