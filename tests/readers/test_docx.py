"""Word files, made here with python-docx or by hand."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document as WordDocument
from docx.enum.text import WD_BREAK

from linter.readers import UnreadableError, read_document
from linter.readers.docx import read_placed
from linter.testing import assert_well_read, outline, tables
from linter.text import Span

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'

OLD_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def packed(body: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W} {MC} {M}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(inside: str, properties: str = "") -> str:
    return f"<w:tc>{properties}{inside}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def grid(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


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
    table = word.add_table(rows=3, cols=3)
    for line, texts in enumerate((("险种", "单位", "个人"), ("养老", "16%", "8%"), ("工伤", "0.2%", ""))):
        for column, text in enumerate(texts):
            table.cell(line, column).text = text
    table.cell(2, 1).merge(table.cell(2, 2))
    buffer = io.BytesIO()
    word.save(buffer)
    document = read_document(buffer.getvalue(), "提醒.docx")
    assert_well_read(document)
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
    begins = cell(paragraph("养老"), '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>')
    continues = cell("<w:p/>", "<w:tcPr><w:vMerge/></w:tcPr>")
    body = grid(row(begins, cell(paragraph("单位"))), row(continues, cell(paragraph("个人"))))
    assert tables(read_document(packed(body), "a.docx")) == [[["养老", "单位"], ["养老", "个人"]]]


def test_heading_styles_are_known_by_name_not_by_id() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="3"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:styleId="x"><w:name w:val="自定"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:styleId="y"><w:name w:val="栏目"/><w:basedOn w:val="x"/></w:style>'
        '<w:style w:styleId="z"><w:name w:val="正文"/><w:basedOn w:val="y"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'
        '</w:style><w:style w:styleId="o"><w:name w:val="圈"/><w:basedOn w:val="o"/></w:style></w:styles>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in (("3", "甲节"), ("x", "乙节"), ("y", "丙节"), ("z", "照此办理。"), ("o", "圈内。"))
    )
    document = read_document(packed(body + paragraph("正文。"), styles=styles), "a.docx")
    assert outline(document)[2:] == ["H3 乙节", "H3 丙节", "P 照此办理。", "P 圈内。", "P 正文。"]


def test_a_word_file_is_known_by_its_content() -> None:
    assert read_document(packed(paragraph("正文。")), "-").format == "docx"


def test_tracked_changes_are_read_as_accepted() -> None:
    end_deleted = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    deleted_row = row(cell(paragraph("医疗")), cell(paragraph("2%")), properties="<w:trPr><w:del/></w:trPr>")
    deleted_cell = cell(paragraph("旧"), "<w:tcPr><w:cellDel/></w:tcPr>")
    deleted_box = f"<w:pict><w:txbxContent>{paragraph('删去的框')}</w:txbxContent></w:pict>"
    body = (
        f"<w:p>{end_deleted}<w:r><w:t>单位缴</w:t></w:r></w:p><w:p>{end_deleted}<w:r><w:t>16%</w:t></w:r></w:p>"
        f"<w:p><w:moveTo><w:r><w:t>。</w:t></w:r></w:moveTo></w:p><w:p>{end_deleted}<w:r><w:t>表前</w:t></w:r></w:p>"
        + grid(
            row(cell(paragraph("险种")), cell(paragraph("费率")), deleted_cell),
            row(cell(paragraph("养老")), cell(paragraph("8%"))),
            deleted_row,
        )
        + f"<w:p><w:del><w:r>{deleted_box}</w:r></w:del></w:p>"
    )
    document = read_document(packed(body), "a.docx")
    assert document.visible.split("\n") == ["单位缴16%。", "表前", "险种\t费率", "养老\t8%"]


def test_a_table_that_only_lays_out_the_page_is_no_table() -> None:
    inner = grid(
        row(cell(paragraph("险种")), cell(paragraph("费率"))), row(cell(paragraph("养老")), cell(paragraph("8%")))
    )
    heading = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>缴费须知</w:t></w:r></w:p>'
    left, right = cell(heading + paragraph("左栏说明。")), cell(inner + paragraph("右栏说明。"))
    outer = grid(row(left, right), row(cell("<w:p/>"), cell("<w:p/>")))
    boxed = grid(row(cell(paragraph("框里一段话。") + paragraph("框里又一段话。"))))
    document = read_document(packed(outer + boxed), "a.docx")
    assert outline(document)[1:] == [
        "H1 缴费须知",
        "P 左栏说明。",
        "R 险种 | 费率",
        "R 养老 | 8%",
        "P 右栏说明。",
        "P 框里一段话。",
        "P 框里又一段话。",
    ]
    assert tables(document) == [[["险种*", "费率*"], ["养老", "8%"]]]


def test_empty_cells_at_the_end_of_a_row_take_nothing_of_the_next() -> None:
    rows = (row(*(cell(paragraph(text)) for text in texts)) for texts in (("甲", "", ""), ("乙", "1", "2")))
    document = read_document(packed(grid(*rows)), "a.docx")
    assert tables(document) == [[["甲*", "*", "*"], ["乙", "1", "2"]]]


def test_notes_are_read_as_the_text_mentions_them() -> None:
    def note(number: int, text: str) -> str:
        return f'<w:footnote w:id="{number}">{paragraph(text)}</w:footnote>'

    def mark(number: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'

    body = f"<w:p><w:r><w:t>正文。</w:t></w:r>{mark(3)}{mark(1)}<w:del>{mark(2)}</w:del>{mark(3)}</w:p>"
    notes = f"<w:footnotes {W}>{note(1, '注甲')}{note(2, '删去')}{note(3, '注乙')}{note(4, '无人提及')}</w:footnotes>"
    document = read_document(packed(body, footnotes=notes), "a.docx")
    assert document.visible.split("\n") == ["正文。", "注乙", "注甲"]


def test_signs_of_a_symbol_font_are_read() -> None:
    signs = "".join(
        f'<w:sym w:font="{font}" w:char="{char}"/>'
        for font, char in (
            ("Symbol", "F0B4"),
            ("Symbol", "F038"),
            ("Symbol", "F025"),
            ("Wingdings", "F0FE"),
            ("宋体", "00D7"),
        )
    )
    body = f"<w:p><w:r><w:t>6000</w:t>{signs}<w:sym w:font='Symbol' w:char='zz'/></w:r></w:p>"
    assert read_document(packed(body), "a.docx").visible == "6000×8%×"


def field(code: str, shown: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f"{mark('begin')}{code}{mark('separate')}<w:r><w:t>{shown}</w:t></w:r>{mark('end')}"


def test_headers_comments_and_field_codes_are_no_text() -> None:
    code = "<w:r><w:instrText>IF 20%</w:instrText></w:r>"
    noted = (
        '<w:commentRangeStart w:id="0"/><w:r><w:t>。</w:t></w:r><w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )
    parts = {
        "comments": f"<w:comments {W}><w:comment w:id='0'>{paragraph('批注20%')}</w:comment></w:comments>",
        "header1": f"<w:hdr {W}>{paragraph('页眉20%')}</w:hdr>",
    }
    body = f"<w:p>{field(code + field(code, '比较值20%') + code, '见上文')}{noted}</w:p>"
    assert read_document(packed(body, **parts), "a.docx").visible == "见上文。"


def test_a_field_over_several_paragraphs_shows_all_of_them() -> None:
    begun, ended = field("<w:r><w:instrText>TOC</w:instrText></w:r>", "第一章").rsplit("<w:r>", 1)
    body = f"<w:p>{begun}</w:p>{paragraph('第二章')}<w:p><w:r>{ended}<w:r><w:t>正文</w:t></w:r></w:p>"
    assert read_document(packed(body), "a.docx").visible.split("\n") == ["第一章", "第二章", "正文"]


def test_every_character_has_its_place_in_the_xml() -> None:
    body = "<w:p><w:r><w:t> 个\u200b人</w:t><w:tab/><w:t>8%甲乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>" + grid(
        row(cell(paragraph(" 险 种")), cell(paragraph("甲") + paragraph("乙 "))),
        row(cell(paragraph("丙")), cell("<w:p/>")),
    )
    text = read_placed(packed(body))
    visible = text.page.visible
    assert visible == " 个人\t8%甲乙\n丙\n险 种\t甲 乙\n丙"
    placed = ""
    for each in text.places.under(Span(0, len(visible))):
        shown = each.span.cut(visible)
        assert shown == ((each.node.text or "")[each.at : each.at + len(shown)] or "\t")
        placed += shown
    assert placed == " 个人\t8%甲乙丙险 种甲乙丙"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (OLD_CONTAINER + b"WordDocument", "另存为 .docx"),
        (OLD_CONTAINER + "EncryptedPackage".encode("utf-16-le"), "密码"),
    ],
)
def test_files_of_old_word_and_locked_ones_say_what_to_do(data: bytes, reason: str) -> None:
    for name in ("a.docx", "a.doc"):
        with pytest.raises(UnreadableError, match=reason):
            read_document(data, name)


def test_the_strict_format_says_what_to_do() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{strict}"><w:body/></w:document>')
    with pytest.raises(UnreadableError, match="Strict"):
        read_document(buffer.getvalue(), "a.docx")


def test_the_package_says_which_part_is_the_text() -> None:
    buffer = io.BytesIO()
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/main2.xml", f"<w:document {W}><w:body>{paragraph('正文。')}</w:body></w:document>")
        archive.writestr("_rels/.rels", f'<r><Relationship Type="{office}" Target="/word/main2.xml"/></r>')
    assert read_document(buffer.getvalue(), "-").visible == "正文。"


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


def test_a_row_without_text_keeps_its_place_in_the_table_alone() -> None:
    blank = row(cell("<w:p/>"), cell("<w:p/>"))
    filled = row(cell(paragraph("养老")), cell(paragraph("8%")))
    document = read_document(packed(paragraph("正文。") + grid(blank, filled)), "a.docx")
    assert outline(document) == ["ARTICLE -", "P 正文。", "R 养老 | 8%"]
    assert tables(document) == [[["*", "*"], ["养老", "8%"]]]


def test_rows_inside_a_control_and_words_under_ruby_are_read() -> None:
    above, base = ("<w:r><w:t>yǎng</w:t></w:r>", "<w:r><w:t>养</w:t></w:r>")
    ruby = f"<w:ruby><w:rt>{above}</w:rt><w:rubyBase>{base}</w:rubyBase></w:ruby>"
    rows = (
        row(cell(f"<w:p><w:r>{ruby}</w:r></w:p>"), cell(paragraph("8%"))),
        row(cell(paragraph("医疗")), cell(paragraph("2%"))),
    )
    held = f"<w:sdt><w:sdtContent>{rows[1]}</w:sdtContent></w:sdt>"
    document = read_document(packed(grid(rows[0], held)), "a.docx")
    assert tables(document) == [[["养", "8%"], ["医疗", "2%"]]]


def test_a_package_without_a_text_says_so() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("_rels/.rels", "<Relationships/>")
    with pytest.raises(UnreadableError, match=r"word/document\.xml"):
        read_document(buffer.getvalue(), "a.docx")
