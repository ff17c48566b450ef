"""What is read back is what was written; what was not written so is refused."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.article import Article
from linter.cache.codec import UnusableError, decode, encode
from linter.claims.model import DerivedClaim
from linter.engine import Linted, lint_document
from linter.packed_claim import _USUAL, pack, packable, unpack
from linter.settings import bench_of
from linter.understanding import understand
from reference.load import load_folders
from tests.cache.conftest import ARCHIVE, EXAMPLES, SETTINGS

CITING = """DRG付费的三年行动计划,文号是医保发〔2022〕48号。

依据《社会保险法》第十八条,失业保险金的标准低于最低工资、高于低保。

单位养老保险按20%缴纳。

| 项目 | 比例 |
|--|--|
| 养老 | 8% |
"""


def articles() -> Iterator[Article]:
    yield from (Article.at(path) for path in sorted(EXAMPLES.iterdir()))
    yield from (Article(name, text.encode()) for name, text in ARCHIVE.items())
    yield Article("citing.md", CITING.encode(), region="成都")
    yield Article("entities.html", "<p>6400元&times;8%=<b>51</b>.2元&nbsp;😀𠮷</p>".encode())


def linted(article: Article) -> Linted:
    bench = bench_of(SETTINGS)
    return lint_document(understand(article.read(), bench.regions), bench)


@pytest.mark.parametrize("article", list(articles()), ids=lambda article: Path(article.path).name)
def test_outcome_comes_back_as_it_was(article: Article) -> None:
    before = linted(article)
    after = decode(encode(before), article.path, bench_of(SETTINGS).reference)
    assert after.remarks == before.remarks
    assert after.result.findings == before.result.findings
    assert (after.result.sections, after.result.coverage) == (before.result.sections, before.result.coverage)
    kept, document = after.result.document, before.result.document
    assert kept == document
    assert kept.content.addressed == document.content.addressed
    for slot in ("path", "source", "visible", "text", "format", "encoding", "sha256", "title", "sections"):
        assert getattr(kept, slot) == getattr(document, slot), slot
    for section in document.sections:
        for block in section.blocks:
            assert kept.source_map.to_source(block.span) == document.source_map.to_source(block.span)


def test_the_examples_hold_findings_with_rules_and_remarks() -> None:
    every = [linted(article) for article in articles()]
    assert any(finding.rule for each in every for finding in each.result.findings)
    assert any(each.remarks for each in every)
    assert any(section.tables for each in every for section in each.result.document.sections)


def test_document_takes_the_path_it_has_now() -> None:
    packed = encode(linted(Article("old/name.md", ARCHIVE["a.md"].encode())))
    assert decode(packed, "new/name.md", bench_of(SETTINGS).reference).result.document.path == "new/name.md"


@given(st.data())
def test_damaged_bytes_are_refused_or_plain_values(data: st.DataObject) -> None:
    packed = encode(linted(Article("a.md", CITING.encode())))
    at = data.draw(st.integers(0, len(packed) - 1))
    damaged = packed[:at] + bytes([packed[at] ^ data.draw(st.integers(1, 255))]) + packed[at + 1 :]
    with suppress(UnusableError):
        assert isinstance(decode(damaged, "a.md", bench_of(SETTINGS).reference), Linted)


@pytest.mark.parametrize("data", [b"", b"\x80\x04.", msgspec.msgpack.encode([1, 2])])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(UnusableError):
        decode(data, "a.md", bench_of(SETTINGS).reference)


def test_outcome_that_rests_on_unknown_rules_is_refused(tmp_path: Path) -> None:
    packed = encode(linted(Article("a.md", CITING.encode())))
    with pytest.raises(UnusableError, match="no value"):
        decode(packed, "a.md", load_folders([tmp_path]))


def test_text_that_no_bytes_hold_is_not_encoded() -> None:
    whole = linted(Article("a.md", CITING.encode()))
    halved = replace(whole.result, document=replace(whole.result.document, title="\ud800"))
    with pytest.raises(ValueError, match="surrogate"):
        encode(replace(whole, result=halved))


def test_every_claim_that_can_be_packed_comes_back_as_it_was() -> None:
    table = bench_of(SETTINGS).regions
    claims = [claim for article in articles() for claim in understand(article.read(), table).claims]
    packed = [claim for claim in claims if packable(type(claim))]
    assert [unpack(pack(claim)) for claim in packed] == packed
    assert len({type(claim) for claim in packed}) > 5
    assert not packable(DerivedClaim)


def test_unknown_kind_of_claim_is_refused() -> None:
    squeezing = zlib.compressobj(zdict=_USUAL)
    data = squeezing.compress(msgspec.msgpack.encode(["SystemExit", {}])) + squeezing.flush()
    with pytest.raises(ValueError, match="SystemExit"):
        unpack(data)
    for damaged in (data[:-3], b"", b"other bytes"):
        with pytest.raises(ValueError, match=r"cut off|header"):
            unpack(damaged)
