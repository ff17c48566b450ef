"""Bytes to text: byte order mark, strict UTF-8, the declared charset, then GB18030 against Big5 by their fruits."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Final

from linter.messages import say
from linter.readers.old_word import refuse_old_word
from linter.readers.unreadable import UnreadableError
from reference.vocabulary import load_json

# The longer mark first: UTF-32-LE begins with the mark of UTF-16-LE.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_SIGNATURES: Final = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
)
_CODECS: Final = {"gb18030": ("gb18030",), "big5": ("cp950", "big5hkscs")}
_LABEL = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.I)
_DECLARED_WITHIN = 4096
# A decoding is believed when so many of its non-ASCII characters are ones that people write every day. Real
# articles are above 0.9 in their own encoding and below 0.7 in a wrong one; random bytes stay below 0.4.
_BELIEVED = 0.75
# A declaration tips the scale only between decodings that are about as good.
_DECLARATION_BONUS = 0.1
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_CONTROLS_ALLOWED = 0.01


def decode(data: bytes) -> tuple[str, str]:
    """The text of ``data`` without its byte order mark, and its encoding: utf-8, gb18030, big5, utf-16 or utf-32.

    Raises UnreadableError for empty, binary, damaged or foreign-encoded input.
    """
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise UnreadableError(say("unreadable.empty"))
    _refuse_known_binaries(data)
    text, encoding = _decoded(data)
    if len(_CONTROL.findall(text)) > _CONTROLS_ALLOWED * len(text):
        raise UnreadableError(say("unreadable.control-characters"))
    if not text.strip("\ufeff \t\r\n\x0b\x0c\u3000\xa0"):
        raise UnreadableError(say("unreadable.empty"))
    return text, encoding


def _refuse_known_binaries(data: bytes) -> None:
    refuse_old_word(data)
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(say("unreadable.other-kind-of-file", kind=name))


def _decoded(data: bytes) -> tuple[str, str]:
    for mark, codec, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], codec, encoding), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken_at = error.start
    if b"\x00" in data:
        return _unmarked_utf16(data), "utf-16"
    return _legacy(data, broken_at)


def _strict(data: bytes, codec: str, encoding: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise _broken(encoding, error.start) from None


def _broken(encoding: str, at: int) -> UnreadableError:
    return UnreadableError(say("unreadable.broken-encoding", at=at, encoding=encoding))


def _unmarked_utf16(data: bytes) -> str:
    for codec in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if familiarity(text) >= _BELIEVED:
            return text
    raise UnreadableError(say("unreadable.null-bytes"))


def _legacy(data: bytes, broken_at: int) -> tuple[str, str]:
    """GB18030 or Big5, whichever reads like Chinese; GB18030 decodes most Big5 bytes without an error."""
    declared = declared_encoding(data)
    best: tuple[float, str, str] | None = None
    for encoding, names in _CODECS.items():
        text = next((text for name in names if (text := _try(data, name)) is not None), None)
        if text is None:
            continue
        score = familiarity(text)
        ranked = score + (_DECLARATION_BONUS if encoding == declared else 0.0)
        if score >= _BELIEVED and (best is None or ranked > best[0]):
            best = (ranked, text, encoding)
    if best is not None:
        return best[1], best[2]
    if familiarity(data.decode("utf-8", errors="ignore")) >= _BELIEVED and _mostly_utf8(data):
        raise _broken("utf-8", broken_at)
    raise UnreadableError(say("unreadable.unknown-encoding"))


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _mostly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", errors="replace")
    return text.count("\ufffd") <= max(2, len(text) // 50)


def declared_encoding(data: bytes) -> str | None:
    """What the head of an HTML or XML file calls its encoding: gb18030 (also for GB2312 and GBK) or big5."""
    label = _LABEL.search(data[:_DECLARED_WITHIN])
    name = label.group(1).decode("ascii", "replace").lower() if label else ""
    if name.startswith(("gb", "x-gb", "cp936", "ms936", "euc-cn", "euccn")):
        return "gb18030"
    return "big5" if name.startswith(("big5", "cp950", "x-x-big5")) else None


def familiarity(text: str) -> float:
    """The share of non-ASCII characters of ``text`` that everyday Chinese is written with; 0 when there are none."""
    foreign = [char for char in text if char > "\x7f"]
    if not foreign:
        return 0.0
    everyday, frequent = _everyday(), _frequent()
    known = sum(char in everyday for char in foreign)
    # Wrong decodings hit everyday characters by chance, but hardly ever the few that fill every sentence.
    common = sum(char in frequent for char in foreign)
    return (known / len(foreign)) * min(1.0, 0.5 + 2.5 * common / len(foreign))


@cache
def _everyday() -> frozenset[str]:
    """The first levels of GB 2312 and of Big5, with the punctuation of both."""
    return frozenset(
        [
            *_plane("gb2312", range(0xB0, 0xD8)),
            *_plane("gb2312", range(0xA1, 0xA4)),
            *_plane("cp950", range(0xA4, 0xC7)),
            *_plane("cp950", range(0xA1, 0xA4)),
            *"\xa0·•—–―…“”‘’×÷±°≈≤≥→√\u3000\u200b\ufeff",
        ]
    )


def _plane(codec: str, leads: range) -> list[str]:
    pairs = (bytes((lead, trail)) for lead in leads for trail in range(0x40, 0xFF))
    return [char for pair in pairs if len(char := pair.decode(codec, "ignore")) == 1]


@cache
def _frequent() -> frozenset[str]:
    return frozenset(load_json("frequent_characters.json")["characters"])
