"""One form for every character that writers type in several: 1:1, so that every offset stays true.

What is mapped, and to what:

- full-width ASCII (０ Ａ ％ （ ） ， ； ： ！ ？ ＋ － ＝ ～ ｜ …), small forms (﹐ ﹙ ﹪ …) and mathematical
  digits (𝟏): their ASCII character; ￥ and ﹩ to ¥ and $
- hyphens, minus signs and the en dash (‐ ‑ ‒ – − ﹣ －): ``-``; em dash, horizontal bar and the lines
  people draw instead (— ― ─ ━ ⸺): ``—``; wave dashes (～ 〜 ∼): ``~``
- multiplication (✕ ✖ ╳ ⨯ ☓): ``×``; ratio signs (∶): ``:``; slashes (⁄ ∕): ``/``
- blanks that are no line break or tab (no-break space, ideographic space, thin spaces …): a space
- corner brackets 「」『』: “”‘’; ﹝﹞ to 〔〕; the guillemets «» to 《》; ○ between Chinese numerals: 〇
- Kangxi radicals and compatibility ideographs (⽉ ⼈ …), which PDF copies contain: the plain ideograph
- 帐 to 账, as writers use both for the account (帐户); traditional characters with one simplified meaning: that one

Chinese stops and quotes 。、《》“”‘’【】〔〕 and the ellipsis stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from reference.vocabulary import load_json

_PAIRS = {
    "-": "‐‑‒–−",
    "—": "―─━⸺",
    "~": "〜∼˜",
    "×": "✕✖╳⨯☓",
    ":": "∶",
    "/": "⁄∕",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "“": "「",
    "”": "」",
    "‘": "『",
    "’": "』",
    "《": "«",
    "》": "»",
    "〔": "﹝",
    "〕": "﹞",
    "¥": "￥",
    "账": "帐帳",
}
# Blocks where NFKC turns one character into one: small forms, full-width ASCII, mathematical digits, radicals.
_COMPATIBLE = (
    range(0x2E80, 0x2FD6),
    range(0xF900, 0xFB00),
    range(0xFE50, 0xFE70),
    range(0xFF01, 0xFF5F),
    range(0x1D7CE, 0x1D800),
)
_ROUND_ZERO = re.compile("(?<=[一二三四五六七八九十〇○])○|○(?=[一二三四五六七八九〇])")


def normalise(text: str) -> str:
    """``text`` with every character in its one form; as long as ``text``, character for character."""
    plain = text.translate(_table())
    return _ROUND_ZERO.sub("〇", plain) if "○" in plain else plain


@cache
def _table() -> Mapping[int, str]:
    table = {ord(variant): form for form, variants in _PAIRS.items() for variant in variants}
    for code in (code for block in _COMPATIBLE for code in block):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table.setdefault(code, plain)
    forms: Mapping[str, str] = load_json("traditional.json")["map"]
    simplified = {ord(old): new for new, olds in forms.items() for old in olds}
    return simplified | {code: simplified.get(ord(form), form) for code, form in table.items()}
