"""The text of one Word paragraph as it prints: tracked deletions, hidden text and field codes are not shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from linter.readers.docx_symbols import symbol

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What a tracked change took away, and the copy of a text box that only old versions of Word show.
_GONE = frozenset({f"{W}del", f"{W}moveFrom", _FALLBACK})
_SKIPPED = _GONE | {f"{W}{name}" for name in ("instrText", "delText", "pPr", "rPr", "tblPr", "rt", "pict")}
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_OFF = frozenset({"0", "false", "off", "none"})
# What a reader looks through: content controls, custom mark-up and tracked insertions.
CONTAINERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look: what ``node`` shows, from its character ``at`` on.

    ``node`` is ``None`` for what stands nowhere: the tab between two cells, the blank between two paragraphs.
    """

    text: str
    node: etree._Element | None
    bold: bool = False
    at: int = 0

    def part(self, start: int, end: int) -> Run:
        """The characters ``start`` to ``end`` of the run."""
        return Run(self.text[start:end], self.node, self.bold, self.at + start)


def runs(paragraph: etree._Element) -> Iterator[Run]:
    """The visible runs of a paragraph, in order; text boxes are left to ``boxes``. A line feed is a line break."""
    # Of each field that is open, whether what it shows has begun; before that stands its code, fields in it included.
    showing: list[bool] = []
    for run in _written(paragraph):
        mark = run.node.get(f"{W}fldCharType") if run.node is not None else None
        if mark == "begin":
            showing.append(False)
        elif mark == "separate" and showing:
            showing[-1] = True
        elif mark == "end" and showing:
            showing.pop()
        elif all(showing):
            yield run


def _written(element: etree._Element) -> Iterator[Run]:
    for child in element:
        tag = child.tag
        if not isinstance(tag, str) or tag in _SKIPPED or tag == f"{W}txbxContent":
            continue
        if tag == f"{W}r":
            if not is_on(child, "vanish"):
                yield from _of_run(child)
        elif tag == f"{_M}f":
            yield Run(_fraction(child), child)
        elif tag == f"{_M}t":
            yield Run(child.text or "", child)
        else:
            yield from _written(child)


def boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The outermost text boxes anchored in a paragraph, each once (fallback copies are left out)."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in _GONE:
            continue
        if element.tag == f"{W}txbxContent":
            yield element
        else:
            stack.extend(reversed(element))


def prints(element: etree._Element) -> bool:
    """False inside what was deleted or moved away, and inside copies for old versions of Word."""
    return next(element.iterancestors(*_GONE), None) is None


def is_on(element: etree._Element, name: str, properties: str = "rPr") -> bool:
    """True when a property that is on or off is set and on."""
    mark = element.find(f"{W}{properties}/{W}{name}")
    return mark is not None and (mark.get(f"{W}val") or "1").lower() not in _OFF


def value_of(element: etree._Element, name: str, properties: str = "pPr") -> str:
    """The value of a property, empty where there is none."""
    mark = element.find(f"{W}{properties}/{W}{name}")
    return (mark.get(f"{W}val") or "") if mark is not None else ""


def _of_run(run: etree._Element) -> Iterator[Run]:
    bold = is_on(run, "b")
    for child in run:
        if child.tag == f"{W}t":
            yield Run(child.text or "", child, bold)
        elif child.tag in _CHARACTERS:
            # A page or column break inside a sentence is no line break.
            layout = child.tag == f"{W}br" and child.get(f"{W}type") in ("page", "column")
            yield Run("" if layout else _CHARACTERS[str(child.tag)], child, bold)
        elif child.tag == f"{W}fldChar":
            yield Run("", child)
        elif child.tag == f"{W}sym":
            yield Run(symbol(child.get(f"{W}font") or "", child.get(f"{W}char") or ""), child, bold)
        elif child.tag == f"{W}ruby":
            yield from (part for base in child.iter(f"{W}rubyBase") for part in runs(base))


def _fraction(element: etree._Element) -> str:
    """A built fraction on one line; parts that compute get brackets."""
    parts = []
    for name in ("num", "den"):
        part = element.find(f"{_M}{name}")
        text = "".join(run.text for run in runs(part)) if part is not None else ""
        parts.append(f"({text})" if any(sign in text for sign in "+-−×÷*/=") else text)
    return "/".join(parts)
