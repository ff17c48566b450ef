"""A store is what the corpus is: what is new comes in, what is unchanged stays, what is gone is dropped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from filelock import FileLock

from linter.archive.faults import OutdatedStoreError
from linter.archive.scanning import scan
from linter.archive.store import Store, StoreError
from linter.archive.store.manifest import NAME, VERSION
from linter.archive.tables import TABLES
from tests.archive.corpus import CORPUS, SETTINGS, batches, content, in_process


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linter.archive.scanning.PART", 2)


def test_every_document_is_in_the_store(tmp_path: Path) -> None:
    progress: list[int] = []
    manifest = scan(batches(CORPUS), tmp_path, SETTINGS, in_process(), progress.append)
    assert manifest.complete
    assert manifest.rows("documents") == sum(progress) == len(CORPUS)
    assert len(manifest.parts) == 3
    rows = content(tmp_path)
    assert [row[0] for row in rows["documents"]] == sorted(CORPUS)
    assert rows["findings"]
    assert rows["problems"] == []
    assert manifest.judged.as_of == SETTINGS.as_of


def test_an_unchanged_corpus_is_not_examined_again(tmp_path: Path) -> None:
    before = scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    seen: list[str] = []
    assert scan(batches(CORPUS), tmp_path, SETTINGS, in_process(seen=seen)) == before
    assert seen == []


def test_a_changed_corpus_costs_what_changed_and_equals_a_fresh_scan(tmp_path: Path) -> None:
    changed = {name: text for name, text in CORPUS.items() if name != "five.md"}
    changed |= {"a/two.md": "孙子女可以绑定家庭共济账户。", "new.md": "失业保险个人缴费比例为1%。"}
    scan(batches(CORPUS), tmp_path / "old", SETTINGS, in_process())
    seen: list[str] = []
    scan(batches(changed), tmp_path / "old", SETTINGS, in_process(seen=seen))
    assert sorted(seen) == ["a/two.md", "new.md"]
    scan(batches(changed, size=5), tmp_path / "new", SETTINGS, in_process())
    assert content(tmp_path / "old") == content(tmp_path / "new")


def test_another_day_judges_all_anew(tmp_path: Path) -> None:
    scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    seen: list[str] = []
    later = replace(SETTINGS, as_of=SETTINGS.as_of.replace(year=2027))
    manifest = scan(batches(CORPUS), tmp_path, later, in_process(later, seen))
    assert sorted(seen) == sorted(CORPUS)
    assert manifest.rows("documents") == len(CORPUS)
    assert manifest.judged.as_of == later.as_of


class _PowerCut(BaseException):
    pass


@pytest.mark.parametrize("after", range(3))
def test_a_stopped_scan_goes_on_where_it_was(tmp_path: Path, after: int) -> None:
    def stopping(articles: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for number, batch in enumerate(in_process()(articles)):
            if number == after:
                raise _PowerCut
            yield batch

    with pytest.raises(_PowerCut):
        scan(batches(CORPUS), tmp_path / "cut", SETTINGS, stopping)
    seen: list[str] = []
    scan(batches(CORPUS), tmp_path / "cut", SETTINGS, in_process(seen=seen))
    assert len(seen) == max(0, len(CORPUS) - 2 * after)
    scan(batches(CORPUS), tmp_path / "whole", SETTINGS, in_process())
    assert content(tmp_path / "cut") == content(tmp_path / "whole")


def test_an_unfinished_part_does_not_count_and_is_swept(tmp_path: Path) -> None:
    scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    whole = content(tmp_path)
    live = next((tmp_path / "claims").iterdir())
    stray, half = (tmp_path / "claims" / name for name in ("000099.parquet", "000100.parquet.unfinished"))
    stray.write_bytes(live.read_bytes())
    half.write_bytes(b"PAR1")
    assert content(tmp_path) == whole
    scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    assert not stray.exists()
    assert not half.exists()
    assert content(tmp_path) == whole


def test_a_problem_is_kept_and_not_tried_again(tmp_path: Path) -> None:
    broken: dict[str, str | bytes] = {**CORPUS, "bad.docx": b"PK\x03\x04 nothing"}
    manifest = scan(batches(broken), tmp_path, SETTINGS, in_process())
    assert (manifest.rows("documents"), manifest.rows("problems")) == (len(CORPUS), 1)
    seen: list[str] = []
    scan(batches(broken), tmp_path, SETTINGS, in_process(seen=seen))
    assert seen == []
    mended = scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    assert mended.rows("problems") == 0


def test_an_empty_corpus_empties_the_store(tmp_path: Path) -> None:
    scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    assert scan(iter(()), tmp_path, SETTINGS, in_process()).parts == {}
    assert content(tmp_path)["documents"] == []


def test_a_folder_of_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("mine")
    with pytest.raises(StoreError, match="neither empty nor a store"):
        scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


def test_two_scans_do_not_write_one_store(tmp_path: Path) -> None:
    with FileLock(tmp_path / ".lock"), pytest.raises(StoreError, match="another scan"):
        scan(batches(CORPUS), tmp_path, SETTINGS, in_process())


def _leading_out(folder: Path) -> None:
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text("utf-8").replace('"000001"', '"../../000001"'), "utf-8")


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda folder: (folder / "manifest.json").unlink(), "is no store"),
        (lambda folder: (folder / "manifest.json").write_text("{"), "damaged"),
        (
            lambda folder: (folder / "manifest.json").write_text('{"store_version": "9.0"}'),
            "升级 factlint",
        ),
        (_leading_out, "damaged"),
        (lambda folder: (folder / "claims" / "000001.parquet").unlink(), "000001.parquet is missing"),
    ],
)
def test_a_damaged_store_says_so(tmp_path: Path, damage: object, words: str) -> None:
    scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    damage(tmp_path)  # type: ignore[operator]
    with pytest.raises(StoreError, match=words):
        Store.open(tmp_path)


def test_a_copy_is_not_examined_and_has_the_rows_of_its_original(tmp_path: Path) -> None:
    text = CORPUS["a/one.md"]
    corpus: dict[str, str | bytes] = {**CORPUS, "c/copy.md": text, "bad.docx": b"PK", "c/bad.docx": b"PK"}
    seen: list[str] = []
    progress: list[int] = []
    scan(batches(corpus), tmp_path, SETTINGS, in_process(seen=seen), progress.append)
    assert sorted(seen) == sorted({*CORPUS, "bad.docx"})
    assert sum(progress) == len(corpus)
    alone = tmp_path / "alone"
    scan(batches({"c/copy.md": text, "c/bad.docx": b"PK"}), alone, SETTINGS, in_process())
    mine = {table: [row for row in rows if row[0].startswith("c/")] for table, rows in content(tmp_path).items()}
    assert mine == content(alone)
    assert mine["findings"]
    assert mine["problems"]


def test_a_copy_outlives_its_original(tmp_path: Path) -> None:
    both = {"a.md": CORPUS["a/one.md"], "b.md": CORPUS["a/one.md"]}
    scan(batches(both), tmp_path, SETTINGS, in_process())
    seen: list[str] = []
    scan(batches({"b.md": both["b.md"], "c.md": both["a.md"]}), tmp_path, SETTINGS, in_process(seen=seen))
    assert seen == []
    assert [row[0] for row in content(tmp_path)["documents"]] == ["b.md", "c.md"]


def as_version(folder: Path, version: str) -> None:
    """Let the manifest say that another version wrote the store."""
    manifest = json.loads((folder / NAME).read_text("utf-8"))
    (folder / NAME).write_text(json.dumps(manifest | {"store_version": version}), encoding="utf-8")


def test_a_store_that_is_too_old_is_written_anew_by_a_scan(tmp_path: Path) -> None:
    scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    before = content(tmp_path)
    as_version(tmp_path, "0.9")
    with pytest.raises(OutdatedStoreError, match="factlint scan"):
        Store.open(tmp_path)
    seen: list[str] = []
    scan(batches({name: CORPUS[name] for name in list(CORPUS)[:2]}), tmp_path, SETTINGS, in_process(seen=seen))
    assert sorted(seen) == sorted(list(CORPUS)[:2])
    assert [row[0] for row in content(tmp_path)["documents"]] == sorted(seen)
    scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    assert content(tmp_path) == before


def test_a_scan_leaves_a_store_of_a_newer_version_as_it_is(tmp_path: Path) -> None:
    scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    as_version(tmp_path, "1.1")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(StoreError, match="升级 factlint"):
        scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_a_store_without_a_column_of_today_is_not_asked(tmp_path: Path) -> None:
    scan(batches(CORPUS), tmp_path, SETTINGS, in_process())
    file = tmp_path / "claims" / "000001.parquet"
    pq.write_table(pq.read_table(file).drop_columns(["judged"]), file)
    with pytest.raises(OutdatedStoreError, match="缺少现在的列"):
        Store.open(tmp_path)


def test_tables_have_the_columns_of_their_version() -> None:
    """Questions ask for columns by name: other columns are another version of the store, and docs/store.md says so."""
    columns = "\n".join(f"{name}\n{schema}" for name, schema in TABLES.items())
    shape = hashlib.sha256(columns.encode()).hexdigest()[:16]
    assert {VERSION: shape} == {"1.0": "66cf61631435dd90"}
