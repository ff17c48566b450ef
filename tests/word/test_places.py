"""Comments stand at the characters they are about, and nothing else moves."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from linter.readers import read_document
from linter.word import annotated
from tests.word.word_files import body, commented_words, finding, marked_spans, visible, without_marks, word_file

CASES = yaml.safe_load(Path(__file__).with_name("places.yml").read_text("utf-8"))
DAY = date(2026, 11, 21)


def parts_of(case: dict[str, str]) -> dict[str, str]:
    return {name: case[name] for name in ("footnotes", "endnotes") if name in case}


@pytest.mark.parametrize("name", CASES)
def test_comments_stand_at_the_words(name: str) -> None:
    case = CASES[name]
    parts = parts_of(case)
    shown = visible(word_file(case["body"], **parts))
    data = word_file(without_marks(case["body"]), **{name: without_marks(inside) for name, inside in parts.items()})
    findings = [finding(span) for span in marked_spans(shown)]
    assert findings
    written = annotated(data, read_document(data, "a.docx"), findings, lang="zh", author="factlint", day=DAY)
    assert visible(written) == without_marks(shown)
    assert len(commented_words(written)) == len(findings)
    if "becomes" in case:
        assert shown_marks(body(written)) == case["becomes"]
    else:
        assert [words for _, words in commented_words(written)] == case["words"]


def shown_marks(xml: str) -> str:
    """The XML with ⟦⟧ for the marks of comments; a number that stands twice in the cases reads NEW when it is new."""
    xml = re.sub(r'<w:commentRangeStart w:id="[0-9]+"/>', "⟦", xml)
    xml = re.sub(r'<w:commentRangeEnd w:id="([0-9]+)"/><w:r><w:commentReference w:id="\1"/></w:r>', "⟧", xml)
    return re.sub(r'(rPrChange w:id=)"[1-9]"', r'\1"NEW"', xml)
