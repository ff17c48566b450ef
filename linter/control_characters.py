"""Characters that steer a terminal or reorder a page are shown by name, never passed on."""

from __future__ import annotations

import unicodedata

# A joined emoji is one picture to its reader; its joiner steers nothing.
_HARMLESS = frozenset("\u200d")


def is_control(char: str) -> bool:
    """True for controls, bidi marks, other invisible format characters, line separators and lone surrogates."""
    return unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") and char not in _HARMLESS


def label(char: str) -> str:
    """The code point in the usual notation: U+202E."""
    return f"U+{ord(char):04X}"


def without_controls(text: str) -> str:
    """The text on one line with its control characters made visible: <U+202E>."""
    if text.isprintable():
        return text
    return "".join(_shown(char) if is_control(char) else char for char in text)


def _shown(char: str) -> str:
    return " " if char in "\t\n\r" else f"<{label(char)}>"
