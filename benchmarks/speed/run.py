"""How long factlint takes, cold and again, beside neighbouring tools and the least that can be done.

    python benchmarks/speed/run.py [--articles 1000] [--autocorrect PYTHON] [--textlint DIR] [--write]

``--autocorrect`` is a Python with ``autocorrect-py``; ``--textlint`` a folder in which ``npm install textlint
textlint-rule-prh`` was run. ``--write`` puts the table into ``results.md``. Ratios compare machines; seconds do not,
and on a machine that does other things processor time tells more than the clock.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus import write
from measured import Cost, cost_of
from phases import phases

from reference.vocabulary import load_terms

HERE = Path(__file__).resolve().parent
FLOOR = "floor: read, decode, digest, one pass over the terms"
_TERMS = 200
_CHECK = [sys.executable, "-P", "-m", "linter", "check", "articles", "--as-of", "2026-11-21", "--fail-on", "never"]


def factlint(folder: Path) -> Iterator[tuple[str, Cost]]:
    """The runs of factlint, in the order in which a user meets them."""
    report = ["--output", "report.txt"]
    yield "factlint --version", cost_of([sys.executable, "-P", "-m", "linter", "--version"], folder)
    yield "factlint, cold", cost_of([*_CHECK, *report], folder)
    yield "factlint, unchanged", cost_of([*_CHECK, *report], folder)
    yield "factlint, unchanged, for the first time as JSON", cost_of([*_CHECK, "--format", "json", *report], folder)
    for path in sorted((folder / "articles").rglob("*.md"))[::100]:
        path.write_text(path.read_text(encoding="utf-8") + "\n办理时请带好身份证。\n", encoding="utf-8")
    yield "factlint, 1 % changed", cost_of([*_CHECK, *report], folder)
    one = [*_CHECK[:5], "articles/000/000001.md", *_CHECK[6:], *report]
    yield "factlint, one article of the archive", cost_of(one, folder)


def neighbours(folder: Path, autocorrect: str | None, textlint: Path | None) -> Iterator[tuple[str, Cost]]:
    """The other tools on the same files."""
    yield FLOOR, cost_of([sys.executable, str(HERE / "floor.py"), "articles"], folder)
    if autocorrect is not None:
        yield "AutoCorrect (library)", cost_of([autocorrect, str(HERE / "autocorrect_pass.py"), "articles"], folder)
    if textlint is not None:
        _write_terms(folder)
        command = ["node", str(textlint / "node_modules/textlint/bin/textlint.js"), "--config", "textlint.json"]
        yield (
            f"textlint, prh with {_TERMS} terms",
            cost_of([*command, "--rules-base-directory", str(textlint / "node_modules"), "articles/**/*.md"], folder),
        )


def table(rows: dict[str, Cost], count: int) -> Iterator[str]:
    """The rows as Markdown, with the ratio of processor times to the floor's."""
    yield "| run | clock s | processor s | ms of clock an article | × the floor | peak MB |"
    yield "|---|--:|--:|--:|--:|--:|"
    for name, cost in rows.items():
        ratio = cost.cpu / rows[FLOOR].cpu
        yield (
            f"| {name} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.wall / count * 1000:.2f} "
            f"| {ratio:.1f} | {cost.peak:.0f} |"
        )


def _write_terms(folder: Path) -> None:
    names = [name for entry in load_terms() for name in entry.names if len(name) > 2][:_TERMS]
    rules = [{"expected": name + "。", "pattern": name} for name in names]
    (folder / "terms.yml").write_text(json.dumps({"version": 1, "rules": rules}, ensure_ascii=False), encoding="utf-8")
    config = {"rules": {"prh": {"rulePaths": [str(folder / "terms.yml")]}}}
    (folder / "textlint.json").write_text(json.dumps(config), encoding="utf-8")


def report(count: int, autocorrect: str | None, textlint: Path | None) -> Iterator[str]:
    """The whole page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "articles", count)
        size = sum(path.stat().st_size for path in folder.rglob("*.md"))
        rows = dict((*neighbours(folder, autocorrect, textlint), *factlint(folder)))
        where = list(phases(folder))
    yield f"# Speed: {count} articles, {size / 1e6:.1f} MB"
    yield ""
    yield f"{os.cpu_count()} cores, CPython {platform.python_version()}. Written by `benchmarks/speed/run.py --write`."
    yield ""
    yield from table(rows, count)
    yield ""
    yield "Where the time of an unchanged run goes that is asked for another report (processor, one process):"
    yield ""
    yield from (f"- {phase}: {seconds:.2f} s" for phase, seconds in where)


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--autocorrect")
    parser.add_argument("--textlint", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    page = "\n".join(report(options.articles, options.autocorrect, options.textlint)) + "\n"
    sys.stdout.write(page)
    if options.write:
        (HERE / "results.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
