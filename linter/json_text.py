"""JSON that is safe to print: nothing in it steers a terminal, and UTF-8 can hold all of it."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

# Unseen by json.dumps, but a terminal obeys some of them and UTF-8 cannot hold a lone surrogate.
_UNSAFE = re.compile("[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def json_text(content: object) -> str:
    """The content as indented JSON with a line feed at its end, Chinese as it is, unsafe characters escaped.

    ``content`` is plain JSON, parts of which may be of ``packed_json`` already.
    """
    return _escaped(_indented(packed_json(content))) + "\n"


def packed_json(content: object) -> msgspec.Raw:
    """The content as JSON without blanks: small to hold until the rest of a report is there."""
    try:
        return msgspec.Raw(msgspec.json.encode(content))
    except UnicodeEncodeError:  # half a character, which no UTF-8 holds
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_unpacked)
        return msgspec.Raw(_escaped(text).encode())


def _indented(packed: msgspec.Raw) -> str:
    try:
        return msgspec.json.format(packed, indent=2).decode()
    except msgspec.DecodeError:  # half a character again
        return json.dumps(_unpacked(packed), ensure_ascii=False, indent=2)


def _unpacked(packed: msgspec.Raw) -> Any:
    return json.loads(bytes(packed))


def _escaped(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
