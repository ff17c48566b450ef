"""Who may share a medical account: lists of relatives with what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from linter.claims.context.answers import answers
from linter.claims.context.layout import Sentence
from linter.claims.context.manner import is_question, is_reported
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import headings
from linter.claims.kinship.kin_lists import KinList, kin_lists
from linter.claims.kinship.relatives_spelt_out import spelt_out_once
from linter.claims.kinship.sharing import about_sharing
from linter.claims.model import RelativesClaim
from linter.document import BlockKind
from linter.scan.tokens import Term
from linter.text import Span

# What may stand between the word that gives the stance and the list without taking it away from the list.
_FILL = (
    '(?:[于是为由给让将把被对向与和其的"“(:、\\s]|本人|自己|职工|参保人?员?|授权人|家庭成员|家人|共济|绑定?|授权|添加'
    "|使用|共用|共享|互助|互济|之间|法定|已参保|已?参加(?:了|本[市省]|基本|职工|居民|城乡|的)*医保|范围|对象|亲属|可以?|能够?|供|人员|有|开放|一类|这类|下列|以下|如下|个人账户"
    "|近|账户|到|至|在|用|[他她]的?|替|帮)*$"
)
_BIND = "(?:绑|共济|授权|添加|纳入|加入|列入|共用|共享)"
_NOT = "(?<![能可])(?:不可以?|不能够?|不得|无法|没法|没办法|不允许|不支持|禁止|严禁|不准)"
_ONLY = re.compile(
    "(?<![不无有期上下年权界时局额仅])(?<!不再)(仅限于?|只限于?|限于?|只能|仅能|仅可|只可|只有|仅供|仅|只给|只允许|仅允许|仅支持"
    "|只认|就认|只支持|只包括|仅包括|唯有|只开放给|只对|仅对|只面向|限定[为在于]|必须[是为]|须[是为]|(?<!不)得是|应当?[是为])"
    + _FILL
)
_FORBIDDEN = re.compile(f"(?:({_NOT})[^,;。]{{0,6}}?{_BIND}[^,;。]{{0,6}}?|(不包括|不包含|不含|不涵盖|排除))" + _FILL)
_NOT_FOR = re.compile(f"({_NOT}\\s*(?:给|供|由)|不对|不向|未对|未向)" + _FILL)
# 还没放开到爷爷奶奶
_NOT_YET = re.compile(
    "(?:没有?|未|尚未|还没|暂未)(?:能|曾)?(?:放开|开放|扩大|放宽|扩展|扩围|纳入|覆盖|延伸)(?:到|至|给|了|范围|进)*"
    + _FILL
)
# 不能把父母绑定到家庭共济账户; of two accounts, or of binding again, it would be another matter.
_NOT_PUT = re.compile(f"(?<!是)(?<!非)({_NOT}\\s*(?:把|将))" + _FILL)
_OF_SOME = re.compile("跨|外省|外地|异地|暂")
_PUT = re.compile(f"等?(?:亲属|家人)?(?:都|也|一并)?{_BIND}(?![^,;。]*(?:[一二两三几多0-9]个|同时|重复|再|继续))")
_FOR = re.compile("等?[^,;。不]{0,4}(?:用|使用|共用|共享|绑|开放)")
_CLOSED = re.compile(
    "(?:是指|指的是|指|即|分别是|分别为|(?:共|就|只|仅)有?[一二三四五六七八九十0-9]+[类种]人?:?|(?:范围|对象|人员)(?:为|是|:))"
    + _FILL
)
_ALLOWED = re.compile(
    "(?:(?<!不)(?:可以?|能够?|允许|支持)|(?:扩大|放宽|扩展|拓展|延伸|扩围)[到至为]|纳入|包括|包含|涵盖|新增|绑定|授权给?|共济给"
    "|用于(?:支付|缴纳|结算|帮助)|支付给?)" + _FILL
)
_NAMED = re.compile("(?:家庭成员|近亲属|直系亲属|亲属|家人|家属)\\s*\\($")
_ONLY_AFTER = re.compile("\\)?等?[^,;。不]{0,4}(?:才能|才可|方可|才允许)|(?:以外|之外|除外)的?[^,;。]{0,8}(?:不|无法)")
_AFTER_THE_ACT = re.compile("之后|以后|后|时|的?情况|完成|成功")
_EXCEPT = re.compile("除了?" + _FILL)
_EXCEPTED = re.compile("(?:以|之)?外[,、]?[^;。]{0,8}(?:不|无法)")
_OTHERS_NOT = re.compile(
    "[,;。、(]?\\s*(?:而|但)?(?:其他|其余|其它|别的)[^,;。可能]{0,8}(?:一律|都|均|则)?(?:不|无法|需另行|要另行|须另行)"
)
_FORBIDDEN_AFTER = re.compile(
    "(?:(?:等|这些|这类|[这那]一?[辈拨代]|他们)[^,;。不]{0,8},?|之间)?\\s*(?:目前|暂时?|都|均|一律|也|是|则|还)*"
    f"(?:{_NOT}|绑(?:定)?不[了上成]|共济不了|[加添]不了|用不[了上]|不在|不算|不属于|不包括|不纳入|未纳入|不包含|除外|排除"
    "|不行|不成(?!年)|没门|没戏|没份|免谈|不开放|没开放|没放开)([^,;。]*)"
)
# 从仅限配偶扩大到近亲属: what it was before.
_WAS = re.compile("(?:从|由)[^,;。]{0,8}$")
_WIDENED = re.compile("[^;。]{0,12}?(?:扩|拓|放宽|延伸|改为|增加|变为|变成)")
_REACH = re.compile(f"{_BIND}|在内|范围|对象|之列|家庭成员|在此|^$")
_OTHER_MATTER = re.compile("再|继续|医保卡|社保卡|凭证|医保码|同时|重复|冒用|自行|缴费|代办|办理|报销")
_ALLOWED_AFTER = re.compile(
    "(?:等[^,;。不]{0,6})?(?:目前|现在|都|均|也|就)*(?:可以?|能够?|允许)"
    "(?:[^,;。不]{0,8})(?:绑|共济|共用|共享|纳入|添加|授权|使用|用)|(?:也|都|均)?(?:在内|算在内)|(?:之间)?(?:都|均|也)(?:可以?|行|能)(?=[。!]?$)"
)
_CONDITION = re.compile("(?:未|没|非|外地|异地|外省|跨|不|已|仅|只|有|是|为)[^,;。]*的$|(?:如果|若|未|没有)")
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
_MAY_BE_BOUND = re.compile("可绑|可以绑|可共济|共济对象|绑定范围|共济范围|可添加")


@dataclass(frozen=True, slots=True)
class _Place:
    """A list with the text of its own clause before and after it, and all that follows in the sentence."""

    before: str
    after: str
    rest: str


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
            found = _stance(reading, sentence, listed)
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


def _stance(reading: Reading, sentence: Sentence, listed: KinList) -> tuple[str, Span] | None:
    place = _place(reading, sentence, listed)
    complete = not listed.open and not _cut_off(reading, sentence, listed)
    if complete:
        found = _exclusive(place, listed)
        if found is not None:
            return found
    if not _CONDITION.search(place.before):
        match = _last(_FORBIDDEN, place.before) or _NOT_YET.search(place.before)
        if match:
            return "forbidden", _from(match, place, listed)
        match = _NOT_FOR.search(place.before)
        if match and _FOR.match(place.after):
            return "forbidden", _from(match, place, listed)
        match = _NOT_PUT.search(place.before)
        if match and _PUT.match(place.after) and not _OF_SOME.search(place.before):
            return "forbidden", _from(match, place, listed)
        tail = _FORBIDDEN_AFTER.match(place.after if place.before.strip() else place.rest)
        if tail and _REACH.search(tail[1]) and not _OTHER_MATTER.search(tail[1]):
            return "forbidden", Span(listed.span.start, listed.span.end + tail.end())
    match = _CLOSED.search(place.before) or _NAMED.search(place.before)
    if match and complete:
        return "all", _from(match, place, listed)
    match = _ALLOWED.search(place.before)
    if match and not _AFTER_THE_ACT.match(place.after):
        return "allowed", _from(match, place, listed)
    tail = _ALLOWED_AFTER.match(place.after)
    if tail:
        return "allowed", Span(listed.span.start, listed.span.end + tail.end())
    return ("allowed", listed.span) if _is_item_of_allowed(reading, sentence, listed) else None


def _exclusive(place: _Place, listed: KinList) -> tuple[str, Span] | None:
    match = _last(_ONLY, place.before)
    was = match and _WAS.search(place.before, 0, match.start()) and _WIDENED.match(place.rest)
    if match and not was and not _AFTER_THE_ACT.match(place.after):
        return "only", _from(match, place, listed)
    tail = _ONLY_AFTER.match(place.rest) or (_EXCEPT.search(place.before) and _EXCEPTED.match(place.rest))
    if tail:
        return "only", Span(listed.span.start, listed.span.end + tail.end())
    tail = _OTHERS_NOT.search(place.rest)
    if tail and (_ALLOWED.search(place.before) or _CLOSED.search(place.before) or _ALLOWED_AFTER.match(place.after)):
        return "only", Span(listed.span.start, listed.span.end + tail.end())
    return None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match of the last word: 「不可以,家庭共济不可以绑定孙子」 says it twice, the second time in full."""
    found = match = pattern.search(text)
    while match is not None:
        found, match = match, pattern.search(text, match.end(match.lastindex or 0))
    return found


