"""Word files put together from elements in any order, some of them broken."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.fuzz.choices import Choices
from linter.finding import Suggestion
from linter.readers import UnreadableError, read_document
from linter.testing.readers import assert_well_read
from linter.text import Span
from linter.word import annotated, corrected_docx
from tests.word.test_places import DAY
from tests.word.word_files import finding, word_file

LARGEST = 160
# New ones go to the end: inputs that are kept count them.
_PIECES = (
    *(
        "<w:p>",
        "</w:p>",
        "<w:r>",
        "</w:r>",
        "<w:t>甲16%</w:t>",
        '<w:t xml:space="preserve"> 乙 </w:t>',
        "<w:tab/>",
        "<w:br/>",
    ),
    *(
        "<w:tbl>",
        "</w:tbl>",
        "<w:tr>",
        "</w:tr>",
        "<w:tc>",
        "</w:tc>",
        "<w:tcPr>",
        "</w:tcPr>",
        '<w:gridSpan w:val="3"/>',
    ),
    *(
        '<w:gridSpan w:val="x"/>',
        '<w:gridSpan w:val="-1"/>',
        "<w:vMerge/>",
        '<w:vMerge w:val="restart"/>',
        "<w:pPr>",
        "</w:pPr>",
    ),
    *(
        '<w:pStyle w:val="Heading1"/>',
        '<w:outlineLvl w:val="99"/>',
        '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>',
    ),
    *(
        '<w:ins w:id="1" w:author="甲">',
        "</w:ins>",
        '<w:del w:id="2" w:author="甲">',
        "</w:del>",
        "<w:delText>删</w:delText>",
    ),
    *(
        "<w:rPr>",
        "</w:rPr>",
        "<w:vanish/>",
        '<w:vertAlign w:val="superscript"/>',
        "<w:strike/>",
        '<w:sym w:font="Wingdings" w:char="F0A3"/>',
    ),
    *(
        '<w:sym w:char="zz"/>',
        "<w:sdt><w:sdtContent>",
        "</w:sdtContent></w:sdt>",
        "<mc:AlternateContent><mc:Choice>",
        "</mc:Choice>",
    ),
    *(
        "<mc:Fallback>",
        "</mc:Fallback></mc:AlternateContent>",
        '<w:fldChar w:fldCharType="begin"/>',
        "<w:instrText>PAGE</w:instrText>",
    ),
    *(
        '<w:fldChar w:fldCharType="separate"/>',
        '<w:fldChar w:fldCharType="end"/>',
        '<w:footnoteReference w:id="1"/>',
        "<m:oMath><m:r><m:t>",
    ),
    *(
        "</m:t></m:r></m:oMath>",
        '<w:hyperlink w:anchor="a">',
        "</w:hyperlink>",
        "&#x4e00;",
        "&amp;",
        "<!-- 注 -->",
        "<![CDATA[丙]]>",
    ),
    *(
        "<w:txbxContent>",
        "</w:txbxContent>",
        "<w:ruby><w:rt>",
        "</w:rt><w:rubyBase>",
        "</w:rubyBase></w:ruby>",
        "<w:noBreakHyphen/>",
    ),
    *(
        "<w:t>\u200b\u202e\ud83d\ude00</w:t>".encode("utf-16", "surrogatepass").decode("utf-16"),
        "<w:cr/>",
        "<w:ptab/>",
        "<w:t/>",
    ),
)
_OPEN = ("", "<w:p><w:r>", "<w:p>", "<w:tbl><w:tr><w:tc><w:p><w:r>")
_CLOSE = ("", "</w:r></w:p>", "</w:p>", "</w:r></w:p></w:tc></w:tr></w:tbl>")


def seeds() -> Iterator[bytes]:
    """Paragraphs, a table, changes, every piece by itself within a run."""
    yield bytes((0, 0, 2, 4, 3, 1))
    yield bytes((0, 8, 10, 12, 0, 2, 4, 3, 1, 13, 11, 9))
    yield bytes((0, 0, 24, 2, 4, 3, 25, 26, 2, 28, 3, 27, 1))
    yield from (bytes((1, 4, number, 5)) for number in range(len(_PIECES)))
    yield from (bytes((2, 2, 4, 3, number, 2, 5, 3)) for number in range(len(_PIECES)))


def one(data: bytes) -> None:
    """Read it; write a comment and a correction into it; read both again."""
    choices = Choices(data)
    frame = choices.number(len(_OPEN))
    parts = [_OPEN[frame]]
    while choices.left:
        parts.append(choices.of(_PIECES))
    body = "".join(parts) + _CLOSE[frame]
    notes = '<w:footnote w:id="1"><w:p><w:r><w:t>注8%</w:t></w:r></w:p></w:footnote>'
    file = word_file(body, footnotes=notes)
    try:
        document = read_document(file, "a.docx")
    except UnreadableError as error:
        assert error.reason.zh
        return
    assert_well_read(document)
    middle = len(document.visible) // 2
    span = Span(middle, min(len(document.visible), middle + 2))
    for tracked in (False, True):
        written = annotated(
            file, document, [finding(span, "改")], lang="zh", author="factlint", day=DAY, tracked=tracked
        )
        read_document(written, "a.docx")
    read_document(corrected_docx(file, document, [Suggestion(span, "改")]), "a.docx")
