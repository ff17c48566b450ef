"""What the words around a list of relatives say of it: they may, they alone may, these are all, they may not."""

from __future__ import annotations

import re

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import headings
from linter.claims.kinship.kin_lists import KinList
from linter.claims.kinship.list_places import ListPlace, place_of
from linter.document import BlockKind
from linter.text import Span

# What may stand between the word that gives the stance and the list without taking it away from the list.
_FILL = (
    '(?:[于是为由给让将把被对向与和其的"“(:、\\s]|本人|自己|职工|参保人?|授权人|家庭成员|家人|共济|绑定?|授权|添加'
    "|使用|共用|共享|互助|互济|之间|法定|已参保|已?参加(?:了|本[市省]|基本|职工|居民|城乡|的)*医保|范围|对象|亲属|可以?|能够?|供|人员|有|开放|一类|这类|下列|以下|如下|个人账户"
    "|近|账户|到|至|在|用|资金|余额|划转|划拨|划给|转给|支付|[他她]|替|帮)*$"
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
    "(?:是指|指的是|指|即|分别是|分别为|(?:共|就|只|仅)有?[一二三四五六七八九十0-9]+[类种]人?:?|(?:范围|对象|人员)(?:为|是|:)"
    "|(?:能够?|可以?)(?:绑定?|共济|授权|添加|使用)的(?:直系|近)?(?:亲属|家属|家人|家庭成员|人)(?:就|只)?(?:包括|是|为|有|:))"
    + _FILL
)
_ALLOWED = re.compile(
    "(?:(?<!不)(?:可以?|能够?|允许|支持)|(?:扩大|放宽|扩展|拓展|延伸|扩围)[到至为]|纳入|包括|包含|涵盖|新增|绑定|授权给?|共济给"
    "|用于(?:支付|缴纳|结算|帮助)|支付给?)" + _FILL
)
_NAMED = re.compile("(?:家庭成员|近亲属|直系亲属|亲属|家人|家属)\\s*\\($")
# 子女需先参保才能用 tells what must be done first, and of nobody that he may not.
_ONLY_AFTER = re.compile(
    "\\)?等?[^,;。不需须要先得满经已办]{0,4}(?:才能|才可|方可|才允许)|(?:以外|之外|除外)的?[^,;。]{0,8}(?:不|无法)"
)
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
_MAY_BE_BOUND = re.compile("可绑|可以绑|可共济|共济对象|绑定范围|共济范围|可添加")


def stance_of(reading: Reading, sentence: Sentence, listed: KinList) -> tuple[str, Span] | None:
    """What is said (only, forbidden, all or allowed) with its words; ``None`` if nothing is said of sharing."""
    place = place_of(reading, sentence, listed)
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


def _exclusive(place: ListPlace, listed: KinList) -> tuple[str, Span] | None:
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


def _from(match: re.Match[str], place: ListPlace, listed: KinList) -> Span:
    return Span(listed.span.start - len(place.before) + match.start(), listed.span.end)


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
