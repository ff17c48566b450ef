"""Measures Spark against the embedded engine on this machine: one corpus, one core and two.

python benchmarks/archive/spark_overhead.py CORPUS [CORPUS ...] [--repeat 1]

Each run is a command of its own, from start to end. Two corpora of different size tell what starting costs and what an
article costs. The cluster is standalone: its workers have a core each and are up before the clock starts.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[2]))

from linter.archive.store import Store
from tests.archive.spark.cluster import HERE, ROOT, cluster

DAY = "2026-11-21"
SETTLING = 5.0


def scan(corpus: Path, options: list[str], environment: Mapping[str, str]) -> tuple[float, int]:
    """Seconds, and the number of documents, of a scan into a new store."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "linter", "scan", str(corpus), "--out", folder, "--as-of", DAY, "--isolated"]
        began = time.monotonic()
        done = subprocess.run([*command, *options], cwd=ROOT, env=dict(environment), capture_output=True, text=True)
        seconds = time.monotonic() - began
        if done.returncode not in (0, 3):
            sys.exit(done.stderr)
        return seconds, Store.open(Path(folder)).manifest.rows("documents")


@contextmanager
def engine(name: str, cores: int) -> Iterator[tuple[list[str], Mapping[str, str]]]:
    """Options and environment of scans with an engine on so many cores."""
    if name == "embedded":
        yield ["--jobs", str(cores)], os.environ
        return
    with TemporaryDirectory() as folder, cluster(Path(folder) / "spark", cores, HERE) as running:
        time.sleep(SETTLING)
        yield ["--engine", "spark", "--master", running.url], running.environment


def tell(*cells: object) -> None:
    """A line of the table."""
    sys.stdout.write("".join(f"{cell!s:>12}" for cell in cells) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Run the command line above."""
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", type=Path, nargs="+", metavar="CORPUS")
    parser.add_argument("--repeat", type=int, default=1)
    options = parser.parse_args()
    tell("engine", "cores", "documents", "seconds", "documents/s")
    for name in ("embedded", "spark"):
        for cores in (1, 2):
            with engine(name, cores) as how:
                for corpus in options.corpora * options.repeat:
                    seconds, documents = scan(corpus, *how)
                    tell(name, cores, documents, f"{seconds:.1f}", f"{documents / seconds:.1f}")


if __name__ == "__main__":
    main()
