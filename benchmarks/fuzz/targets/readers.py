"""An article file of any format: read or refused, and every visible character knows its place in the source."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.fuzz.choices import Choices
from linter.readers import UnreadableError, read_document
from linter.testing.readers import assert_well_read
from tests.word.word_files import word_file

LARGEST = 1200
_NAMES = ("a.md", "a.html", "a.txt", "-", "2025/0713/a.htm", "a.docx")
_SOURCES = (
    "---\ntitle: 甲\ndate: 2025-07-01\n---\n# 题\n\n- 甲&nbsp;16%\n\n"
    "| 甲 | 乙 |\n|---|---|\n| 1 | \\| |\n\n```\n码\n```\n",
    "<html><head><title>题_站</title><meta property='article:published_time' content='2025-07-01'></head><body><h1>题"
    "</h1><p>甲<b>1</b>6%&nbsp;&#x4e00;<br>乙<!-- 注 -->"
    "<table><tr><th rowspan=2>险<td colspan=2>8%</table><ul><li>丙</ul>"
    "<script>x</script><aside><h3>相关推荐</h3><a href=b>丁</a></aside>",
    "题\n2025年7月1日 来源:某报\n\n一、甲\n16%\t8%\n养老\t1600\n\n相关推荐\n\n乙……\n$\\frac{甲}{2}\\times 3$\r\n丙",
    "> 引 **粗** `码` [文](b) ![图](c) <b>x</b> \\* &lt;\n\n1. 一\n   - 二\n\n***\n题\n===\n",
)


def seeds() -> Iterator[bytes]:
    """Every source under every name."""
    for number in range(len(_NAMES)):
        yield from (bytes((number,)) + source.encode() for source in _SOURCES)
    yield b"\0---\ntitle: !!bool x\n---\n" + "甲".encode()
    yield b"\x05" + word_file("<w:p><w:r><w:t>16%</w:t></w:r></w:p>")


def one(data: bytes) -> None:
    """The first byte chooses the name."""
    choices = Choices(data)
    name, content = choices.of(_NAMES), choices.rest()
    try:
        document = read_document(content, name)
    except UnreadableError as error:
        assert error.reason.zh and error.reason.en
        return
    assert_well_read(document)
    assert document.sections
