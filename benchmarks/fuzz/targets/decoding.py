"""Bytes to text: decoded, or refused with a reason; decoded text is what its encoding says."""

from __future__ import annotations

from collections.abc import Iterator

from linter.readers import UnreadableError
from linter.readers.decoding import decode

LARGEST = 400
_TEXT = "单位养老保险按16%缴纳,基数4900元。"
_CODECS = ("utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


def seeds() -> Iterator[bytes]:
    """A sentence in every encoding, and what is no text."""
    yield from (_TEXT.encode(codec, "ignore") for codec in _CODECS)
    yield b'<meta charset="gbk">' + _TEXT.encode("gb18030")
    yield from (b"%PDF-1.4", b"\xd0\xcf\x11\xe0", b"\x00\x00", b"\xff\xfe\x00\x00", "\ud83d".encode("utf-8", "ignore"))


def one(data: bytes) -> None:
    """The text, encoded again, is the bytes that were given (behind a mark)."""
    try:
        text, encoding = decode(data)
    except UnreadableError as error:
        assert error.reason.zh and error.reason.en
        return
    assert not any("\ud800" <= char <= "\udfff" for char in text)
    if encoding == "utf-8":
        assert data.endswith(text.encode())
