"""Whole-process times: start-up, and one article of 5,000 characters. Medians, and ratios to a bare interpreter.

Run with ``python benchmarks/process_time.py [RUNS]``. Ratios compare machines; seconds do not. Byte code is cached, as
it is wherever factlint is installed: the run that is not counted writes it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
CHARACTERS = 5000


def article(folder: Path) -> Path:
    """One article of about 5,000 characters, made of the examples."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.md")))
    path = folder / "article.txt"
    path.write_text((text * (CHARACTERS // len(text) + 1))[:CHARACTERS], encoding="utf-8")
    return path


def median(command: list[str], runs: int) -> float:
    """The median wall time of a command over so many runs, after one that is not counted."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=environment)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        linter = [sys.executable, "-P", "-m", "linter"]
        check = [*linter, "check", str(article(Path(folder))), "--as-of", "2026-11-21", "--fail-on", "never"]
        bare = median([sys.executable, "-c", "pass"], runs)
        version = median([*linter, "--version"], runs)
        rows = {"bare interpreter": bare, "--version": version, "check": median(check, runs)}
    for name, seconds in rows.items():
        sys.stdout.write(f"{name:18} {seconds:6.3f} s   × {seconds / bare:5.1f}\n")


if __name__ == "__main__":
    main()
