"""Characters that Word keeps as places in a symbol font, as formulas typed in older versions have them."""

from __future__ import annotations

# Code points in the font Symbol; its digits and most of its signs stand where ASCII has them.
_SYMBOL = {0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD7: "·"}
_AS_ASCII = frozenset(map(ord, "!#%&()+,-./0123456789:;<=>?[]{|}"))
_PRIVATE = range(0xF000, 0xF100)


def symbol(font: str, code: str) -> str:
    """The character at a hexadecimal place of a font; nothing where it is a picture or not known."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if place not in _PRIVATE:
        return chr(place) if 0x20 <= place < 0xD800 else ""
    inside = place - _PRIVATE.start
    if font != "Symbol":
        return ""
    return chr(inside) if inside in _AS_ASCII else _SYMBOL.get(inside, "")
