"""What the reference costs: loading it in a fresh process, and looking up as the number of rules grows.

Run with ``python benchmarks/reference_load.py [RUNS]``. Loading is told beside an import of the standard library's
``json``, lookups as the ratio of ten times the rules to the rules there are.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from reference.load import load_reference
from reference.model import Reference

_LOAD = (
    "import time; from reference.load import load_reference; start = time.perf_counter(); "
    "load_reference(); print(time.perf_counter() - start)"
)
_JSON = "import time; start = time.perf_counter(); import json; print(time.perf_counter() - start)"
_LOOKUPS = 20_000
_TIMES = 10


def inside(code: str, runs: int) -> float:
    """The median of the seconds that a fresh process prints, after one that is not counted."""
    root = Path(__file__).resolve().parents[1]
    printed = [
        float(subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=True).stdout)
        for _ in range(runs + 1)
    ]
    return statistics.median(printed[1:])


def lookups(reference: Reference, runs: int) -> float:
    """The median seconds of many lookups at a place."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        for _ in range(_LOOKUPS):
            reference.find("pension.rate", "110105", {"payer": "employer"})
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def grown(reference: Reference) -> Reference:
    """The rules, and nine more of each under other ids, at places that do not exist."""
    more = (
        replace(rule, id=f"{rule.id}.{copy}", region=f"9{copy}{rule.region[2:]}")
        for copy in range(1, _TIMES)
        for rule in reference.rules
    )
    return replace(reference, rules=(*reference.rules, *more))


def main() -> None:
    """Print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    loading, json_import = inside(_LOAD, runs), inside(_JSON, runs)
    reference = load_reference()
    few, many = lookups(reference, runs), lookups(grown(reference), runs)
    sys.stdout.write(f"{len(reference.rules)} rules\n")
    sys.stdout.write(
        f"loading             {loading * 1000:6.1f} ms  × {loading / json_import:5.1f} of importing json\n"
    )
    sys.stdout.write(f"a lookup            {few / _LOOKUPS * 1e6:6.1f} µs\n")
    sys.stdout.write(f"with ten times      {many / _LOOKUPS * 1e6:6.1f} µs  × {many / few:5.2f}\n")


if __name__ == "__main__":
    main()
