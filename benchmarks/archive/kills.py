"""Kills scans at random points and goes on; mixes poison among articles. Both must leave what an untroubled scan does.

python benchmarks/archive/kills.py [--articles 1000] [--kills 10] [--seed 1]
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import corpus
from articles import Articles
from canonical import digests
from works import KINDS

from linter.archive.database import connect
from linter.archive.store import Store

_SCANNER = Path(__file__).with_name("scanner.py")
_PART = "32"
_POISONED = "poisoned-"


def killed(folder: Path, articles: int, kills: int, seed: int) -> Iterator[str]:
    """Scan with kills, compare with a scan without; what happened, as lines of Markdown."""
    path, whole, broken = folder / "corpus.parquet", folder / "whole", folder / "broken"
    corpus.write(path, articles, seed)
    _scan(path, whole).wait()
    rng = random.Random(seed)
    yield f"Killed (SIGKILL, parts of {_PART} documents) {kills} times in a scan of {articles} articles, with"
    points = sorted(rng.sample(range(articles), kills))
    reached = [_killed_at(path, broken, point, rng.random()) for point in points]
    yield f"{', '.join(map(str, reached))} of them done and kept; then resumed to the end. "
    if _scan(path, broken).wait():
        raise RuntimeError("the resumed scan failed")
    same = digests(whole) == digests(broken)
    yield f"Canonically compared, byte for byte: {'equal' if same else 'DIFFERENT'}."


def poisoned(folder: Path, articles: int, seed: int) -> Iterator[str]:
    """Scan with one article of each poison among the others; the rest must be as without."""
    clean, dirty = folder / "clean.parquet", folder / "dirty.parquet"
    rows = [article for article, _ in islice(Articles(seed), articles)]
    first = rows[0]
    poisons = [replace(first, id=f"{_POISONED}{name}", text=f"毒({name})。{first.text}") for name in KINDS]
    mixed = rows[:]
    for number, poison in enumerate(poisons):
        mixed.insert((number + 1) * articles // (len(poisons) + 1), poison)
    corpus.write_rows(clean, rows)
    corpus.write_rows(dirty, mixed)
    _scan(clean, folder / "without").wait()
    _scan(dirty, folder / "with", "--poisoned").wait()
    with connect(Store.open(folder / "with")) as database:
        found = dict(database.execute("SELECT document, kind FROM problems").fetchall())
    wanted = {f"{_POISONED}{name}": kind for name, kind in KINDS.items()}
    same = digests(folder / "without") == digests(folder / "with", without=_POISONED)
    told = ", ".join(f"{name}: {kind}" for name, kind in KINDS.items())
    yield f"Poisoned articles among {articles}, and what they are reported as: {told}."
    yield f"{'All are' if found == wanted else f'WRONG {found}'}; everything else {'equal' if same else 'DIFFERENT'}."


def _killed_at(path: Path, store: Path, documents: int, pause: float) -> int:
    """Kill a scan somewhere behind its so many documents, and say how many were kept; all, when it ended before."""
    process = _scan(path, store)
    while _kept(store) < documents and process.poll() is None:
        time.sleep(0.01)
    time.sleep(pause)
    process.send_signal(signal.SIGKILL)
    process.wait()
    return _kept(store)


def _kept(store: Path) -> int:
    try:
        parts = json.loads((store / "manifest.json").read_bytes())["parts"]
    except FileNotFoundError:
        return 0
    return sum(counts.get("documents", 0) for counts in parts.values())


def _scan(path: Path, store: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(_SCANNER), str(path), str(store), "--part", _PART, *options]
    return subprocess.Popen(command, cwd=_SCANNER.parents[2])


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lines = [
            *killed(Path(folder), options.articles, options.kills, options.seed),
            *poisoned(Path(folder), options.articles, options.seed),
        ]
    sys.stdout.writelines(line + "\n" for line in lines)


if __name__ == "__main__":
    main()
