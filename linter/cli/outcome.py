"""The exit code of a run."""

from __future__ import annotations

from linter.cli.exit_codes import FINDINGS, FINE, PROBLEM
from linter.gate import Gate
from linter.result import RunResult


def exit_code(result: RunResult, gate: Gate) -> int:
    """3 with problems, else 1 with a finding that fails the gate, else 0."""
    if result.problems:
        return PROBLEM
    failing = any(gate.fails(finding) for document in result.documents for finding in document.findings)
    return FINDINGS if failing else FINE
