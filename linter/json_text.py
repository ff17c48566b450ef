"""JSON that is safe to print: nothing in it steers a terminal, and UTF-8 can hold all of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

_ITEM = " " * 4
# Unseen by json.dumps, but a terminal obeys some of them and UTF-8 cannot hold a lone surrogate.
_UNSAFE = re.compile(
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0001\U000e0020-\U000e007f]"
)


def json_text(content: object) -> str:
    """The content as indented JSON with a line feed at its end, Chinese as it is, unsafe characters escaped.

    ``content`` is plain JSON.
    """
    return escaped(_indented(_packed(content))) + "\n"


def json_pieces(
    before: Mapping[str, object], name: str, items: Iterable[object], after: Mapping[str, object]
) -> Iterator[str]:
    """The text of ``json_text({**before, name: [*items], **after})``, an item at a time.

    Neither ``before`` nor ``after`` may be empty.
    """
    yield json_text(before).removesuffix("\n}\n") + f',\n  "{name}": ['
    separator, end = "", "]"
    for item in items:
        yield separator + "\n" + _ITEM + json_text(item).rstrip("\n").replace("\n", "\n" + _ITEM)
        separator, end = ",", "\n  ]"
    yield end + ",\n" + json_text(after).removeprefix("{\n")


def _packed(content: object) -> bytes:
    try:
        return msgspec.json.encode(content)
    except UnicodeEncodeError:  # half a character, which no UTF-8 holds
        return escaped(json.dumps(content, ensure_ascii=False, allow_nan=False)).encode()


def _indented(packed: bytes) -> str:
    try:
        return msgspec.json.format(packed, indent=2).decode()
    except msgspec.DecodeError:  # half a character again
        return json.dumps(json.loads(packed), ensure_ascii=False, indent=2)


def escaped(text: str) -> str:
    """The text of some JSON with unsafe characters escaped."""
    return _UNSAFE.sub(lambda match: json.dumps(match[0])[1:-1], text)
