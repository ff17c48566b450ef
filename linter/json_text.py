"""JSON that is safe to print: nothing in it steers a terminal, and UTF-8 can hold all of it."""

from __future__ import annotations

import json
import re

from reference.plain_json import Json

# Unseen by json.dumps, but a terminal obeys some of them and UTF-8 cannot hold a lone surrogate.
_UNSAFE = re.compile("[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def json_text(content: Json) -> str:
    """The content as indented JSON with a line feed at its end, Chinese as it is, unsafe characters escaped."""
    text = json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"
