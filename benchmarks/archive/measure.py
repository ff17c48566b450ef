"""Measures scanning and asking an archive on one machine, and writes results.md.

    python benchmarks/archive/measure.py WORK [--articles 2000 20000 100000] [--million] [--write]

WORK is a folder for corpora and stores. Every figure is kept in WORK/figures.json as soon as it is measured, and what
stands there is not measured again: a run that was stopped goes on. ``--write`` writes results.md from what is there.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import corpus
import verdict
from changed import changed_rule, with_changes
from million import copies_of, replicated
from phases import phases
from rendering import rendered
from watched import Cost, watched

from linter.archive.database import connect
from linter.archive.store import Store

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
AS_OF = ("--as-of", "2026-11-21", "--isolated")
_MILLION = 1_000_000
_SUBJECT = "pension.rate"
_RULES, _RULE = ROOT / "reference" / "rules" / "000000" / "rates.json", "national.pension.rate.employer"
Figures = dict[str, Any]


class Bench:
    """What is measured where, and what is known so far."""

    def __init__(self, work: Path) -> None:
        self.work = work
        self._file = work / "figures.json"
        self.figures: Figures = json.loads(self._file.read_text("utf-8")) if self._file.exists() else {}

    def keep(self, name: str, measure: Callable[[], Any]) -> Any:
        """The figure of that name, measured unless it is known."""
        if name not in self.figures:
            sys.stderr.write(f"{name}\n")
            self.figures[name] = measure()
            self._file.write_text(json.dumps(self.figures, indent=1, ensure_ascii=False), encoding="utf-8")
        return self.figures[name]

    def corpus(self, articles: int) -> Path:
        """The corpus of so many articles."""
        path = self.work / f"c{articles}.parquet"
        if not path.exists():
            corpus.write(path, articles)
        return path

    def store(self, articles: int) -> Path:
        """Where its store is."""
        return self.work / f"s{articles}"


def factlint(*arguments: str | Path) -> list[str]:
    """The command line of this checkout."""
    return [sys.executable, "-m", "linter", *map(str, arguments)]


def cost(command: Sequence[str], store: Path | None = None) -> Figures:
    """What the command takes. Raises ``RuntimeError`` when it fails."""
    found = watched(command, ROOT, done=lambda: documents_in(store) if store else 0)
    if found.code not in (0, 1, 3):
        raise RuntimeError(f"{' '.join(command)}: {found.out[-800:]}")
    return _told(found)


def documents_in(store: Path) -> int:
    """How many documents a store has while it is written."""
    try:
        parts = json.loads((store / "manifest.json").read_bytes())["parts"]
    except FileNotFoundError:
        return 0
    return sum(counts.get("documents", 0) for counts in parts.values())


def _told(found: Cost) -> Figures:
    step = max(1, len(found.moments) // 60)
    kept = {"wall": found.wall, "cpu": found.cpu, "peak": found.peak, "own": found.own}
    return kept | {"moments": [asdict(each) for each in found.moments[::step]], "out": found.out[-300:]}


def content(store: Path) -> Figures:
    """What a store holds, and how many bytes it takes."""
    with connect(Store.open(store)) as database:
        counts = {
            table: database.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0]
            for table in ("documents", "claims", "findings", "problems")
        }
        ((examined, characters),) = database.execute(
            "SELECT count(DISTINCT content), avg(characters) FROM documents"
        ).fetchall()
        ((cases,),) = database.execute("SELECT count(DISTINCT case_key) FROM claims").fetchall()
    size = sum(path.stat().st_size for path in store.rglob("*.parquet"))
    return {**counts, "examined": examined, "characters": float(characters), "cases": cases, "bytes": size}


def scans(bench: Bench, sizes: Sequence[int]) -> None:
    """A scan of every size; of the largest also the floor, a scan of what is known, and one with some changes."""
    for articles in sizes:
        path, store = bench.corpus(articles), bench.store(articles)
        bench.keep(f"scan {articles}", lambda: cost(factlint("scan", path, "--out", store, *AS_OF), store))  # noqa: B023
        bench.keep(f"store {articles}", lambda: content(store))  # noqa: B023
    path, store = bench.corpus(sizes[-1]), bench.store(sizes[-1])
    scanner = [sys.executable, str(HERE / "scanner.py")]
    bench.keep("read", lambda: cost([*scanner, str(path), str(bench.work / "read"), "--read"]))
    bench.keep("empty", lambda: cost([*scanner, str(path), str(bench.work / "empty"), "--empty"]))
    bench.keep("unchanged", lambda: cost(factlint("scan", path, "--out", store, *AS_OF), store))
    changed = with_changes(path, bench.work / "changed.parquet")
    bench.keep("changed", lambda: cost(factlint("scan", changed, "--out", store, *AS_OF), store))
    bench.keep("phases", lambda: phases(bench.corpus(sizes[0])))


def questions(bench: Bench, name: str, store: Path) -> None:
    """Every question once, and the impact of a changed rule."""
    change = changed_rule(_RULES, _RULE, bench.work / "changed_rule.json")
    for question in ("contradictions", "duplicates", "findings", "coverage"):
        bench.keep(f"{question} {name}", lambda: cost(factlint("archive", question, store, "--limit", "1000")))  # noqa: B023
    bench.keep(f"variance {name}", lambda: cost(factlint("archive", "variance", _SUBJECT, store)))
    bench.keep(f"impact {name}", lambda: cost(factlint("impact", store, "--to", change, *AS_OF)))


def truth(bench: Bench, articles: int) -> Figures:
    """What of the contradictions put in is found."""
    answer = bench.work / "contradictions.json"
    cost(factlint("archive", "contradictions", bench.store(articles), "--format", "json", "-o", answer))
    rows = json.loads(answer.read_text("utf-8"))["rows"]
    found = verdict.verdict_on(verdict.Known.read(bench.corpus(articles)), rows)
    return {"articles": articles, "table": list(verdict.told(found))}


def kills() -> list[str]:
    """What ``kills.py`` says."""
    return watched([sys.executable, str(HERE / "kills.py")], ROOT).out.splitlines()


def million(bench: Bench, articles: int) -> None:
    """The questions of a million documents, and a scan of a million articles most of which are copies."""
    store = bench.work / "million"
    bench.keep("replicated", lambda: replicated(bench.store(articles), store, _MILLION))
    bench.keep("store million", lambda: content(store))
    questions(bench, "million", store)
    # Two thousand are examined; the rest is what copying costs.
    path = copies_of(bench.corpus(2000), bench.work / "copies.parquet", _MILLION)
    copied = bench.work / "copied"
    bench.keep("copies", lambda: cost(factlint("scan", path, "--out", copied, *AS_OF), copied))
    bench.keep("store copies", lambda: content(copied))


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("work", type=Path)
    parser.add_argument("--articles", type=int, nargs="+", default=[2000, 20_000, 100_000])
    parser.add_argument("--million", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    bench, last = Bench(options.work), options.articles[-1]
    bench.keep("machine", lambda: {"cores": os.cpu_count(), "python": platform.python_version()})
    scans(bench, options.articles)
    questions(bench, str(last), bench.store(last))
    bench.keep("truth", lambda: truth(bench, last))
    bench.keep("kills", kills)
    if options.million:
        million(bench, last)
    if options.write:
        (HERE / "results.md").write_text(rendered(bench.figures, options.articles), encoding="utf-8")


if __name__ == "__main__":
    main()
