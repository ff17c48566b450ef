"""How a sentence speaks as a whole: asking, reporting what others say, or as an article of law."""

from __future__ import annotations

import re

from linter.claims.layout import Sentence
from linter.claims.reading import Reading
from linter.document import Section

_ASKS = re.compile("\\?\\s*$|[吗么呢]\\s*$|(?:是否|是不是|能不能|可不可以|有没有|要不要|会不会|该不该)[^,;。]*$")
_ARTICLE = re.compile("^[\\s*#]*第[一二三四五六七八九十百零〇]+条[\\s*]", re.MULTILINE)
_FEWEST_ARTICLES = 4


def is_question(reading: Reading, sentence: Sentence) -> bool:
    """True when the sentence asks; it then asserts nothing. 「几个百分点」 is no question, 「几个?」 is one."""
    return _ASKS.search(sentence.span.cut(reading.text)) is not None


def is_law_text(reading: Reading, section: Section) -> bool:
    """True for a section laid out in articles: a law or regulation speaks of its own day, in its own terms."""
    found = _ARTICLE.finditer(section.span.cut(reading.text))
    return sum(1 for _, _ in zip(found, range(_FEWEST_ARTICLES), strict=False)) == _FEWEST_ARTICLES
