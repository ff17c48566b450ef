"""The guard, with real poison."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from linter.archive.guard import Guard, GuardError, Limits, Work
from linter.archive.guarded_child import Child
from tests.archive import poisons
from tests.archive.poisons import POISONS, refused, rows, shouting

ROOT = Path(__file__).parents[2]
LIMITS = Limits(seconds=1, megabytes=100)
PATIENCE = Limits(seconds=60, megabytes=100)

KINDS = {
    "raises": "crash",
    "recurses": "crash",
    "segfaults": "died",
    "aborts": "died",
    "exits": "died",
    "leaves": "died",
    "is killed": "died",
    "loops": "too-slow",
    "loops in C": "too-slow",
    "sleeps": "too-slow",
    "bloats": "too-big",
    "bloats at once": "too-big",
    "bloats in Arrow": "too-big",
}


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(shouting, refused, LIMITS) as guard:
        yield guard


def seen(guard: Guard, *words: str) -> list[str]:
    return guard(rows(list(words)))["word"].to_pylist()


def test_all_poisons_are_tried() -> None:
    assert KINDS.keys() == POISONS.keys()


def test_healthy_documents_pass(guard: Guard) -> None:
    assert seen(guard, "a", "b", "c") == ["A", "B", "C"]


@pytest.mark.parametrize(("poison", "kind"), KINDS.items())
def test_a_poisoned_document_is_refused_and_nothing_else(guard: Guard, poison: str, kind: str) -> None:
    assert seen(guard, "a", poison, "b") == ["A", f"{kind}: {poison}", "B"]
    assert seen(guard, "c") == ["C"]


@pytest.mark.parametrize("poison", ["raises", "segfaults", "loops in C", "bloats"])
def test_the_first_and_the_last_of_a_batch_may_be_poisoned(guard: Guard, poison: str) -> None:
    refusal = f"{KINDS[poison]}: {poison}"
    assert seen(guard, poison, "a", "b") == [refusal, "A", "B"]
    assert seen(guard, "a", "b", poison) == ["A", "B", refusal]
    assert seen(guard, poison) == [refusal]


def test_several_poisons_in_one_batch(guard: Guard) -> None:
    words = ["segfaults", "a", "raises", "loops in C", "b", "bloats", "c", "exits"]
    assert seen(guard, *words) == [
        "died: segfaults",
        "A",
        "crash: raises",
        "too-slow: loops in C",
        "B",
        "too-big: bloats",
        "C",
        "died: exits",
    ]


def test_nothing_but_poison(guard: Guard) -> None:
    assert seen(guard, "segfaults", "segfaults") == ["died: segfaults"] * 2
    assert seen(guard, *["raises"] * 1200) == ["crash: raises"] * 1200


def test_an_empty_batch_keeps_its_columns(guard: Guard) -> None:
    assert guard(rows([])) == rows([])


def test_slices_and_long_documents_go_through() -> None:
    long = "x" * (32 << 20)
    batch = rows(["a", "b", long, long, long, long, "c"]).slice(1)
    with Guard(shouting, refused, PATIENCE) as guard:
        assert guard(batch)["word"].to_pylist() == ["B", *[long.upper()] * 4, "C"]


def test_memory_is_that_of_one_document_not_of_the_child() -> None:
    batch = rows([str(number) for number in range(12)])
    with Guard(poisons.hoarding, refused, LIMITS) as guard:
        assert guard(batch) == batch


def test_each_thread_has_its_guard() -> None:
    words = ["a", "segfaults", "b", "loops"]

    def use() -> list[str]:
        with Guard(shouting, refused, LIMITS) as guard:
            return seen(guard, *words)

    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(use) for _ in range(2)]
    assert [each.result() for each in answers] == [["A", "died: segfaults", "B", "too-slow: loops"]] * 2


def test_a_guard_outlives_the_thread_that_began_with_it_and_is_shared(guard: Guard) -> None:
    with ThreadPoolExecutor(1) as pool:
        pool.submit(seen, guard, "a").result()
    with ThreadPoolExecutor(4) as pool:
        answers = pool.map(lambda number: seen(guard, f"a{number}", "raises", f"b{number}"), range(40))
    assert list(answers) == [[f"A{number}", "crash: raises", f"B{number}"] for number in range(40)]


def test_a_signal_from_outside_costs_no_document(tmp_path: Path) -> None:
    marks = tmp_path / "process"
    with Guard(partial(poisons.patient, str(marks)), refused, PATIENCE) as guard:
        killer = Thread(target=lambda: os.kill(_number_in(marks), signal.SIGKILL))
        killer.start()
        assert seen(guard, "a", "b") == ["A", "B"]
        assert seen(guard, "c", "wait", "d", "raises") == ["C", "WAIT", "D", "crash: raises"]
        killer.join()


def test_a_child_killed_between_batches_is_replaced() -> None:
    before = _children()
    with Guard(shouting, refused, LIMITS) as guard:
        assert seen(guard, "a") == ["A"]
        (child,) = _children() - before
        os.kill(child, signal.SIGKILL)
        _until(lambda: not _lives(child))
        assert seen(guard, "b", "c") == ["B", "C"]


@pytest.mark.parametrize("word", ["wait", "wait in C"])
def test_the_child_dies_with_its_parent(tmp_path: Path, word: str) -> None:
    marks = tmp_path / "process"
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT, str(marks), word], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    child = _number_in(marks)
    assert _lives(child)
    parent.kill()
    parent.wait()
    try:
        _until(lambda: not _lives(child))
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


def test_a_closed_guard_leaves_no_process_and_begins_anew() -> None:
    with Guard(shouting, refused, LIMITS) as guard:
        before = _children()
        assert seen(guard, "a") == ["A"]
        assert len(_children() - before) == 1
        guard.close()
        assert _children() == before
        assert seen(guard, "b") == ["B"]


@pytest.mark.parametrize(
    ("make_work", "says"),
    [
        (poisons.failing_before_any, "no such column"),
        (poisons.dying_before_any, "died before the first document"),
        (poisons.hanging_before_any, "too-slow before the first document"),
        (poisons.unloadable, "the reference is broken"),
        (poisons.dying_loader, "died while it loaded"),
    ],
)
def test_a_work_that_never_gets_to_a_document_blames_none(make_work: Callable[[], Work], says: str) -> None:
    with Guard(make_work, refused, LIMITS) as guard:
        for words in (["a", "b"], []):
            with pytest.raises(GuardError, match=says):
                guard(rows(words))


def test_what_cannot_be_sent_is_said_before_a_process_starts() -> None:
    with (
        Guard(lambda: lambda batch, at: batch, refused, LIMITS) as guard,
        pytest.raises((pickle.PicklingError, AttributeError)),
    ):
        guard(rows(["a"]))


def test_an_interrupted_call_does_not_answer_the_next(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(child: Child) -> bool:
        raise KeyboardInterrupt

    with monkeypatch.context() as context:
        context.setattr(Child, "_answers", interrupted)
        with pytest.raises(KeyboardInterrupt):
            seen(guard, "a")
    assert seen(guard, "b") == ["B"]


_PARENT = """
import sys
from functools import partial
from linter.archive.guarded_child import Child
from linter.archive.guard import Guard, Limits
from tests.archive import poisons
Guard(partial(poisons.patient, sys.argv[1]), poisons.refused, Limits(60))(poisons.rows(["a", sys.argv[2]]))
"""


def _children() -> set[int]:
    return {int(each) for task in Path("/proc/self/task").iterdir() for each in (task / "children").read_text().split()}


def _number_in(marks: Path) -> int:
    _until(marks.exists)
    return int(marks.read_text())


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _until(so: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not so():
        assert time.monotonic() < end
        time.sleep(0.01)
