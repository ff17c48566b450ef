"""Numbers, dates, phones and document numbers of a text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from benchmarks.fuzz.choices import Choices
from benchmarks.fuzz.grammar import expand
from linter.normalise import normalise
from linter.scan.figures import scan_figures

LARGEST = 120
_PIECES = (
    *"0123456789.,%‰元年月日个万亿千百十〇零一二三五两半至到-—~约第不满以上内起前后()/×=+:、。\n岁成倍天次人档类社号",
    *(
        "百分之",
        "分之",
        "工作日",
        "小时",
        "周岁",
        "不超过",
        "以下",
        "以外",
        "左右",
        "余",
        "多",
        "每月",
        "元/月",
        "国办发〔",
        "〕",
    ),
    *(
        "《社会保险法》",
        "第十五条",
        "2025",
        "010-",
        "12333",
        "二〇二五",
        "去年",
        "上半年",
        "季度",
        "底",
        "初",
        "%",
        "6",
        "，",
    ),
)


def seeds() -> Iterator[bytes]:
    """Every piece beside others, and sentences."""
    yield bytes(range(len(_PIECES)))
    yield bytes(range(len(_PIECES) - 1, -1, -1))
    yield from (bytes((200, 1, number)) * 4 for number in range(28))


def one(data: bytes) -> None:
    """Below the number of pieces a byte is a piece; above, what follows is a sentence or raw."""
    choices = Choices(data)
    parts: list[str] = []
    while choices.left and len(parts) < 60:
        number = choices.number(256)
        if number < len(_PIECES):
            parts.append(_PIECES[number])
        else:
            parts.append(choices.text(8) if number % 2 else expand("sentence", choices.of, choices.text))
    visible = "".join(parts)
    text = normalise(visible)
    assert len(text) == len(visible)
    found = scan_figures(text, visible)
    kinds = (found.quantities, found.dates, found.phones, found.doc_numbers, found.law_articles)
    for kind in kinds:
        assert all(0 <= token.span.start < token.span.end <= len(text) for token in kind), kind
        assert all(before.span.end <= after.span.start for before, after in pairwise(kind)), kind
    for quantity in found.quantities:
        ends = min(quantity.values), max(quantity.values)
        assert quantity.interval.low is None or quantity.interval.low <= ends[0], quantity
        assert quantity.interval.high is None or ends[1] <= quantity.interval.high, quantity
        assert quantity.step > 0, quantity
