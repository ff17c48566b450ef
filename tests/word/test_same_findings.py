"""Comments are the findings of ``factlint check``, at the same words: over every example, as a Word file."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from docx import Document as WordDocument

from linter.cli.main import main
from linter.readers import read_document
from tests.word.word_files import commented_words, part

ARTICLES = sorted((Path(__file__).parents[2] / "examples" / "articles").iterdir())
DAY = ("--as-of", "2026-11-21", "--profile", "publish")


def as_word(path: Path) -> bytes:
    """The example itself, or its visible lines as paragraphs."""
    if path.suffix == ".docx":
        return path.read_bytes()
    word = WordDocument()
    for line in read_document(path.read_bytes(), path.name).visible.split("\n"):
        word.add_paragraph(line)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_comments_are_the_findings_of_check(
    path: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.docx").write_bytes(as_word(path))
    with pytest.raises(SystemExit) as checked:
        main(["check", "a.docx", "--no-cache", "--format", "json", *DAY])
    found = json.loads(capfd.readouterr().out)["documents"][0]["findings"]
    with pytest.raises(SystemExit) as annotated:
        main(["annotate", "a.docx", "-o", "b.docx", *DAY])
    assert annotated.value.code == checked.value.code
    written = Path("b.docx").read_bytes()
    assert bool(found) == ("commentReference" in part(written, "word/document.xml"))
    comments = [(words, text.split("\n")) for text, words in commented_words(written)] if found else []
    told = [(words, lines[0], lines[-1].split()[1]) for words, lines in comments]
    expected = [(each["quote"].replace("\t", ""), each["message"], each["code"]) for each in found]
    assert sorted(told) == sorted(expected)
