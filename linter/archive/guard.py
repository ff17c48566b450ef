"""A guarded child process around a function over batches: one poisoned document costs one row, never the run."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from types import TracebackType

import pyarrow as pa

from linter.archive.guarded_child import Child, GuardError, Limits
from linter.archive.guarded_work import Fault, Kind, Work

__all__ = ["Guard", "GuardError", "Limits", "Work"]


class Guard:
    """Calls a work on batches, in a child process that may hang, bloat or die at any document.

    A document is refused that raises ("crash") or exceeds its time ("too-slow"). One that exceeds its memory
    ("too-big") or takes its child along ("died") is tried again, as the first of a fresh child, and refused when that
    fails too: it answers neither for what earlier documents left behind nor for a signal from outside.

    ``make_work`` is called once in each child; it can be pickled, as module functions and partials of them can.
    ``refused`` gives the row that stands for a refused document: it gets the batch of that one row, and the kind. A
    guard may be called from any thread, one call at a time is under way. POSIX only; memory is limited on Linux.
    """

    def __init__(
        self,
        make_work: Callable[[], Work],
        refused: Callable[[pa.RecordBatch, Kind], pa.RecordBatch],
        limits: Limits = Limits(),  # noqa: B008 - frozen
    ) -> None:
        self._make_work = make_work
        self._refused = refused
        self._limits = limits
        self._child: Child | None = None
        self._lock = Lock()

    def __call__(self, batch: pa.RecordBatch) -> pa.RecordBatch:
        """As many rows as came in, in their order. Raises ``GuardError``."""
        with self._lock:
            answers = self._examined(batch)
        return answers[0] if len(answers) == 1 else pa.concat_batches(answers)  # type: ignore[attr-defined]

    def close(self) -> None:
        """End the child. The next call starts another."""
        if self._child:
            self._child.kill()
            self._child = None

    def __enter__(self) -> Guard:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _examined(self, batch: pa.RecordBatch) -> list[pa.RecordBatch]:
        """The answers, in parts: what stands before a culprit and what stands behind it is asked for once more."""
        answers: dict[int, pa.RecordBatch] = {}
        left = [(0, batch)]
        while left:
            start, rows = left.pop()
            fresh = self._child is None
            answer = self._asked(rows)
            if not isinstance(answer, Fault):
                answers[start] = answer
                continue
            row = self._row(answer, fresh)
            culprit = answer.certain or (fresh and row == 0)
            if culprit:
                answers[start + row] = self._refused(rows[row : row + 1], answer.kind)
            behind = row + 1 if culprit else row
            parts = [(start, rows[:row]), (start + behind, rows[behind:])]
            left += [part for part in parts if part[1].num_rows]
        return [answers[start] for start in sorted(answers)]

    @staticmethod
    def _row(fault: Fault, fresh: bool) -> int:
        """The row that is to blame or to be tried first in a fresh child. Raises ``GuardError`` when it is none."""
        if fault.row is None and (fresh or fault.certain):
            raise GuardError(fault.text)
        return fault.row or 0

    def _asked(self, rows: pa.RecordBatch) -> pa.RecordBatch | Fault:
        """What the child answers. It lives on only when it can answer the next batch, too."""
        try:
            self._child = self._child or Child(self._make_work, self._limits)
            answer = self._child.ask(rows)
        except BaseException:
            self.close()
            raise
        if isinstance(answer, Fault) and answer.kind != "crash":
            self.close()
        return answer
