"""What is written into the package: comments beside those that are there, all else as it was."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import pairwise

import pytest
from docx import Document as WordDocument
from lxml import etree

from linter.finding import Finding
from linter.readers import UnreadableError, read_document
from linter.text import Span
from linter.word import annotated, corrected_docx
from tests.word.test_places import DAY
from tests.word.word_files import body, commented_words, finding, part, visible, word_file

PLAIN = "<w:p><w:r><w:t>个人20%。</w:t></w:r></w:p>"
FOUND = finding(Span(2, 5), "8%")


def commented(data: bytes, *findings: Finding, author: str = "factlint") -> bytes:
    document = read_document(data, "a.docx")
    return annotated(data, document, findings or [FOUND], lang="zh", author=author, day=DAY, tracked=True)


def packed(data: bytes) -> dict[str, bytes]:
    """Each part with its header as it lies in the archive, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        starts = [*(info.header_offset for info in infos), archive.start_dir]
        return {info.filename: data[a:b] for info, (a, b) in zip(infos, pairwise(starts), strict=True)}


def replaced(data: bytes, name: str, content: str | bytes | None) -> bytes:
    """The file with another content of a part, or (``None``) without it."""
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(output, "w") as target:
        for info in source.infolist():
            if info.filename != name:
                target.writestr(info, source.read(info))
        if content is not None:
            target.writestr(name, content)
    return output.getvalue()


def made_with_python_docx() -> bytes:
    word = WordDocument()
    word.add_heading("云江参保提醒", 0)
    word.add_paragraph("个人20%。")
    word.core_properties.title = "提醒"
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def test_parts_that_are_not_concerned_keep_their_bytes_and_their_order() -> None:
    data = made_with_python_docx()
    span = Span(visible(data).index("20%"), visible(data).index("20%") + 3)
    written = commented(data, finding(span))
    before, after = packed(data), packed(written)
    assert list(after) == [*before, "word/comments.xml"]
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels"}
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None


def test_python_docx_reads_the_comments() -> None:
    data = made_with_python_docx()
    span = Span(visible(data).index("20%"), visible(data).index("20%") + 3)
    word = WordDocument(io.BytesIO(commented(data, finding(span), author="编辑部")))
    (comment,) = word.comments
    assert (comment.author, comment.initials) == ("编辑部", "编")
    assert comment.timestamp is not None
    assert comment.timestamp.date() == DAY
    assert comment.text.startswith("与规定不符。")


def test_the_same_input_gives_the_same_bytes() -> None:
    assert commented(word_file(PLAIN)) == commented(word_file(PLAIN))


def test_without_findings_the_file_stays_what_it_is() -> None:
    data = word_file(PLAIN)
    document = read_document(data, "a.docx")
    assert annotated(data, document, [], lang="zh", author="factlint", day=DAY) == data
    assert part(corrected_docx(data, document, []), "word/document.xml") == part(data, "word/document.xml")


def test_comments_that_are_there_stay() -> None:
    mine = '<w:comment w:id="0" w:author="甲"><w:p><w:r><w:t>先前的话</w:t></w:r></w:p></w:comment>'
    marked = (
        '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>个人20%。</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r><w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/></w:p>'
    )
    data = word_file(marked, comments=mine)
    written = commented(data)
    assert visible(data) == "个人20%。"
    assert [words for _, words in commented_words(written)] == ["个人20%8%。", "20%8%"]
    assert mine in part(written, "word/comments.xml")
    assert part(written, "[Content_Types].xml") == part(data, "[Content_Types].xml")
    roots = [part(written, f"word/{name}.xml").encode() for name in ("document", "comments")]
    used = [re.findall(rb'<w:(?:comment|ins|del|bookmarkStart) w:id="([0-9]+)"', root) for root in roots]
    numbers = [number for each in used for number in each]
    assert len(numbers) == len(set(numbers)) == 5


