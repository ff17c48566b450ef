"""Kills scans at random points and goes on; mixes poison among articles. Both must leave what an untroubled scan does.

    python benchmarks/archive/kills.py [--articles 1000] [--kills 10] [--seed 1] [--among 1000000]

``--among`` only mixes poison, among so many articles; what they have beyond the first thousands are exact copies.
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
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import corpus
from canonical import digests, sums
from million import copies_of
from works import KINDS

from linter.archive.database import connect
from linter.archive.store import Store

_SCANNER = Path(__file__).with_name("scanner.py")
_PART, _LARGE_PART = "32", "1024"
_DIFFERENT, _FEW = 2000, 150
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


def poisoned(folder: Path, articles: int, seed: int, part: str = _PART) -> Iterator[str]:
    """Scan with one article of each poison among the others; the rest must be as without."""
    different, clean, dirty = (folder / f"{name}.parquet" for name in ("different", "clean", "dirty"))
    corpus.write(different, min(articles, _DIFFERENT), seed)
    copies_of(different, clean, articles)
    pq.write_table(_mixed(pq.read_table(clean)), dirty)
    _scan(clean, folder / "without", part=part).wait()
    _scan(dirty, folder / "with", "--poisoned", part=part).wait()
    with connect(Store.open(folder / "with")) as database:
        found = dict(database.execute("SELECT document, kind FROM problems").fetchall())
    wanted = {f"{_POISONED}{name}": kind for name, kind in KINDS.items()}
    compared = digests if articles <= _DIFFERENT else sums
    same = compared(folder / "without") == compared(folder / "with", without=_POISONED)
    told = ", ".join(f"{name}: {kind}" for name, kind in KINDS.items())
    yield f"Poisoned articles among {articles:,}, and what they are reported as: {told}."
    yield f"{'All are' if found == wanted else f'WRONG {found}'}; everything else {'equal' if same else 'DIFFERENT'}."


def _mixed(articles: pa.Table) -> pa.Table:
    """The articles, and at even distances among them their first one with each of the poisons."""
    pieces, step = [], articles.num_rows // (len(KINDS) + 1)
    for number, name in enumerate(KINDS):
        poison = articles.slice(0, 1)
        texts = pc.binary_join_element_wise(f"毒({name})。", poison.column("text"), "")
        for column, values in (("id", pa.array([f"{_POISONED}{name}"])), ("text", texts)):
            poison = poison.set_column(poison.column_names.index(column), column, values)
        pieces += [articles.slice(number * step, step), poison]
    return pa.concat_tables([*pieces, articles.slice(len(KINDS) * step)])


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


def _scan(path: Path, store: Path, *options: str, part: str = _PART) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(_SCANNER), str(path), str(store), "--part", part, *options]
    return subprocess.Popen(command, cwd=_SCANNER.parents[2])


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--among", type=int)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.among:
            lines = [*poisoned(folder, options.among, options.seed, _LARGE_PART)]
        else:
            lines = [
                *killed(folder, options.articles, options.kills, options.seed),
                *poisoned(folder, min(options.articles, _FEW), options.seed),
            ]
    sys.stdout.writelines(line + "\n" for line in lines)


if __name__ == "__main__":
    main()
