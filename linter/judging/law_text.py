"""Is a document itself a law or a regulation? What it prints was its own rule, even where a later law prevails."""

from __future__ import annotations

import re

from linter.document import Document

_ARTICLE = re.compile(r"[\s#*]*第[一二三四五六七八九十百零0-9]+条")
_LEAST = 5


def is_law_text(document: Document) -> bool:
    """True when several blocks of the main article begin with the number of an article (第十二条)."""
    blocks = document.sections[0].blocks if document.sections else ()
    articles = sum(1 for block in blocks if _ARTICLE.match(document.text, block.span.start))
    return articles >= _LEAST
