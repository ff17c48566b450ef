"""What the styles of a Word file say of its paragraphs."""

from __future__ import annotations

from lxml import etree

from linter.readers.docx_text import W


def heading_levels(styles: etree._Element | None) -> dict[str, int]:
    """Style id → heading level, 0 for the title style. Reads names and outline levels: ids are localised."""
    levels: dict[str, int] = {}
    for style in () if styles is None else styles.iter(f"{W}style"):
        identifier = style.get(f"{W}styleId") or ""
        named = style.find(f"{W}name")
        name = (named.get(f"{W}val") or "").lower() if named is not None else ""
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        if name in ("title", "标题"):
            levels[identifier] = 0
        elif name.startswith("heading ") and name[8:].isdigit():
            levels[identifier] = int(name[8:])
        elif outline is not None and (outline.get(f"{W}val") or "").isdigit():
            levels[identifier] = min(9, int(outline.get(f"{W}val") or 0)) + 1
    return {identifier: level for identifier, level in levels.items() if level <= 9}
