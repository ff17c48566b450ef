"""Fuzzing by coverage: python -m benchmarks.fuzz.run TARGET… [--seconds 600] [--folder out/fuzz]

Needs ``pip install -e '.[fuzz]'``. A target is a module of ``targets``. The corpus grows in ``FOLDER/TARGET/corpus``;
inputs that broke something are in ``FOLDER/TARGET/crashes``, once for each place it broke at, with the traceback beside
them. The row of figures printed at the end counts the seconds of the processor, over all runs in that folder.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.fuzz.targets import load, names

_STATISTIC = re.compile(r"^stat::number_of_executed_units:\s*(\d+)", re.M)
_PROGRESS = re.compile(r"^#(\d+)\s.*?cov: (\d+) ft: (\d+)", re.M)
# What hangs without coming back to Python. Python itself is watched by the child, in processor seconds.
_HANGS_AFTER = 1200
_MEGABYTES = 3000


def main() -> None:
    """Run the targets one after the other and print what became of them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="+", choices=names())
    parser.add_argument("--seconds", type=int, default=600, help="of each target, by the clock")
    parser.add_argument("--folder", type=Path, default=Path("out/fuzz"))
    options = parser.parse_args()
    sys.stdout.write("| target | executions | processor seconds | edges | features | inputs kept | broken |\n")
    for name in options.targets:
        figures = fuzz(name, options.folder / name, options.seconds)
        sys.stdout.write("| " + " | ".join(map(str, (name, *figures.values()))) + " |\n")
        sys.stdout.flush()


def fuzz(name: str, folder: Path, seconds: int) -> dict[str, int]:
    """Run a target for so long, again after every hang; the figures over all runs in the folder."""
    corpus, crashes, kept = folder / "corpus", folder / "crashes", folder / "figures.json"
    for each in (corpus, crashes):
        each.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(load(name).seeds()):
        (corpus / f"seed-{number:03}").write_bytes(seed)
    figures: dict[str, int] = json.loads(kept.read_text()) if kept.exists() else {}
    until = time.monotonic() + seconds
    while (left := int(until - time.monotonic())) > 0:
        figures = _with(figures, *_once(name, folder, left))
        figures["inputs"] = sum(1 for _ in corpus.iterdir())
        figures["broken"] = sum(not each.match("*.txt") and not each.match("slow-*") for each in crashes.iterdir())
        kept.write_text(json.dumps(figures))
    return figures


def _once(name: str, folder: Path, seconds: int) -> tuple[str, int]:
    """What libFuzzer said, and the processor's seconds."""
    limits = [f"-max_total_time={seconds}", f"-timeout={_HANGS_AFTER}", f"-rss_limit_mb={_MEGABYTES}"]
    shape = [f"-max_len={load(name).LARGEST}", "-print_final_stats=1", f"-artifact_prefix={folder / 'crashes'}/"]
    command = [sys.executable, "-m", "benchmarks.fuzz.child", name, str(folder / "crashes"), *limits, *shape]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    log = folder / "log.txt"
    with log.open("wb") as told:
        subprocess.run([*command, str(folder / "corpus")], stderr=told, stdout=told, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return log.read_text("utf-8", "replace"), round(used)


def _with(figures: dict[str, int], told: str, seconds: int) -> dict[str, int]:
    progress = _PROGRESS.findall(told)
    if not progress:
        raise SystemExit(f"the fuzzer did not start:\n{told[-2000:]}")
    count, edges, features = map(int, progress[-1])
    final = _STATISTIC.search(told)
    return {
        "executions": figures.get("executions", 0) + (int(final[1]) if final else count),
        "seconds": figures.get("seconds", 0) + seconds,
        "edges": max(edges, figures.get("edges", 0)),
        "features": max(features, figures.get("features", 0)),
    }


if __name__ == "__main__":
    main()
