"""The branches of each package that the suite takes, from the data that ``coverage`` has combined.

    python -m benchmarks.coverage.table [--least 95] [--missing 20]

Ends with 1 when all packages together fall below ``--least`` percent. ``--missing`` names the modules that lack most.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from coverage import Coverage

PACKAGES = ("linter", "checks", "reference", "reports")


def main() -> int:
    """Print the table; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--least", type=float, default=95)
    parser.add_argument("--missing", type=int, default=0)
    wanted = parser.parse_args()
    files = _measured()
    lines = ["| package | branches | taken | share | lines |", "|---|---|---|---|---|"]
    lines += [_row(package or "all", _sum(files, package)) for package in (*PACKAGES, "")]
    for name, summary in sorted(files.items(), key=lambda item: -item[1]["missing_branches"])[: wanted.missing]:
        lines.append(f"{summary['missing_branches']} branches, {summary['missing_lines']} lines not taken: {name}")
    sys.stdout.write("\n".join(lines) + "\n")
    total = _sum(files, "")
    return int(100 * total["covered_branches"] < wanted.least * total["num_branches"])


def _measured() -> Mapping[str, Mapping[str, Any]]:
    data = Coverage()
    data.load()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        data.json_report(outfile=str(report), ignore_errors=True)
        content = json.loads(report.read_text(encoding="utf-8"))
    return {name: file["summary"] for name, file in content["files"].items()}


def _sum(files: Mapping[str, Mapping[str, Any]], package: str) -> Counter[str]:
    total: Counter[str] = Counter()
    for name, summary in files.items():
        if Path(name).parts[0] == package or not package:
            total.update({key: value for key, value in summary.items() if isinstance(value, int)})
    return total


def _row(name: str, total: Counter[str]) -> str:
    branches, taken = total["num_branches"], total["covered_branches"]
    lines = total["covered_lines"] / max(1, total["num_statements"])
    return f"| {name} | {branches} | {taken} | {taken / max(1, branches):.1%} | {lines:.1%} |"


if __name__ == "__main__":
    sys.exit(main())
