"""Inputs that invite work out of proportion to their size, as data: a name, the suffix of the file, what makes it."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "speed"))

from corpus import articles

_SENTENCE = "职工养老保险单位缴费比例为16%,个人缴费比例为8%,缴费基数7000元,单位缴1120元,个人缴560元。"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Attack:
    """An input of about any number of bytes."""

    name: str
    suffix: str
    make: Callable[[int], bytes]


def _repeated(piece: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    def make(size: int) -> bytes:
        room = size - len((before + after).encode())
        return (before + piece * (room // len(piece.encode())) + after).encode()

    return make


def _nested(opening: str, closing: str, inside: str = "养老保险16%") -> Callable[[int], bytes]:
    def make(size: int) -> bytes:
        depth = (size - len(inside.encode())) // len((opening + closing).encode())
        return (opening * depth + inside + closing * depth).encode()

    return make


def _numbered(piece: str) -> Callable[[int], bytes]:
    """``piece`` again and again, with the numbers from 0 on where it says ``{}``."""

    def make(size: int) -> bytes:
        length = len(piece.format(12_345).encode())
        return "".join(piece.format(number) for number in range(size // length)).encode()

    return make


@cache
def _prose(size: int) -> tuple[str, ...]:
    """Generated articles, all different, together about so many bytes."""
    taken: list[str] = []
    for text in islice(articles(1), 2_000):
        taken.append(text)
        size -= len(text.encode())
        if size <= 0:
            break
    return tuple(taken)


def _one_section(size: int) -> bytes:
    """One title, then the paragraphs of all articles."""
    bodies = (text.partition("\n# ")[2].partition("\n")[2] for text in _prose(size))
    return ("# 社保缴费说明\n\n" + "\n\n".join(bodies)).encode()


def _many_sections(size: int) -> bytes:
    """Each article under its own title."""
    return "\n\n".join("# " + text.partition("\n# ")[2] for text in _prose(size)).encode()


def _one_line(size: int) -> bytes:
    return _one_section(size).decode().replace("\n", " ").encode()


def _docx(inside: Callable[[int], bytes]) -> Callable[[int], bytes]:
    """A Word file around a body; the size is that of the body, unpacked."""

    def make(size: int) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
            file.writestr(
                "[Content_Types].xml",
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
                'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/'
                'document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.'
                'main+xml"/></Types>',
            )
            file.writestr(
                "_rels/.rels",
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
                'Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
                'Target="word/document.xml"/></Relationships>',
            )
            body = f'<w:document xmlns:w="{_W}"><w:body>'.encode() + inside(size) + b"</w:body></w:document>"
            file.writestr("word/document.xml", body)
        return packed.getvalue()

    return make


def _csv(cell: str) -> Callable[[int], bytes]:
    make = _numbered(cell + "\n")
    return lambda size: b"text\n" + make(size)


_BRACKETS = ("()", "（）", "[]", "【】", "〔〕", "《》", "<>", "{}", "“”", "「」", '""', "**")
_CELL = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
_TEXTS: Mapping[str, Callable[[int], bytes]] = {
    "digits": _repeated("7"),
    "digits and commas": _repeated("123,"),
    "digits and points": _repeated("1."),
    "Chinese numerals": _repeated("九"),
    "Chinese numerals with units": _repeated("九千九百"),
    "percent signs": _repeated("%"),
    "spaces": _repeated(" ", "养老", "保险16%"),
    "line ends": _repeated("\n", "养老", "保险16%"),
    "full stops": _repeated("。"),
    "one term": _repeated("养老保险"),
    "one term, a line each": _repeated("养老保险\n"),
    "one region": _repeated("石家庄市"),
    "one short syllable of regions": _repeated("中山"),
    "one sentence without punctuation": _repeated("职工养老保险单位缴费比例为百分之十六个人缴费比例为百分之八"),
    "one sentence with commas": _repeated("养老保险单位缴费16%,个人缴费8%,"),
    "amounts in one sentence": _repeated("基数7000元,养老保险个人8%(560元),"),
    "relatives in one sentence": _repeated("父母、配偶、子女、"),
    "one paragraph": _repeated(_SENTENCE),
    "one sentence a line": _repeated(_SENTENCE + "\n"),
    "short brackets": _repeated("(养老)"),
    "dates": _repeated("2024年5月1日"),
    "dates with commas": _repeated("2024年5月,"),
    "dates with dots": _repeated("2024.05.01 "),
    "periods": _repeated("2024年1月至2024年12月,"),
    "times": _repeated("12:30-13:30 "),
    "one long equation": _repeated("+1", "1", "=5"),
    "chained equations": _repeated("1+1=2="),
    "equations": _repeated("100×8%=8元,"),
    "equations, all different": _numbered("{0}×8%={0}元,"),
    "amounts, all different": _numbered("缴费基数为{}元,"),
    "rates and shares": _repeated("16%+8%,"),
    "products": _repeated("7000元×8%×12"),
    "phone numbers": _repeated("0311-12345678、"),
    "hotlines": _repeated("拨打12333、"),
    "document numbers": _repeated("人社部发〔2019〕13号、"),
    "law articles": _repeated("《社会保险法》第十条、"),
    "questions": _repeated("养老保险单位缴多少?16%。\n"),
    "enumeration marks": _repeated("(一)养老;"),
    "changes": _repeated("由20%降至16%,"),
    "spans of years": _repeated("满15年以上不满20年,"),
    "numbered lines": _numbered("{}. 养老保险单位缴费16%。\n"),
    "key words of the comments": _repeated("<!-- factlint-disable -->养老16%\n"),
}
_MARKDOWN: Mapping[str, Callable[[int], bytes]] = {
    "headings": _repeated("# 养老保险\n\n"),
    "headings with a line": _numbered("## 养老保险{}\n\n单位16%。\n\n"),
    "headings and titles": _repeated("# 石家庄养老保险\n\n发布时间:2024-05-01\n\n单位16%。\n\n"),
    "headings of six levels": _repeated("".join(f"{'#' * level} 养老{level}\n\n8%\n\n" for level in range(1, 7))),
    "links": _repeated("[养老](http://a.example/1) "),
    "opened links": _repeated("[养老]("),
    "images": _repeated("![养](a)"),
    "emphasis": _repeated("*养_老"),
    "strong": _repeated("**养老**16%"),
    "backticks": _repeated("`" + "``"),
    "nested quotes": lambda size: b">" * (size - 20) + "养老16%".encode(),
    "nested list": lambda size: "".join(" " * (2 * depth) + "- 8%\n" for depth in range(int(size**0.5))).encode(),
    "list items": _repeated("- 养老单位16%\n"),
    "table cells": _repeated("| 16% " * 4 + "|\n", "| 养老 | 医保 | 失业 | 工伤 |\n|---|---|---|---|\n"),
    "one wide table row": lambda size: b"\n".join(b"|" + each * (size // 12) for each in (b"8%|", b"---|", b"8%|")),
    "front matter": _repeated("a: b\n", "---\n", "---\n养老16%\n"),
    "entities": _repeated("&amp;"),
    "comments opened": _repeated("<!--"),
    "tags opened": _repeated("<a "),
    "references": _numbered("[a{}]: http://a.example\n"),
}
_HTML: Mapping[str, Callable[[int], bytes]] = {
    "nested div": _nested("<div>", "</div>"),
    "nested span": _nested("<span>", "</span>"),
    "nested list": _nested("<ul><li>", "</li></ul>"),
    "nested table": _nested("<table><tr><td>", "</td></tr></table>"),
    "nested quotes": _nested("<blockquote>", "</blockquote>"),
    "div opened": _repeated("<div>养"),
    "closing tags": _repeated("</div>养"),
    "paragraphs": _repeated("<p>养老保险单位16%</p>"),
    "headings": _repeated("<h2>养老保险</h2><p>16%</p>"),
    "links": _repeated('<a href="http://a.example/">养老</a>'),
    "teasers": _numbered('<div><a href="/{0}.html">石家庄养老保险{0}</a><span>2024-05-01</span></div>\n'),
    "table cells": _repeated("<tr>" + "<td>8%</td>" * 4 + "</tr>", "<table>", "</table>"),
    "one wide row": _repeated("<td>8%</td>", "<table><tr>", "</tr></table>"),
    "spanning cells": _repeated('<tr><td rowspan="60000" colspan="900">8%</td></tr>', "<table>", "</table>"),
    "attributes": _repeated(" a=b", "<p", ">养老</p>"),
    "entities": _repeated("&#16;&nbsp;&养"),
    "scripts": _repeated("<script>1</script>养"),
    "comments": _repeated("<!-- -->养"),
    "prose": lambda size: b"<html><body>" + _one_section(size).replace(b"\n\n", b"<p>") + b"</body></html>",
}
_WORD: Mapping[str, Callable[[int], bytes]] = {
    "paragraphs": _repeated("<w:p><w:r><w:t>养老保险单位16%</w:t></w:r></w:p>"),
    "runs": _repeated("<w:r><w:t>养8%</w:t></w:r>", "<w:p>", "</w:p>"),
    "one run": _repeated("养老保险16%,", "<w:p><w:r><w:t>", "</w:t></w:r></w:p>"),
    "table cells": _repeated(f"<w:tr>{_CELL.format('8%') * 4}</w:tr>", "<w:tbl>", "</w:tbl>"),
    "nested tables": _nested("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", "<w:p/>"),
}
_DATA: Mapping[str, tuple[str, Callable[[int], bytes]]] = {
    "CSV: rows": (".csv", _csv("养老保险单位{}元")),
    "CSV: quotes": (".csv", _repeated('""', 'text\n"', '"\n')),
    "JSONL: records": (".jsonl", _numbered('{{"id": {}, "text": "养老保险单位16%。"}}\n')),
    "JSONL: nested lists": (".jsonl", lambda size: b'{"text": ' + _nested("[", "]", "1")(size - 10) + b"}"),
    "JSON in one line": (".txt", _repeated('{"养老":"16%"},')),
}
_PROSE = {
    "articles as one section": _one_section,
    "articles as many sections": _many_sections,
    "articles in one line": _one_line,
}

ATTACKS: tuple[Attack, ...] = (
    *(Attack(name, ".md", make) for name, make in _PROSE.items()),
    *(Attack(name, ".txt", make) for name, make in _TEXTS.items()),
    *(Attack(f"nested {pair}", ".txt", _nested(pair[0], pair[1])) for pair in _BRACKETS),
    *(Attack(f"opened {pair[0]}", ".txt", _repeated(pair[0])) for pair in _BRACKETS),
    *(Attack(f"Markdown: {name}", ".md", make) for name, make in _MARKDOWN.items()),
    *(Attack(f"HTML: {name}", ".html", make) for name, make in _HTML.items()),
    *(Attack(f"Word: {name}", ".docx", _docx(make)) for name, make in _WORD.items()),
    *(Attack(name, suffix, make) for name, (suffix, make) in _DATA.items()),
)