def _from(match: re.Match[str], place: _Place, listed: KinList) -> Span:
    return Span(listed.span.start - len(place.before) + match.start(), listed.span.end)


def _place(reading: Reading, sentence: Sentence, listed: KinList) -> _Place:
    text, whole = reading.text, sentence.span
    start = max((text.rfind(mark, whole.start, listed.span.start) for mark in ",;。"), default=-1)
    before = text[max(start + 1, whole.start) : listed.span.start]
    if "(" in before and ")" not in before[before.rindex("(") :]:
        opened = before.rindex("(")
        inside = before[opened + 1 :]
        before = inside if inside.strip() else before
    rest = text[listed.span.end : whole.end]
    after = re.split("[,;)]", rest, maxsplit=1)[0]
    return _Place(before, after, rest)


def _cut_off(reading: Reading, sentence: Sentence, listed: KinList) -> bool:
    section = reading.document.sections[sentence.section]
    last = section.blocks[-1].span.end if section.blocks else section.span.end
    return section.truncated and listed.span.end >= last - 1


def _is_item_of_allowed(reading: Reading, sentence: Sentence, listed: KinList) -> bool:
    block = reading.document.sections[sentence.section].blocks[sentence.block]
    if block.kind is not BlockKind.ITEM or listed.span.start - block.span.start > 3:
        return False
    above = next(headings(reading, sentence), None)
    return above is not None and _MAY_BE_BOUND.search(above.cut(reading.text)) is not None
