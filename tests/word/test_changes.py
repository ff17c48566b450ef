"""Suggestions as tracked changes, and put in place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.document import Document
from linter.finding import Suggestion
from linter.readers import read_document
from linter.text import Span
from linter.word import annotated, corrected_docx
from tests.word.test_places import DAY
from tests.word.word_files import (
    body,
    commented_words,
    finding,
    marked_spans,
    part,
    visible,
    without_marks,
    word_file,
)

CASES = yaml.safe_load(Path(__file__).with_name("changes.yml").read_text("utf-8"))


def read(case: dict[str, Any]) -> tuple[bytes, Document, list[Span]]:
    # Marks in a comment of the XML or beside one move nothing: the visible text with them is the marked one.
    shown = re.sub("<!--.*?-->", "", case["body"])
    data = word_file(without_marks(case["body"]))
    return data, read_document(data, "a.docx"), list(marked_spans(visible(word_file(shown))))


@pytest.mark.parametrize("name", CASES)
def test_tracked_changes(name: str) -> None:
    case = CASES[name]
    data, document, spans = read(case)
    findings = [finding(span, case["to"]) for span in spans]
    written = annotated(data, document, findings, lang="zh", author="factlint", day=DAY, tracked=True)
    assert len(commented_words(written)) == len(findings) > 0
    if case.get("left"):
        assert visible(written) == document.visible
        assert "<w:del " not in body(written)
        return
    assert visible(written) == with_replacements(document, spans, case["to"])
    assert shown_changes(body(written)) == case["tracked"]


@pytest.mark.parametrize("name", CASES)
def test_corrections(name: str) -> None:
    case = CASES[name]
    data, document, spans = read(case)
    written = corrected_docx(data, document, [Suggestion(span, case["to"]) for span in spans])
    assert body(written) == (body(data) if case.get("left") else case["corrected"])


def with_replacements(document: Document, spans: list[Span], text: str) -> str:
    shown = document.visible
    for span in reversed(spans):
        shown = shown[: span.start] + text + shown[span.end :]
    return shown.rstrip(" ")


def shown_changes(xml: str) -> str:
    xml = re.sub(r"<w:comment[^>]*/>", "", xml).replace("<w:r></w:r>", "")
    for tag, sign in (("del", "-"), ("ins", "+")):
        xml = re.sub(f'<w:{tag} [^>]*w:author="factlint"[^>]*>(.*?)</w:{tag}>', rf"[{sign}\1{sign}]", xml)
    return xml


def test_of_suggestions_that_overlap_the_first_wins() -> None:
    data = word_file("<w:p><w:r><w:t>个人缴纳20%左右</w:t></w:r></w:p>")
    document = read_document(data, "a.docx")
    overlapping = [Suggestion(Span(4, 9), "一成"), Suggestion(Span(2, 7), "缴8%"), Suggestion(Span(2, 7), "缴8%")]
    assert visible(corrected_docx(data, document, overlapping)) == "个人缴8%左右"
    findings = [finding(each.span, each.replacement) for each in overlapping]
    written = annotated(data, document, findings, lang="zh", author="factlint", day=DAY, tracked=True)
    assert visible(written) == "个人缴8%左右"
    assert [words for _, words in commented_words(written)] == ["缴纳20%缴8%左右", "缴纳20%缴8%", "缴纳20%缴8%"]


def test_a_footnote_is_changed_where_it_stands() -> None:
    data = word_file(
        '<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/></w:r></w:p>',
        footnotes='<w:footnote w:id="2"><w:p><w:r><w:t>个人20%。</w:t></w:r></w:p></w:footnote>',
    )
    document = read_document(data, "a.docx")
    span = Span(document.visible.index("20%"), document.visible.index("20%") + 3)
    written = annotated(data, document, [finding(span, "8%")], lang="zh", author="factlint", day=DAY, tracked=True)
    assert "个人8%。" in visible(written)
    assert "<w:delText" in part(written, "word/footnotes.xml")
    assert "commentReference" not in part(written, "word/footnotes.xml")
    assert "commentReference" in body(written)


def test_another_file_is_refused() -> None:
    data, other = (word_file(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>") for text in ("甲8%", "乙8%"))
    with pytest.raises(ValueError, match="another file"):
        corrected_docx(data, read_document(other, "b.docx"), [])
