"""What is looked up for each sentence and figure is what a walk through the article finds."""

from __future__ import annotations

import pytest

from linter.claims.context.amounts import amounts_in, is_amount
from linter.claims.context.reading import Reading, read
from linter.claims.ledger.entries import _payer_above
from linter.document import BlockKind
from linter.readers import read_document
from linter.scan.scanner import scan
from linter.text import Span
from reference.regions import RegionTable

TEXT = """# 甲市社保

缴费基数6000元,养老个人缴480元。

## 个人缴费

- 养老8%,每月480元
- 个人医保2%,每月120元;失业0.5%,每月30元

## 单位缴费

单位养老16%,每月960元。单位医保8%,每月480元。

### 合计

个人每月630元。单位每月1440元。
"""


@pytest.fixture(scope="module")
def reading() -> Reading:
    document, table = read_document(TEXT.encode(), "a.md"), RegionTable.load()
    return read(document, scan(document, table), table)


def test_the_heading_of_each_sentence_is_the_nearest_above(reading: Reading) -> None:
    for sentence in reading.sentences:
        above = reading.document.sections[sentence.section].blocks[: sentence.block]
        walked = [block.span for block in above if block.kind is BlockKind.HEADING][-1:]
        assert [sentence.heading] == (walked or [None])
    assert len({sentence.heading for sentence in reading.sentences}) == 5


def test_the_payer_from_the_heading_on_is_the_only_one_named(reading: Reading) -> None:
    found = []
    for sentence in reading.sentences:
        start = (sentence.heading or sentence.span).start
        named = {term.facets.get("payer") for term in reading.terms_in(Span(start, sentence.span.end))} - {None}
        found.append(_payer_above(reading, sentence))
        assert found[-1] == (next(iter(named)) if len(named) == 1 else None)
    assert {"employee", "employer", None} == {*found}


def test_the_amounts_of_a_stretch_are_those_of_its_figures(reading: Reading) -> None:
    ends = range(0, len(reading.text), 7)
    stretches = [Span(start, end) for start in ends for end in ends if start <= end]
    for span in stretches:
        assert amounts_in(reading, span) == [each for each in reading.quantities_in(span) if is_amount(reading, each)]
    assert 5 < len(amounts_in(reading, stretches[len(ends) - 1])) < len(reading.tokens.quantities)
