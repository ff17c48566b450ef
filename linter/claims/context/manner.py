"""How a sentence speaks as a whole: asking, reporting what others say, or as an article of law."""

from __future__ import annotations

import re
from functools import lru_cache

from linter.claims.context.layout import Sentence
from linter.claims.context.reading import Reading
from linter.claims.context.surroundings import headings
from linter.document import Document, Section
from linter.text import Span

_ASKS = re.compile(
    "\\?\\s*$|吗(?![\u4e00-\u9fff])|[么呢]\\s*$|(?:是否|是不是|能不能|可不可以|有没有|要不要|会不会|该不该|(?P<verb>[\u4e00-\u9fff])[不没](?P=verb))[^,;。]*$|[吧嘛]\\s*$"
)
# 到底是50岁还是55岁: a choice put to the reader, also where a title leaves the mark out.
_CHOICE = re.compile("[0-9][^,;。:0-9]{0,8}还是[^,;。:0-9]{0,6}[0-9]|(?:到底|究竟)[^,;。:]*还是[^,;。:]*$")
# 是否属于工伤由人社部门认定: what is open is who decides it, and that is told.
_DECIDED = re.compile(
    "(?:是否|是不是|能不能|能否|可否|要不要|会不会|该不该|算不算|给不给)(?!可以由|应由|能由|由|须由)[^,;。]{2,14}"
    "(?:由|归|听|看|取决于|得看|要看|全看|要问)[^,;。?]{1,14}(?:说了算|[认鉴判评核裁]定|决定|确定|作出|负责|批准|审批|做主|心情|脸色|意愿)"
    "[^,;。?]{0,3}[,;。!]?\\s*$"
)
_EITHER_WAY = re.compile("无论|不管|不论")
_ARTICLE = re.compile("^[\\s*#]*第[一二三四五六七八九十百千零〇]+条[\\s*]", re.MULTILINE)
_FEWEST_ARTICLES = 4
# What is said to be said is not said: under such a heading, or inside quotation marks, nothing is asserted.
_MYTHS = (
    "误区",
    "谣言",
    "讹传",
    "辟谣",
    "误解",
    "误会",
    "传言",
    "流言",
    "谬误",
    "常见错误",
    "真相",
    "误传",
    "瞎传",
    "传闻",
)
_REJECTS = re.compile(
    "纯属|不实|是假的|没这回事|没有这回事|别信|不可信|不靠谱|子虚乌有|无稽之谈|站不住脚|以讹传讹|张冠李戴|已过时|早过时"
)
# 有人担心余额清零: what others fear or believe.
_BELIEVED = re.compile(
    "(?:有(?:的)?人|不少人|很多人|许多人|好多人|大家|读者|网友|群众|老人|一些人|总有人|常有人|街坊|朋友)[^,;。]{0,6}"
    "(?:担心|以为|误以为|疑惑|纠结|怀疑|害怕|生怕|觉得|认为)[^。;]*$"
)
# 拿别人的卡去刷是冒名: what is told is condemned at once.
_CONDEMNED = re.compile(
    "的?,?(?:这|那|都|也|可)?(?:是|属于?|算是?|就是|等于|叫)(?:在)?(?:冒名|违规|违法|不合规|不允许|不行|不可以|错的|误区)"
)
_QUOTED = re.compile('[“‘"][^“”‘’"]{6,}[”’"]')
_DENIED_NEXT = re.compile(
    "[\\s*_”\"'’)(—-]*(?:(?:答|真相|事实|正解|实际|其实)[:,]?\\s*)?"
    "(?:没有|没这回事|两回事|不是一回事|不是一码事|两码事|想多了|大错特错|恰恰相反|正相反|正好相反|弄反了|搞反了|不是这么回事|不见得|未必|不一定|不对|错了?|错误|不是|不是的|假的|并非如此|并没有|不成立|不准确|不属实|不能|不行|不会|别信|谣言)[。,!;]"
)


def is_question(reading: Reading, sentence: Sentence) -> bool:
    """True when the sentence asks; it then asserts nothing. 「几个百分点」 is no question, 「几个?」 is one."""
    text = sentence.span.cut(reading.text)
    if _DECIDED.search(text) is not None:
        return False
    return _ASKS.search(text) is not None or (_CHOICE.search(text) is not None and not _EITHER_WAY.search(text))


def is_law_text(document: Document, section: Section) -> bool:
    """True for a section laid out in articles: a law or regulation speaks of its own day, in its own terms."""
    return _in_articles(document.text, section.span)


@lru_cache(maxsize=1)
def _in_articles(text: str, section: Span) -> bool:
    """Asked by every sentence of a section in turn, and by every finding."""
    found = _ARTICLE.finditer(section.cut(text))
    return sum(1 for _, _ in zip(found, range(_FEWEST_ARTICLES), strict=False)) == _FEWEST_ARTICLES


def is_reported(reading: Reading, sentence: Sentence, span: Span) -> bool:
    """True when the text only tells what is said: quoted, called a myth, or denied at once by the next sentence."""
    text = sentence.span.cut(reading.text)
    local = Span(span.start - sentence.span.start, span.end - sentence.span.start)
    if any(Span(*quote.span()).contains(local) for quote in _QUOTED.finditer(text)):
        return True
    if _BELIEVED.search(text, 0, local.start) or _CONDEMNED.match(text, local.end):
        return True
    if any(word in text for word in _MYTHS) or _REJECTS.search(text) or _denied_next(reading, sentence):
        return True
    return any(word in heading.cut(reading.text) for heading in headings(reading, sentence) for word in _MYTHS)


def _denied_next(reading: Reading, sentence: Sentence) -> bool:
    block = reading.document.sections[sentence.section].blocks[sentence.block].span
    return _DENIED_NEXT.match(reading.text, sentence.span.end, max(block.end, sentence.span.end)) is not None
