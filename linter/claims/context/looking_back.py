"""What the next sentence says of the figures before it: 那是暂定数; 这是2018年的标准; 该标准自2023年7月1日起执行."""

from __future__ import annotations

import re

from linter.claims.context.layout import Sentence
from linter.document import Document
from linter.text import Span

_LOOKS_BACK = re.compile(
    "\\s*(?:不过|但|可)?(?:那|这|前者|上述|以上)(?:些|个|几个|组|套|两个|两组|两项)?(?:数字?|标准|数据|金额|说法)?"
    "(?:还|都|只|其实|不过|仅)*(?:是|属于|为)[^,;。]*"
    "|\\s*(?:上述|以上|该|这一|这项|此项|此)(?:些|项|两项|几项)?(?:标准|数据|金额|基数|比例|待遇)(?:均|都|已|是)*(?:自|从|于)"
    "[^,;。]{4,14}(?:起|开始)?(?:执行|施行|实施|生效|启用)[^,;。]*"
)

# 按每月55元算,那是2009年的标准
_BEHIND = re.compile(
    "[^,;。()0-9]{0,8}[,(](?:不过|但|可)?(?:其实)?(?:那|这)(?:个|些)?(?:数字?|标准|数据|金额)?(?:还|都|只|其实|已经?|不过|仅)*"
    "(?:是|属于|为)[^,;。)]*(?:标准|数据|数字|水平|金额|口径|老黄历|老?规定|老?规矩|老?办法|老?政策|老?说法|老?条例|比例|事)了?"
)


def looking_back(document: Document, sentence: Sentence) -> Span | None:
    """The clause right behind ``sentence`` in its block that is about what it said; ``None`` when there is none."""
    block = document.sections[sentence.section].blocks[sentence.block].span
    match = _LOOKS_BACK.match(document.text, sentence.span.end, max(block.end, sentence.span.end))
    return None if match is None else Span(*match.span())


def said_behind(document: Document, span: Span, sentence: Sentence) -> Span | None:
    """The clause right behind ``span`` in its own sentence that says what that figure is; ``None`` without one."""
    match = _BEHIND.match(document.text, span.end, sentence.span.end)
    return None if match is None else Span(*match.span())
