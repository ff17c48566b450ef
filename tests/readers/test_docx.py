"""Word files, made here with python-docx or by hand."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document as WordDocument
from docx.enum.text import WD_BREAK

from linter.readers import UnreadableError, read_document
from linter.text import Span
from tests.readers.outline import assert_consistent, outline, tables

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def packed(body: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W} {MC} {M}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_word_document_keeps_its_structure() -> None:
    word = WordDocument()
    word.add_heading("云江缴费提醒", 0)
    word.add_paragraph("发布日期：2025年3月18日")
    word.add_heading("申报口径", 1)
    split = word.add_paragraph("基数按20")
    split.add_run("24年").bold = True
    split.add_run("的工资。")
    word.add_paragraph("年终奖也要算。", style="List Bullet")
    bold = word.add_paragraph()
    bold.add_run("小标题").bold = True
    word.add_paragraph("一、缴费")
    broken = word.add_paragraph("甲行")
    broken.add_run().add_break()
    broken.add_run("乙行。").add_break(WD_BREAK.PAGE)
    grid = word.add_table(rows=3, cols=3)
    for row, texts in enumerate((("险种", "单位", "个人"), ("养老", "16%", "8%"), ("工伤", "0.2%", ""))):
        for column, text in enumerate(texts):
            grid.cell(row, column).text = text
    grid.cell(2, 1).merge(grid.cell(2, 2))
    buffer = io.BytesIO()
    word.save(buffer)
    document = read_document(buffer.getvalue(), "提醒.docx")
    assert_consistent(document)
    assert document.format == "docx"
    assert document.title == "云江缴费提醒"
    assert outline(document) == [
        "ARTICLE 云江缴费提醒 @2025-03-18 byline",
        "H1 云江缴费提醒",
        "P 发布日期：2025年3月18日",
        "H2 申报口径",
        "P 基数按2024年的工资。",
        "I1 年终奖也要算。",
        "H4 小标题",
        "H3 一、缴费",
        "P 甲行",
        "P 乙行。",
        "R 险种 | 单位 | 个人",
        "R 养老 | 16% | 8%",
        "R 工伤 | 0.2%",
    ]
    assert tables(document) == [[["险种*", "单位*", "个人*"], ["养老", "16%", "8%"], ["工伤", "0.2%", "0.2%"]]]
    assert document.source == document.visible
    assert document.source_map.to_source(Span(3, 5)) == Span(3, 5)


def test_what_does_not_print_is_not_read() -> None:
    body = (
        "<w:p><w:r><w:t>单位缴</w:t></w:r><w:del><w:r><w:delText>20%</w:delText><w:t>20%</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>16%</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>20%</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>20%</w:t></w:r><w:r><w:instrText>PAGE 20%</w:instrText></w:r>"
        "<w:hyperlink><w:r><w:t>,见\u200b文件</w:t></w:r></w:hyperlink><w:r><w:noBreakHyphen/><w:t>甲</w:t></w:r></w:p>"
    )
    assert read_document(packed(body), "a.docx").visible == "单位缴16%,见文件-甲"


def test_text_boxes_notes_controls_and_formulas_are_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('框中字')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        f"<w:sdt><w:sdtContent>{paragraph('控件字')}</w:sdtContent></w:sdt>"
        "<w:p><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>12</m:t></m:r></m:den></m:f>"
        "<m:r><m:t>=3</m:t></m:r></m:oMath><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    )
    rule = f'<w:footnote w:type="separator" w:id="0">{paragraph("线")}</w:footnote>'
    notes = f"<w:footnotes {W}>{rule}<w:footnote w:id='2'>{paragraph('注一')}</w:footnote></w:footnotes>"
    document = read_document(packed(body, footnotes=notes), "a.docx")
    assert document.visible.split("\n") == ["正文。", "框中字", "控件字", "(a+b)/12=3", "注一"]


def test_vertically_merged_cells_repeat() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"

    begins = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("养老")
    continues = "<w:tcPr><w:vMerge/></w:tcPr><w:p/>"
    body = f"<w:tbl>{row(begins, paragraph('单位'))}{row(continues, paragraph('个人'))}</w:tbl>"
    assert tables(read_document(packed(body), "a.docx")) == [[["养老", "单位"], ["养老", "个人"]]]


def test_heading_styles_are_known_by_name_not_by_id() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="3"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="x"><w:name w:val="自定"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in (("3", "甲节"), ("x", "乙节"))
    )
    document = read_document(packed(body + paragraph("正文。"), styles=styles), "a.docx")
    assert outline(document)[2:] == ["H3 乙节", "P 正文。"]


def test_a_word_file_is_known_by_its_content() -> None:
    assert read_document(packed(paragraph("正文。")), "-").format == "docx"


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 cut off",
        "不是压缩文件。".encode(),
        packed(paragraph("甲" * 9000))[:-200],
        packed("<w:p><unclosed></w:p>"),
        packed("<w:p/>"),
        packed("甲" * 60_000_000),
        b"",
    ],
    ids=["cut off", "text", "shortened", "bad xml", "empty", "bomb", "nothing"],
)
def test_broken_word_files_say_why(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_document(data, "a.docx")


def test_entities_are_not_expanded() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml",
            '<!DOCTYPE d [<!ENTITY a "甲甲"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
            f"<w:document {W}><w:body><w:p><w:r><w:t>正文&a;&f;。</w:t></w:r></w:p></w:body></w:document>",
        )
    assert "甲甲" not in read_document(buffer.getvalue(), "a.docx").visible
