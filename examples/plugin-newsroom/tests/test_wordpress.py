from __future__ import annotations

from pathlib import Path

import pytest

from linter.readers import UnreadableError
from linter.testing import assert_well_read, outline, read

EXPORT = (Path(__file__).parent / "export.xml").read_text(encoding="utf-8")


def test_every_post_is_an_article_with_its_day() -> None:
    document = read(EXPORT, "export.xml")
    assert_well_read(document)
    assert outline(document) == [
        "ARTICLE 居民医保缴费提醒 & 问答 @2026-11-20 meta",
        "H1 居民医保缴费提醒 & 问答",
        "P 请在2025年12月31日前缴费，逾期不再受理。",
        "I1 线上缴费",
        "ARTICLE 算一算 @2025-03-02 meta",
        "H1 算一算",
        "P 养老保险：6400元×8%=51.2元。",
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<rss><channel><title>x</title></channel></rss>", "no post"),
        ("<rss><channel>", "broken XML"),
        ('<!DOCTYPE rss [<!ENTITY a "甲">]><rss><channel><item/></channel></rss>', "a document type is not read"),
    ],
)
def test_what_is_no_export_is_told(text: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read(text, "export.xml")
    assert reason in raised.value.reason.en


def test_cut_anywhere_an_export_is_read_or_refused() -> None:
    for end in range(0, len(EXPORT), 7):
        try:
            assert_well_read(read(EXPORT[:end], "export.xml"))
        except UnreadableError:
            continue
