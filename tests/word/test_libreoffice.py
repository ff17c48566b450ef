"""LibreOffice opens the files and prints the comments in the margin, beside the words they are about."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from linter import lint_paths
from linter.finding import Suggestion
from linter.readers import read_document
from linter.word import annotated, corrected_docx
from tests.word.test_places import DAY
from tests.word.word_files import finding, marked_spans, visible, without_marks, word_file

WRITER = shutil.which("soffice")
PRINTED = shutil.which("pdftotext")
pytestmark = pytest.mark.skipif(
    WRITER is None or PRINTED is None,
    reason="no LibreOffice or no poppler: apt-get install --no-install-recommends libreoffice-writer poppler-utils",
)
EXAMPLE = Path(__file__).parents[2] / "examples" / "articles" / "staff-questions.docx"
# Where a printed page puts comments: 4 is the margin. Exporting a PDF without a window knows no margin.
MARGIN = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Writer/Print/Content">
<prop oor:name="Note" oor:op="fuse"><value>4</value></prop></item>
</oor:items>
"""
BOX = (
    '<w:pict><v:shape style="width:300pt;height:40pt"><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>框中写【14%】。</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
)
EVERYWHERE = (
    "<w:p><w:r><w:t>正文写【11%】。</w:t></w:r>"
    '<w:ins w:id="7" w:author="甲" w:date="2026-01-01T00:00:00Z"><w:r><w:t>插入写【12%】。</w:t></w:r></w:ins></w:p>'
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='2000'/></w:tblGrid>"
    "<w:tr><w:tc><w:p><w:r><w:t>险种</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>费率</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>养老</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>【13%】</w:t></w:r></w:p></w:tc></w:tr>"
    f"</w:tbl><w:p><w:r><w:t>有框。</w:t>{BOX}</w:r></w:p>"
    '<w:p><w:r><w:t>有注。</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
)
NOTE = '<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>注中写【15%】。</w:t></w:r></w:p></w:footnote>'


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory):
    """The words on the printed pages of files, one string each, blanks left out."""
    home = tmp_path_factory.mktemp("libreoffice")
    (home / "user").mkdir()
    (home / "user" / "registrymodifications.xcu").write_text(MARGIN, encoding="utf-8")
    writer = [WRITER, f"-env:UserInstallation={home.as_uri()}", "--headless", "--print-to-file", "--outdir", home]

    def of(*files: bytes) -> list[str]:
        names = [home / f"{number}.docx" for number in range(len(files))]
        for name, data in zip(names, files, strict=True):
            name.write_bytes(data)
        subprocess.run([*writer, *names], check=True, capture_output=True, timeout=300)
        return [_words(name.with_suffix(".pdf")) for name in names]

    return of


def _words(page: Path) -> str:
    told = subprocess.run([PRINTED, page, "-"], check=True, capture_output=True, timeout=60)
    return "".join(told.stdout.decode("utf-8").split())


def test_comments_and_changes_are_printed_wherever_they_stand(printed) -> None:
    shown = visible(word_file(EVERYWHERE, footnotes=NOTE))
    data = word_file(without_marks(EVERYWHERE), footnotes=without_marks(NOTE))
    document = read_document(data, "a.docx")
    spans = list(marked_spans(shown))
    findings = [finding(span, "8%", message=f"此处写作{span.cut(document.visible)},有误") for span in spans]
    noted, tracked = (
        annotated(data, document, findings, lang="zh", author="factlint", day=DAY, tracked=tracked)
        for tracked in (False, True)
    )
    corrected = corrected_docx(data, document, [Suggestion(span, "8%") for span in spans])
    comments, changes, corrections = printed(noted, tracked, corrected)
    for rate in ("11%", "12%", "13%", "14%", "15%"):
        assert comments.count(f"此处写作{rate},有误") == 1
    assert comments.count("建议改为:8%") == 5
    assert "正文写11%8%。插入写12%8%。" in changes
    for place in ("正文写8%。插入写8%。", "框中写8%。", "注中写8%。"):
        assert place in corrections


def test_the_example_is_printed_with_its_comments(printed) -> None:
    (result,) = lint_paths([EXAMPLE], as_of=date(2026, 11, 21)).documents
    data = EXAMPLE.read_bytes()
    before, page = printed(
        data, annotated(data, result.document, result.findings, lang="zh", author="factlint", day=DAY)
    )
    assert result.findings
    for each in result.findings:
        assert each.code not in before
        assert page.count(each.code) == 1
        assert "".join(each.message.zh.split()) in page
