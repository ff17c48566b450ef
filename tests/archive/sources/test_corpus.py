"""Everything the command line names, in one order, each document under a name of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from linter.archive.sources.columns import Columns, ColumnsError
from linter.archive.sources.corpus import Corpus
from linter.archive.sources.files import Outlook
from linter.archive.tables import ARTICLES, BATCH
from linter.discover import NothingToCheckError
from tests.archive.sources.written import DEFAULT, drawn, random_text, write


def _many(count: int) -> list[dict[str, str]]:
    return [{"id": f"n{number}", "text": f"{number}。单位养老保险按16%缴纳。"} for number in range(count)]


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.html").write_text("<p>乙</p>", encoding="utf-8")
    (tmp_path / "one.md").write_text("# 甲", encoding="utf-8")
    (tmp_path / ".hidden.md").write_text("# 无", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    write(tmp_path / "part-1.jsonl", _many(3))
    write(tmp_path / "part-2.parquet", _many(2))
    return tmp_path


def test_folders_and_tables_mix(mixed: Path) -> None:
    names = [article["id"] for article in drawn(mixed)]
    two, one = (mixed / "b" / "two.html").as_posix(), (mixed / "one.md").as_posix()
    assert names == [two, one, "n0", "n1", "n2", "n0#2", "n1#2"]


def test_the_order_is_that_of_the_paths_not_of_the_command_line(mixed: Path) -> None:
    paths = [mixed / "part-2.parquet", mixed / "one.md", mixed / "b"]
    assert drawn(*paths) == drawn(*reversed(paths))
    assert drawn(mixed, mixed / "one.md", mixed / "b") == drawn(mixed)


def test_a_file_is_an_article_whatever_it_is_called(tmp_path: Path) -> None:
    path = tmp_path / "article"
    path.write_text("单位16%。", encoding="utf-8")
    (article,) = drawn(path)
    assert (article["path"], article["data"].decode()) == (path.as_posix(), "单位16%。")


def test_batches_are_small_in_rows_and_in_bytes(tmp_path: Path, monkeypatch) -> None:
    path = write(tmp_path / "a.jsonl", _many(150))
    batches = list(Corpus((path,), DEFAULT).draw())
    assert [batch.num_rows for batch in batches] == [BATCH, BATCH, 150 - 2 * BATCH]
    assert all(batch.schema.equals(ARTICLES) for batch in batches)
    monkeypatch.setattr("linter.archive.sources.batches.BATCH_BYTES", 1000)
    assert max(batch.num_rows for batch in Corpus((path,), DEFAULT).draw()) < 40


def test_what_is_known_in_advance(mixed: Path) -> None:
    size = sum((mixed / name).stat().st_size for name in ("one.md", "b/two.html", "part-2.parquet"))
    known = Corpus((mixed / "one.md", mixed / "b", mixed / "part-2.parquet"), DEFAULT).outlook()
    assert known == Outlook(size, 4)
    lines = (mixed / "part-1.jsonl").stat().st_size
    assert Corpus((mixed,), DEFAULT).outlook() == Outlook(size + lines, None)


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.csv", "a.parquet"])
def test_what_was_read_grows_to_the_whole(tmp_path: Path, name: str) -> None:
    rows = [{"id": str(number), "text": random_text(number, 900)} for number in range(600)]
    corpus = Corpus((write(tmp_path / name, rows),), DEFAULT)
    drawing = corpus.draw()
    read = [drawing.read for _ in drawing]
    assert read == sorted(read)
    assert 0 < read[0] < read[5] < corpus.outlook().size
    assert drawing.read == corpus.outlook().size


def test_days_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    rows = [{"text": "甲", "date": day} for day in ("2025-04-22", "昨天", "", None, "2025")]
    drawing = Corpus((write(tmp_path / "a.jsonl", rows),), DEFAULT).draw()
    articles = [row for batch in drawing for row in batch.to_pylist()]
    assert drawing.undated == 2
    assert [article["published"] is None for article in articles] == [False, True, True, True, True]
    assert not any(article["fault"] for article in articles)


def test_a_named_table_must_have_the_columns(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", _many(1))
    with pytest.raises(ColumnsError, match='no column "day"'):
        Corpus((path,), Columns(published="day")).outlook()


def test_a_table_that_happens_to_lie_in_a_folder_is_a_problem(mixed: Path) -> None:
    write(mixed / "figures.csv", [{"year": "2025", "base": "1"}])
    corpus = Corpus((mixed,), DEFAULT)
    assert corpus.outlook().count is None
    faults = [article for article in drawn(mixed) if article["fault"]]
    assert [article["id"] for article in faults] == [(mixed / "figures.csv").as_posix()]
    assert "--text: year, base" in faults[0]["fault"]


def test_a_folder_of_such_tables_alone_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "figures.csv", [{"year": "2025", "base": "1"}])
    with pytest.raises(ColumnsError, match="--text: year, base"):
        Corpus((tmp_path,), DEFAULT).outlook()


def test_nothing_to_scan(tmp_path: Path) -> None:
    for paths in ((tmp_path,), (tmp_path / "nowhere",)):
        with pytest.raises(NothingToCheckError):
            Corpus(paths, DEFAULT).outlook()


def test_what_is_skipped(mixed: Path) -> None:
    corpus = Corpus((mixed,), DEFAULT, lambda path, folder: folder or path.suffix == ".parquet")
    assert [path.name for path in corpus.files()] == ["one.md", "part-1.jsonl"]


def test_empty_tables_are_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"")
    (tmp_path / "b.csv").write_bytes(b"id,text\n")
    (tmp_path / "c.csv").write_bytes(b"")
    assert drawn(tmp_path) == []
