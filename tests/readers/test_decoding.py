"""Bytes become text, or a reason; never silence."""

from __future__ import annotations

import codecs
import pickle
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.readers import UnreadableError, read_document
from linter.readers.decoding import declared_encoding, decode
from linter.testing import outline

SIMPLIFIED = "云江市职工养老保险单位缴费比例为16%,个人缴费比例为8%。灵活就业人员按20%缴纳,每月基数不低于4000元。\n"
TRADITIONAL = "雲江市職工養老保險單位繳費比例為16%,個人繳費比例為8%。靈活就業人員按20%繳納,每月基數不低於4000元。\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (SIMPLIFIED.encode(), "utf-8"),
        (codecs.BOM_UTF8 + SIMPLIFIED.encode(), "utf-8"),
        (SIMPLIFIED.encode("gb18030"), "gb18030"),
        (SIMPLIFIED.encode("gbk"), "gb18030"),
        (SIMPLIFIED.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be"), "utf-16"),
        (SIMPLIFIED.encode("utf-16-le"), "utf-16"),
        (SIMPLIFIED.encode("utf-32"), "utf-32"),
        (b'<meta charset="gb2312">' + SIMPLIFIED.encode("gb18030"), "gb18030"),
    ],
)
def test_one_text_in_many_encodings(data: bytes, encoding: str) -> None:
    text, found = decode(data)
    assert found == encoding
    assert text.removeprefix('<meta charset="gb2312">') == SIMPLIFIED


def test_traditional_text_in_both_legacy_encodings() -> None:
    assert decode(TRADITIONAL.encode("big5")) == (TRADITIONAL, "big5")
    assert decode(TRADITIONAL.encode("gb18030")) == (TRADITIONAL, "gb18030")


def test_a_wrong_declaration_does_not_win() -> None:
    data = b'<meta charset="gb2312">' + TRADITIONAL.encode("big5")
    assert declared_encoding(data) == "gb18030"
    assert decode(data)[1] == "big5"


def test_short_texts_are_told_apart() -> None:
    assert decode("养老保险".encode("gb18030")) == ("养老保险", "gb18030")
    assert decode("醫療保險".encode("big5")) == ("醫療保險", "big5")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_copies_in_all_encodings_show_the_same(name: str, encoding: str) -> None:
    source = f"# 标题甲\r\n\r\n{SIMPLIFIED}\r\n" if name != "a.html" else f"<h1>标题甲</h1>\r\n<p>{SIMPLIFIED}"
    document = read_document(source.encode(encoding), name)
    original = read_document(source.encode(), name)
    assert document.visible == original.visible
    assert document.source == source
    assert outline(document) == outline(original)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "没有文字"),
        (b" \r\n\t", "没有文字"),
        ("\ufeff \u3000".encode(), "没有文字"),
        (b"%PDF-1.7 abc", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版 Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\x00\xff\x02abc\x00", "空字节"),
        (b"abc\x01\x02\x03def", "控制字符"),
        (SIMPLIFIED.encode()[:-5] + b"\xe5\xbc\n" + SIMPLIFIED.encode(), "字节处"),
        (SIMPLIFIED.encode("utf-16")[:-1], "utf-16"),
        ("été à Genève".encode("latin-1"), "无法识别编码"),
    ],
)
def test_what_is_no_text_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        decode(data)
    assert caught.value.reason.zh == str(caught.value)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
    assert caught.value.reason.en.isascii()


@pytest.mark.parametrize("size", [8, 40, 300, 5000])
def test_random_bytes_are_unreadable(size: int) -> None:
    for seed in range(200):
        with pytest.raises(UnreadableError):
            decode(random.Random(seed).randbytes(size))


@settings(max_examples=200)
@given(st.binary())
def test_bytes_decode_or_say_why(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except UnreadableError:
        return
    assert text.strip()
    assert not text.startswith("\ufeff") or not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE))
    assert encoding in {"utf-8", "gb18030", "big5", "utf-16", "utf-32"}


def test_a_page_of_scripts_shows_no_text() -> None:
    with pytest.raises(UnreadableError, match="可见"):
        read_document(b"<html><script>var a='20%';</script></html>", "a.html")
