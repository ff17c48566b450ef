"""The text of one Word paragraph as it prints: tracked deletions, hidden text and field codes are not shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tblPr", "rt", "pict")}
    | {FALLBACK}
)
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look."""

    text: str
    bold: bool = False


def runs(element: etree._Element) -> Iterator[Run]:
    """The visible runs of a paragraph, in order; text boxes are left to ``boxes``. A line feed is a line break."""
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED or tag == f"{W}txbxContent":
            continue
        if tag == f"{W}r":
            if not _is_on(child, "vanish"):
                yield from _of_run(child)
        elif tag == f"{_M}f":
            yield Run(_fraction(child))
        elif tag == f"{_M}t":
            yield Run(child.text or "")
        else:
            yield from runs(child)


def boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The outermost text boxes anchored in a paragraph, each once (fallback copies are left out)."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag == FALLBACK:
            continue
        if element.tag == f"{W}txbxContent":
            yield element
        else:
            stack.extend(reversed(element))


def _of_run(run: etree._Element) -> Iterator[Run]:
    bold = _is_on(run, "b")
    for child in run:
        if child.tag == f"{W}t":
            yield Run(child.text or "", bold)
        elif child.tag in _CHARACTERS:
            # A page or column break inside a sentence is no line break.
            layout = child.tag == f"{W}br" and child.get(f"{W}type") in ("page", "column")
            yield Run("" if layout else _CHARACTERS[str(child.tag)], bold)
        elif child.tag == f"{W}ruby":
            yield from (part for base in child.iter(f"{W}rubyBase") for part in runs(base))


def _is_on(run: etree._Element, name: str) -> bool:
    mark = run.find(f"{W}rPr/{W}{name}")
    return mark is not None and (mark.get(f"{W}val") or "1").lower() not in _OFF


def _fraction(element: etree._Element) -> str:
    """A built fraction on one line; parts that compute get brackets."""
    parts = []
    for name in ("num", "den"):
        part = element.find(f"{_M}{name}")
        text = "".join(run.text for run in runs(part)) if part is not None else ""
        parts.append(f"({text})" if any(sign in text for sign in "+-−×÷*/=") else text)
    return "/".join(parts)
