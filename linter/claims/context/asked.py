"""The question a sentence answers: it stands in its block before it, or over it; its premises hold for the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from linter.claims.context.frame import Framer
from linter.claims.context.layout import Sentence
from linter.text import Span

_SENTENCES_BACK = 4
# Who tells of himself dates his own life: 问:我2019年入职,…
_PERSONAL = re.compile(
    "我(?!国|省|市|县|区|们?省|们?市)|本人|[他她]|老公|老婆|[爸妈]|父母|父亲|母亲|儿子|女儿|同事|朋友"
)


def asked(framer: Framer, sentence: Sentence, text: str) -> Span | None:
    """The question before ``sentence`` in its block, the nearest first, else the line over it that ends as one."""
    return next((span for span in _candidates(framer, sentence) if _is_question(span.cut(text))), None)


def is_personal(question: str) -> bool:
    """True for a question in which somebody tells of a person."""
    return _PERSONAL.search(question) is not None


def _candidates(framer: Framer, sentence: Sentence) -> Iterator[Span]:
    yield from (before.span for before in islice(framer.earlier(sentence), _SENTENCES_BACK))
    yield from framer.headings_above(sentence)[:1]


def _is_question(text: str) -> bool:
    return text.rstrip(' *_"”\n').endswith("?")
