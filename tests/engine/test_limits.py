"""What one article may take: code that never ends, in Python and in C, and memory without end."""

from __future__ import annotations

import os
import re
import resource
import signal
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from itertools import count

import pytest

from linter.article import Article
from linter.limits import Limits, TooSlowError, within
from linter.run import run
from linter.settings import Settings
from linter.workers import spread

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="these limits are those of Linux"),
    # The timer may ring in a callback of the garbage collector, such as Hypothesis has: dropped there, and printed.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

SHORT = Article("a.md", "# 养老保险\n\n单位按16%缴纳养老保险。\n".encode())
LONG = Article("b.md", ("# 养老保险\n\n" + "单位按16%缴纳养老保险,个人按8%缴纳。\n\n" * 2000).encode())
SOON = Limits(seconds=0.2)


def in_python() -> None:
    for _ in count():
        pass


def behind_every_exception() -> None:
    while True:
        try:
            in_python()
        except Exception:  # what a check may do
            continue


def in_a_regular_expression() -> None:
    re.fullmatch("(?:a+)+b", "a" * 64)


class Endless:
    def __del__(self) -> None:
        in_python()


def in_a_finalizer_and_after() -> None:
    """What a finalizer raises is printed, and dropped."""
    Endless()
    in_python()


@pytest.mark.parametrize("work", [in_python, in_a_finalizer_and_after, behind_every_exception, in_a_regular_expression])
def test_what_never_ends_is_ended(work):
    with pytest.raises(TooSlowError), within(SOON):
        work()


def test_what_takes_too_much_memory_is_ended():
    with pytest.raises(MemoryError), within(Limits(megabytes=50)):
        bytearray(200 << 20)
    assert len(bytearray(200 << 20)) == 200 << 20, "the limit holds for one article only"


def test_within_its_limits_nothing_happens():
    before = signal.getsignal(signal.SIGVTALRM)
    with within(SOON):
        pass
    assert signal.getsignal(signal.SIGVTALRM) == before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_over_its_time_is_a_problem_and_the_others_are_checked(jobs):
    """Memory: tests/hostile, since an old process may have enough of its own to reuse."""
    settings = Settings(date(2026, 11, 21), select=("AR101",), limits=Limits(seconds=0.05))
    run([SHORT], Settings(date(2026, 11, 21), select=("AR101",)))  # what is loaded once counts for no article
    result = run([LONG, SHORT, Article("c.md", SHORT.data)], settings, jobs=jobs)
    assert [each.document.path for each in result.documents] == ["a.md", "c.md"]
    assert [(each.path, "longer" in each.reason.en) for each in result.problems] == [("b.md", True)]


def test_code_in_c_that_listens_to_no_signal_ends_with_its_process_alone():
    assert list(spread(_endless_in_c_at_one, range(6), 2)) == [0, None, 2, 3, 4, 5]


def test_of_many_only_those_are_lost_that_killed_their_process():
    deadly = frozenset({3, 40, 41, 99})
    answers = list(spread(partial(_killed_at, deadly), range(100), 2))
    assert answers == [None if item in deadly else item for item in range(100)]


def _endless_in_c_at_one(item: int) -> int:
    with within(SOON):
        return item if item != 1 else sum(_nothing_over_and_over())


def _nothing_over_and_over() -> Iterable[int]:
    return filter(None, iter(int, 1))  # in C all the way, and no end


def _killed_at(deadly: frozenset[int], item: int) -> int:
    if item in deadly:
        os.kill(os.getpid(), signal.SIGKILL)
    return item


def test_a_thread_beside_others_limits_nobody():
    def limits() -> tuple[object, ...]:
        kinds = (resource.RLIMIT_DATA, resource.RLIMIT_CPU)
        return (*map(resource.getrlimit, kinds), signal.getitimer(signal.ITIMER_VIRTUAL)[1])

    def inside() -> tuple[object, ...]:
        with within(SOON):
            return limits()

    before = limits()
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(inside).result() == before
