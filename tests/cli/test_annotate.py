"""``factlint annotate``: which files are written, what is said, and how it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from docx import Document as WordDocument

from tests.cli.conftest import CommandLine

WRONG = ("云州基数6400元。", "养老保险:6400元×8%=51.2元。")
RIGHT = ("云州基数6400元。", "养老保险:6400元×8%=512元。")


def save(path: Path, paragraphs: tuple[str, ...]) -> Path:
    word = WordDocument()
    for each in paragraphs:
        word.add_paragraph(each)
    path.parent.mkdir(parents=True, exist_ok=True)
    word.save(path)
    return path


def comments(path: Path) -> list[tuple[str, str]]:
    return [(each.author, each.text) for each in WordDocument(path).comments]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return save(tmp_path / "a.docx", WRONG)


def test_a_finding_becomes_a_comment(factlint: CommandLine, article: Path, tmp_path: Path) -> None:
    before = article.read_bytes()
    done = factlint("annotate", article, "-o", tmp_path / "out" / "b.docx", "--as-of", "2026-11-21")
    assert done.code == 1
    assert done.out == f"{article} → {tmp_path / 'out' / 'b.docx'}:1 条批注;4 个数字,3 个已核对\n"
    ((author, text),) = comments(tmp_path / "out" / "b.docx")
    assert author == "factlint"
    assert text.startswith("算式「6400元×8%」的结果是 512,")
    assert text.endswith("错误 AR101 equation-wrong")
    assert article.read_bytes() == before


def test_in_english_by_another_author(factlint: CommandLine, article: Path, tmp_path: Path) -> None:
    done = factlint("annotate", article, "-o", tmp_path / "b.docx", "--lang", "en", "--author", "编辑部")
    assert ": 1 comment; 4 numbers, 3 checked\n" in done.out
    ((author, text),) = comments(tmp_path / "b.docx")
    assert author == "编辑部"
    assert text.endswith("Error AR101 equation-wrong")


def test_what_check_does_not_report_is_no_comment(factlint: CommandLine, article: Path, tmp_path: Path) -> None:
    done = factlint("annotate", article, "-o", tmp_path / "b.docx", "--ignore", "AR101")
    assert done.code == 0
    assert (tmp_path / "b.docx").read_bytes() == article.read_bytes()
    assert factlint("annotate", article, "-o", tmp_path / "b.docx", "--fail-on", "never").code == 0


def test_a_file_is_written_over_only_when_it_is_named(factlint: CommandLine, article: Path) -> None:
    refused = factlint("annotate", article, "-o", article.parent)
    assert refused.code == 2
    assert "would be written over" in refused.err
    assert comments(article) == []
    assert factlint("annotate", article, "-o", article).code == 1
    assert len(comments(article)) == 1
    assert factlint("annotate", article, "-o", article).code == 1
    assert len(comments(article)) == 2


def test_folders_keep_their_order_and_other_files_are_passed_over(factlint: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    save(folder / "a.docx", RIGHT)
    save(folder / "more" / "a.docx", WRONG)
    (folder / "c.md").write_text("养老保险:6400元×8%=51.2元。", encoding="utf-8")
    for _ in range(2):
        done = factlint("annotate", folder, "-o", folder / "commented")
        assert done.code == 1
        written = sorted(path.relative_to(folder) for path in (folder / "commented").rglob("*.docx"))
        assert written == [Path("commented/a.docx"), Path("commented/more/a.docx")]
        assert len(comments(folder / "commented" / "more" / "a.docx")) == 1
    assert len(done.out.splitlines()) == 2


def test_two_files_of_one_name_do_not_meet(factlint: CommandLine, tmp_path: Path) -> None:
    files = [save(tmp_path / name / "a.docx", WRONG) for name in ("x", "y")]
    done = factlint("annotate", *files, "-o", tmp_path / "out")
    assert done.code == 2
    assert "would be written over" in done.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "output", "reason"),
    [
        ("c.md", "b.docx", "no Word file"),
        ("missing.docx", "b.docx", "No such file"),
        (".", "a.docx", "is no folder"),
        ("empty", "out", "no article"),
        ("a.docx", "c.md/b.docx", "cannot write"),
    ],
)
def test_wrong_use(factlint: CommandLine, article: Path, tmp_path: Path, name: str, output: str, reason: str) -> None:
    (tmp_path / "c.md").write_text("正文。", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    done = factlint("annotate", tmp_path / name, "-o", tmp_path / output)
    assert done.code == 2
    assert reason in done.err


def test_a_folder_without_word_files_is_wrong_use(factlint: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text("正文。\n", encoding="utf-8")
    refused = factlint("annotate", tmp_path / "in", "-o", tmp_path / "out")
    assert refused.code == 2
    assert "no Word file (.docx) in" in refused.err


def test_the_readable_files_are_written_beside_one_that_is_not(factlint: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    save(folder / "a.docx", WRONG)
    (folder / "b.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    done = factlint("annotate", folder, "-o", tmp_path / "out")
    assert done.code == 3
    assert "另存为 .docx" in done.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.docx"]


def test_configuration_and_suppressions_hold(factlint: CommandLine, article: Path, tmp_path: Path) -> None:
    shutil.copy(article, tmp_path / "b.docx")
    (tmp_path / "factlint.toml").write_text(
        'lang = "en"\n[[overrides]]\nfiles = ["b.docx"]\nignore = ["AR101"]\n', "utf-8"
    )
    done = factlint("annotate", article, tmp_path / "b.docx", "-o", tmp_path / "out")
    assert [line.split(": ")[-1].split(";")[0] for line in done.out.splitlines()] == ["1 comment", "0 comments"]
    assert len(comments(tmp_path / "out" / "a.docx")) == 1
    assert comments(tmp_path / "out" / "b.docx") == []


def test_tracked(factlint: CommandLine, tmp_path: Path) -> None:
    article = save(tmp_path / "a.docx", ("全国统一的医保服务热线12333可以咨询异地就医。",))
    factlint("annotate", article, "-o", tmp_path / "b.docx", "--tracked")
    xml = WordDocument(tmp_path / "b.docx").element.xml
    assert ">12333</w:delText>" in xml
    assert ">12393</w:t>" in xml
