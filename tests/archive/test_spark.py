"""Scans by Spark, on a real cluster: the same store as the embedded engine's, whatever dies meanwhile."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from linter.archive.embedded import examined
from linter.archive.guard import Limits
from linter.archive.scanning import scan
from linter.archive.sources.columns import Columns
from linter.archive.sources.corpus import Corpus
from tests.archive.corpus import CORPUS, SETTINGS, content

pytest.importorskip("pyspark", reason="needs pyspark: pip install 'factlint[spark]'")
if shutil.which("java") is None:
    pytest.skip("needs Java: apt-get install default-jre-headless", allow_module_level=True)

from tests.archive.spark_cluster import ROOT, Cluster, cluster

LIMITS = Limits(seconds=300, megabytes=96)
ARTICLES = 100
# Long enough that a scan is under way when a worker dies.
REPEATED = 30


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("spark")) as running:
        yield running


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders, tables with names that occur twice, something that is no article, and one too big to be examined."""
    folder = tmp_path_factory.mktemp("corpus")
    texts = [text + "\n\n" for text in CORPUS.values()]
    for number in range(ARTICLES // 2):
        (folder / f"{number}.md").write_text(f"# 第{number}篇\n\n" + texts[number % len(texts)] * REPEATED)
    for table in ("first", "second"):
        rows = [{"id": f"row-{number % 20}", "text": texts[number % 4] * REPEATED} for number in range(ARTICLES // 4)]
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (folder / f"{table}.jsonl").write_text("\n".join([*lines, '{"id": "row-3#2", "text": "养老"}', "no JSON"]))
    (folder / "bad.docx").write_bytes(b"PK\x03\x04 nothing")
    (folder / "poison.txt").write_text("养老保险按20%缴纳。" * 1_000_000)
    return folder


@pytest.fixture(scope="module")
def expected(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of the embedded engine."""
    folder = tmp_path_factory.mktemp("embedded")
    embedded(articles, folder)
    return folder


def embedded(articles: Path, folder: Path) -> None:
    engine = partial(examined, settings=SETTINGS, limits=LIMITS, jobs=1)
    scan(Corpus((articles,), Columns()).draw(), folder, SETTINGS, engine)


def scanning(spark: Cluster, articles: Path, folder: Path) -> subprocess.Popen[str]:
    options = ["--out", str(folder), "--engine", "spark", "--master", spark.url, "--isolated"]
    limits = ["--time-limit", str(LIMITS.seconds), "--memory-limit", str(LIMITS.megabytes)]
    command = [sys.executable, "-m", "linter", "scan", str(articles), *options, *limits]
    return subprocess.Popen(
        [*command, "--as-of", SETTINGS.as_of.isoformat()],
        cwd=ROOT,
        env=spark.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def has_begun(folder: Path) -> bool:
    """Whether the store has some part, and not all."""
    manifest = folder / "manifest.json"
    return manifest.exists() and bool(json.loads(manifest.read_bytes())["parts"])


def test_a_killed_worker_costs_nothing(spark: Cluster, articles: Path, expected: Path, tmp_path: Path) -> None:
    running = scanning(spark, articles, tmp_path / "store")
    while not has_begun(tmp_path / "store"):
        assert running.poll() is None, running.communicate()[0]
        time.sleep(0.05)
    spark.kill(spark.workers[0])
    assert not json.loads((tmp_path / "store" / "manifest.json").read_bytes())["complete"]
    output, _ = running.communicate()
    assert running.returncode == 3, output
    rows = content(tmp_path / "store")
    assert rows == content(expected)
    problems = {(Path(row[1]).name, row[4]) for row in rows["problems"]}
    assert ("poison.txt", "too-big") in problems
