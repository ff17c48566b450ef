"""Spark against the embedded engine, in one process: scans of what has changed, and all questions."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from linter.archive.guard import Limits
from linter.archive.questions.question import QUESTIONS
from linter.archive.questions.wanted import Wanted
from linter.archive.scanning import scan
from linter.archive.sources.columns import Columns
from linter.archive.sources.corpus import Corpus
from linter.archive.spark import asking, scanning
from linter.archive.store import Store
from tests.archive.corpus import CORPUS, SETTINGS, content, in_process
from tests.archive.questions.stores import answer, cases, store_of
from tests.archive.spark.cluster import CONFIGURATION, NEEDS_JAVA, ROOT

pytestmark = NEEDS_JAVA


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", str(ROOT))
        builder = SparkSession.builder.master("local[2]")
        for name, value in CONFIGURATION.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        yield session
        session.stop()


def write(folder: Path, contents: dict[str, str]) -> None:
    for name, text in contents.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def test_a_store_is_brought_to_what_the_corpus_is(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{"id": name, "text": text} for name, text in CORPUS.items()]
    lines = [json.dumps(row, ensure_ascii=False) for row in (*rows, *rows[:2], {"id": "five.md#2", "text": "养老"})]
    write(tmp_path / "corpus", {**CORPUS, "copies/one.md": CORPUS["a/one.md"], "table.jsonl": "\n".join(lines)})
    monkeypatch.chdir(tmp_path)
    corpus, here, there = Corpus((Path("corpus"),), Columns()), Path("embedded"), Path("spark")
    scan(corpus.draw(), here, SETTINGS, in_process())
    scan(corpus.draw(), there, SETTINGS, in_process())
    write(Path("corpus"), {"a/two.md": "孙子女可以绑定家庭共济账户。", "new.md": "失业保险个人缴费比例为1%。"})
    Path("corpus/b/three.txt").unlink()
    scan(corpus.draw(), here, SETTINGS, in_process())
    done: list[int] = []
    manifest = scanning.scan(spark, corpus, there, SETTINGS, Limits(), str(tmp_path), done.append)
    assert manifest.complete
    assert sum(done) == manifest.rows("documents") == 14
    assert done[0] == 12
    assert content(there) == content(here)


def test_a_worker_that_judges_otherwise_is_refused(
    spark: SparkSession, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "corpus", {"one.md": CORPUS["five.md"]})
    monkeypatch.setattr(scanning, "judge_name", lambda settings: b"the driver has other rules")
    corpus = Corpus((tmp_path / "corpus",), Columns())
    with pytest.raises(PySparkException, match="another version of factlint, or other rules"):
        scanning.scan(spark, corpus, tmp_path / "store", SETTINGS, Limits(), str(tmp_path))
    assert content(tmp_path / "store")["documents"] == []


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_of(cases("questions.yml")["articles"], tmp_path_factory.mktemp("store"))


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_one_answer(name: str, spark: SparkSession, store: Store) -> None:
    found = asking.ask(spark, store, QUESTIONS[name], Wanted())
    assert found.read_all().to_pylist() == answer(store, name)


def test_conditions_and_limits_hold(spark: SparkSession, store: Store) -> None:
    wanted = Wanted(subject="pension", first=SETTINGS.as_of.replace(year=2000), facets={"payer": "employer"})
    found = asking.ask(spark, store, QUESTIONS["claims"], wanted, limit=2)
    assert found.read_all().to_pylist() == answer(store, "claims", wanted, limit=2)
