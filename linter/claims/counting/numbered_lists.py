"""Items with labels that count up: 一是…,二是… in a text, 1) 2) 3) at the start of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linter.claims.context.reading import Reading
from linter.document import Block, BlockKind, Section
from linter.text import Span

DIGITS = "一二三四五六七八九"
# 方法1 · 步骤二: · 其三, · 第四步 · 1) · (2) · ③ · c. at the start of a line
_LABELLED = re.compile(
    '\\s*[-*·•▶◆"“*]*\\s*(?:'
    "(?P<word>其|第|方法|方式|办法|渠道|途径|步骤|情形|情况|条件|类型|招|误区|要点|原因|好处)\\s*(?P<n>[0-9]{1,2}|[一二三四五六七八九])"
    "(?=[\\s、.):,是]|步|种|类|个|招|点|条)"
    "|[(\\[]?(?P<m>[0-9]{1,2}|[一二三四五六七八九]|十[一二三四五六七八九]?)(?P<mark>[)\\]、.]|问)(?:(?<=[)\\]])|(?![0-9]))"
    "|(?P<c>[①-⑳])|(?P<l>[a-i])[.)、])"
)
# 一是线上,二是电话 · 第一,… · 其一,…
_TOLD_OFF = re.compile(
    f"(?:^|[,;。:*\\s])(?P<label>(?P<first>[第其]?)(?P<n>[{DIGITS}])(?P<last>(?<![第其].)是|(?<=[第其].)(?=[,:、是]|[步种类条点档项])))"
    "|(?P<circled>[①-⑳])",
    re.MULTILINE,
)
_BEFORE_FIRST = re.compile("(?:[^,;。:0-9]{0,14}[:,。])?[*\\s]*")
_CIRCLED, _LETTERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", "abcdefghi"


def told_off(reading: Reading, section: Section, stated: Span) -> Sequence[Span]:
    """一是…,二是…,三是…, or ①…②…: the labels that follow the count, from the first on, up to the next heading."""
    headings = (block.span.start for block in section.blocks if block.kind is BlockKind.HEADING)
    end = min((start for start in headings if start > stated.start), default=section.span.end)
    found: list[Span] = []
    style = ""
    for label in _TOLD_OFF.finditer(reading.text, stated.end, end):
        circled = label["circled"]
        number = _CIRCLED.index(circled) + 1 if circled else DIGITS.index(label["n"]) + 1
        kind = "circled" if circled else label["first"] or label["last"]
        if number == 1 and found:
            break
        if number == len(found) + 1 and style in ("", kind):
            style = kind
            found.append(Span(*label.span("circled" if circled else "label")))
    begun = found and _BEFORE_FIRST.fullmatch(reading.text, stated.end, found[0].start)
    return found if begun else ()


def is_labelled(reading: Reading, block: Block) -> bool:
    """True for a line that begins with the label of a list."""
    return _LABELLED.match(reading.text, block.span.start, block.span.end) is not None


def label_of(reading: Reading, block: Block) -> tuple[int, str] | None:
    """Which of its list a line says it is, and the kind of label it says it with."""
    found = _LABELLED.match(reading.text, block.span.start, block.span.end)
    return None if found is None else _label(found)


def unless_misnumbered(reading: Reading, items: Sequence[Span]) -> Sequence[Span]:
    """The items, unless their own numbers do not count up from one: then a line is lost or belongs elsewhere."""
    labels = [_LABELLED.match(reading.text, item.start, item.end) for item in items]
    numbers = [_label(label)[0] for label in labels if label is not None]
    return items if numbers in ([], list(range(1, len(items) + 1))) else ()


def labelled(reading: Reading, below: Sequence[Block]) -> Sequence[Span]:
    """The lines with labels of one kind that count up from the first, until another heading or another list."""
    found: list[Span] = []
    kind = ""
    for block in below:
        label = _LABELLED.match(reading.text, block.span.start, block.span.end)
        heading = block.kind is BlockKind.HEADING
        if label is None and (heading or not found):
            break
        if label is None:
            continue
        number, style = _label(label)
        if number != len(found) + 1 or (found and style != kind):
            if heading:
                break
            return ()
        kind = style
        found.append(block.span)
    return found


def _label(match: re.Match[str]) -> tuple[int, str]:
    """Which of its list a line is, and the kind of label it has."""
    for group, digits in (("c", _CIRCLED), ("l", _LETTERS)):
        if match[group]:
            return digits.index(match[group]) + 1, group
    number = match["n"] or match["m"]
    value = int(number) if number.isascii() else sum((DIGITS + "十").index(digit) + 1 for digit in number)
    return value, match["word"] or f"{match['mark']}{'9' if number.isascii() else '九'}"
