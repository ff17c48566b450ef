"""What a text puts between quotation marks because others say it: 还在讲“…”的页面, 所谓“…”, “…”——不对."""

from __future__ import annotations

import re

_QUOTED = re.compile(r"[“「『\"](?P<said>[^“「『」』”\"\n]{2,80})[”」』\"]")
_ATTRIBUTED = re.compile(
    r"(?:所谓的?|误以为|以为|别信|别再信|网上(?:说|传|那种)?|(?:习惯|还|爱|老)(?:说|讲|叫|写)|有人(?:说|讲|问)?|还在(?:讲|说|写|传)|号称|老话|标题(?:党|写着|里说)?"
    r"|传言|谣传|都说|总说|常说|听说|什么|不少人(?:说|问|认为)?|很多人(?:说|问|认为)?|天天有人(?:说|问)?|(?:亲戚|朋友|同事|邻居|网友|群里|中介|老乡|熟人|家里人)(?:都|还|老|总)?(?:说|讲))[^,。;“「『\"]{0,8}[,:]?\Z"
)
_DISOWNED = re.compile(
    r"[^。;\n“「『\"]{0,4}(?:的|这种|这类|这个|那种|之类|一类)*(?:网文|页面|文章|帖子|旧帖|标题|说法|老黄历|老皇历|传言|谣言|口径|旧闻|老?印象|观念|想法|误解|传闻|讲法|提法|旧规定|老规矩|算法)"
    r"|[^\n“「『\"]{0,12}?(?:不对|不是真的|是错的|纯属|早过时|已(?:经)?过时|过时了|不准确|是误(?:解|读)|是谣言|站不住脚|是假的|并非如此|已(?:经)?不适用|早就?作废|已(?:经)?作废|不可信|那是(?:原来|过去|以前|老|[^,。;”]{2,10}(?:以前|以后|之前|之后)的)|是(?:原来|过去|以前)的)"
)


_LONG_QUOTATION = re.compile(r"[“「『](?P<said>[^“「『」』”\n]{2,300})[”」』]")
# 1999年《…条例》第六条写道:“…”: an old document speaks, in every sentence between the marks.
_OLD_DOCUMENT = re.compile(
    r"(?:19[0-9]{2}|200[0-9]|201[0-4])年[^。\n“「『]{0,40}》[^。\n“「『]{0,14}(?:写道|规定|写着|写的是|载明|明确|的原文|原文是|曾说|要求)[^。\n“「『]{0,4}\Z"
)


def quoted_from_an_old_document(text: str, offset: int) -> bool:
    """True when ``offset`` lies in what the text quotes from a document of long ago."""
    for match in _LONG_QUOTATION.finditer(text):
        if match.start() < offset < match.end():
            return _OLD_DOCUMENT.search(text, max(0, match.start() - 80), match.start()) is not None
    return False


def quoted_from_others(text: str, offset: int) -> bool:
    """True when ``offset`` lies inside quotation marks whose content the text attributes to others or calls wrong."""
    for match in _QUOTED.finditer(text):
        if match.start() < offset < match.end():
            return bool(_ATTRIBUTED.search(text, 0, match.start()) or _DISOWNED.match(text, match.end()))
    return False
