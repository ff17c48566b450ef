"""A scan that is killed leaves a store that the next scan brings to its end, with nothing lost and nothing twice."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.archive.corpus import CORPUS, content

_SCAN = """
import sys
from functools import partial
from pathlib import Path

from linter.archive import scanning
from linter.archive.embedded import examined
from linter.archive.guard import Limits
from linter.archive.sources.columns import Columns
from linter.archive.sources.corpus import Corpus
from tests.archive.corpus import SETTINGS

if __name__ == "__main__":
    scanning.PART = 8
    corpus, store = map(Path, sys.argv[1:])
    engine = partial(examined, settings=SETTINGS, limits=Limits(), jobs=2)
    scanning.scan(Corpus((corpus,), Columns()).draw(), store, SETTINGS, engine)
"""
_SECONDS = 120.0


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.jsonl"
    texts = [f"第{number}篇。{text}" for number in range(60) for text in CORPUS.values()]
    lines = [json.dumps({"id": f"{number:03}", "text": text}) for number, text in enumerate(texts)]
    path.write_text("\n".join([*lines, "{torn"]) + "\n")
    return path


def scanning(corpus: Path, store: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", _SCAN, str(corpus), str(store)], cwd=Path(__file__).parents[2])


def parts(store: Path) -> list[str]:
    """The live parts of a store; none before it has a manifest."""
    try:
        return list(json.loads((store / "manifest.json").read_bytes())["parts"])
    except FileNotFoundError:
        return []


def test_killed_scans_end_as_one_that_was_not(corpus: Path, tmp_path: Path) -> None:
    assert scanning(corpus, tmp_path / "whole").wait(_SECONDS) == 0
    store = tmp_path / "killed"
    for wanted in (0, 1, 4):
        process = scanning(corpus, store)
        begun = time.monotonic()
        while len(parts(store)) < wanted and process.poll() is None:
            assert time.monotonic() - begun < _SECONDS
        process.send_signal(signal.SIGKILL)
        process.wait()
        kept = parts(store)
    assert len(kept) >= 4
    assert scanning(corpus, store).wait(_SECONDS) == 0
    assert set(kept) < set(parts(store))
    assert content(store) == content(tmp_path / "whole")
    assert len(content(store)["documents"]) == 300
    assert [row[4] for row in content(store)["problems"]] == ["source"]