def test_the_number_of_a_comment_that_stands_nowhere_is_not_given_again() -> None:
    lost = '<w:comment w:id="2" w:author="甲"><w:p/></w:comment>'
    written = part(commented(word_file(PLAIN, comments=lost)), "word/comments.xml")
    assert written.count('w:id="2"') == 1


def test_a_part_of_comments_without_any_is_extended() -> None:
    data = word_file(PLAIN, comments="")
    short = part(data, "word/comments.xml").replace("></w:comments>", "/>")
    assert len(commented_words(commented(replaced(data, "word/comments.xml", short)))) == 1


def test_a_file_that_calls_its_parts_otherwise() -> None:
    data = word_file(PLAIN)
    links = part(data, "_rels/.rels").replace("word/document.xml", "word/document2.xml")
    types = part(data, "[Content_Types].xml").replace("word/document.xml", "word/document2.xml")
    text = re.sub(r"\bw:", "ns0:", part(data, "word/document.xml")).replace("xmlns:w=", "xmlns:ns0=")
    for name, content in (("_rels/.rels", links), ("[Content_Types].xml", types), ("word/document.xml", None)):
        data = replaced(data, name, content)
    data = replaced(replaced(data, "word/_rels/document.xml.rels", None), "word/document2.xml", "\ufeff" + text)
    written = commented(data)
    assert visible(written) == "个人8%。"
    root = etree.fromstring(part(written, "word/document2.xml").encode())
    assert len(root.findall(".//{*}commentRangeStart")) == 1
    assert "comments.xml" in part(written, "word/_rels/document2.xml.rels")


def test_hostile_words_are_words() -> None:
    told = "<script>alert(1)</script> \x00\x1b[31m\u202e反 \ud800\ufffe ]]> &amp;"
    written = commented(word_file(PLAIN), finding(Span(2, 5), told, message=told), author='"><w:p/>\x07')
    ((text, _),) = commented_words(written)
    assert text.startswith("<script>alert(1)</script> <U+0000><U+001B>[31m<U+202E>反 <U+D800> ]]> &amp;\n")
    assert "<script>" not in part(written, "word/comments.xml")
    assert visible(written).startswith("个人<script>alert(1)")
    (comment,) = etree.fromstring(part(written, "word/comments.xml").encode())
    assert '"><w:p/><U+0007>' in comment.values()


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("[Content_Types].xml", None, "Content_Types"),
        ("word/_rels/document.xml.rels", "<Relationships>", "已损坏"),
        ("word/document.xml", "<!DOCTYPE d []>" + part(word_file(PLAIN), "word/document.xml").split("\n")[1], "DTD"),
        (
            "word/document.xml",
            part(word_file(PLAIN), "word/document.xml").replace("UTF-8", "UTF-16").encode("utf-16"),
            "编码",
        ),
    ],
    ids=["no content types", "broken links", "DTD", "UTF-16"],
)
def test_what_cannot_be_written_says_why(name: str, content: str | bytes | None, reason: str) -> None:
    data = replaced(word_file(PLAIN), name, content)
    assert visible(data) == "个人20%。"
    with pytest.raises(UnreadableError, match=reason):
        commented(data)


def test_an_archive_whose_parts_lie_upon_each_other_is_refused() -> None:
    buffer = io.BytesIO(word_file(PLAIN))
    # Two entries of the directory lead to one part: that is how a small file claims to be a huge one.
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("media/a.bin", "甲" * 1000)
        archive.writestr("media/b.bin", "乙")
        archive.getinfo("media/b.bin").header_offset = archive.getinfo("media/a.bin").header_offset
    with pytest.raises(UnreadableError, match="重叠"):
        commented(buffer.getvalue())


def test_many_findings_in_a_long_file() -> None:
    data = word_file(PLAIN * 500)
    starts = [found.start() for found in re.finditer("20%", visible(data))]
    written = commented(data, *(finding(Span(start, start + 3), "8%") for start in starts))
    assert len(commented_words(written)) == 500
    assert body(written).count("<w:del ") == 500
