"""Mutates the checks and the arithmetic, and counts the mutants that the cases kill.

    python -m benchmarks.mutants.run [--family "check arithmetic"] [--sample 400] [--seed 1] [--jobs 2]
                                     [--tests tests/values …] [--only earlier.jsonl] --output fates.jsonl

Without ``--sample`` every mutant is tried. ``--only`` tries those again that survived an earlier run. ``--tests`` are
given to what no case kills.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml

from benchmarks.mutants.cases import CASES, ROOT, by_module, rule_trials, through_functions, trials
from benchmarks.mutants.fates import SURVIVED, fates, loaded, module_of
from benchmarks.mutants.mutations import Mutant, mutants
from linter.api import lint_text

HERE = Path(__file__).parent


def main() -> None:
    """Run as the arguments say."""
    wanted = _arguments()
    families = yaml.safe_load((HERE / "targets.yml").read_text(encoding="utf-8"))
    family_of = {
        module_of(file.relative_to(ROOT)): family
        for family, globs in families.items()
        if wanted.family is None or wanted.family in family
        for pattern in globs
        for file in sorted(ROOT.glob(pattern))
        if file.name != "__init__.py"
    }
    modules = loaded(family_of)
    every = list(_sampled(modules, wanted))
    every_trial = tuple(trials(wanted.cases))
    lint_text("养老保险:7000元×8%=506元。", as_of=date(2026, 11, 21))  # load what is loaded at the first use
    functions = by_module((*every_trial, *(rule_trials() if wanted.rules else ())))
    others = [name for name in modules if not name.startswith("checks.")]
    if others:
        functions = {**functions, **through_functions(every_trial, others)}
    with wanted.output.open("w", encoding="utf-8") as out:
        for mutant, fate in fates(every, functions, wanted.tests, wanted.jobs):
            row = {"family": family_of[mutant.module], "line": mutant.line, "fate": fate, "mutant": mutant.name}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            out.flush()
    sys.stdout.write(_table(wanted.output) + "\n")


def _sampled(modules: tuple[str, ...], wanted: argparse.Namespace) -> Iterator[Mutant]:
    every = [mutant for name in modules for mutant in mutants(name, _source(name))]
    if wanted.only is not None:
        again = {row["mutant"] for row in _rows(wanted.only) if row["fate"] == SURVIVED}
        every = [mutant for mutant in every if mutant.name in again]
    if wanted.sample is not None:
        every = random.Random(wanted.seed).sample(every, min(wanted.sample, len(every)))
    yield from every


def _source(name: str) -> str:
    return (ROOT / Path(*name.split("."))).with_suffix(".py").read_text(encoding="utf-8")


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _table(path: Path) -> str:
    """Killed of all by family; a mutant that runs for ever is killed too, one that cannot be parsed is none."""
    rows = [row for row in _rows(path) if row["fate"] != "invalid"]
    lines = ["| family | killed | mutants | share |", "|---|---|---|---|"]
    for family in (*dict.fromkeys(row["family"] for row in rows), None):
        mine = [row for row in rows if family in (None, row["family"])]
        killed = sum(row["fate"] != SURVIVED for row in mine)
        lines.append(f"| {family or 'all'} | {killed} | {len(mine)} | {killed / max(1, len(mine)):.1%} |")
    return "\n".join(lines)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--family")
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--tests", nargs="*", default=())
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--only", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
