"""What the styles of a Word file say of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from linter.readers.docx_text import W, value_of

_DEEPEST = 9
# Styles build upon each other; a crafted file may let them go round in a circle.
_MOST_BASES = 12


def heading_levels(styles: etree._Element | None) -> dict[str, int]:
    """Style id → heading level, 0 for the title style. Reads names and outline levels: ids are localised.

    A style has the level of the one it is based on when it says none itself.
    """
    found = {} if styles is None else {style.get(f"{W}styleId") or "": style for style in styles.iter(f"{W}style")}
    levels = ((identifier, _inherited(style, found)) for identifier, style in found.items())
    return {identifier: level for identifier, level in levels if level is not None and level <= _DEEPEST}


def _inherited(style: etree._Element, styles: Mapping[str, etree._Element]) -> int | None:
    return next((level for each in _bases(style, styles) if (level := _own(each)) is not None), None)


def _bases(style: etree._Element, styles: Mapping[str, etree._Element]) -> Iterator[etree._Element]:
    following: etree._Element | None = style
    for _ in range(_MOST_BASES):
        if following is None:
            return
        yield following
        base = following.find(f"{W}basedOn")
        following = None if base is None else styles.get(base.get(f"{W}val") or "")


def _own(style: etree._Element) -> int | None:
    """The level a style itself says; one beyond the deepest for text that an outline leaves out."""
    named = style.find(f"{W}name")
    name = (named.get(f"{W}val") or "").lower() if named is not None else ""
    outline = value_of(style, "outlineLvl")
    if name in ("title", "标题"):
        return 0
    if name.startswith("heading ") and name[8:].isdigit():
        return int(name[8:])
    return int(outline) + 1 if outline.isdigit() else None
