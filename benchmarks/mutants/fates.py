"""What becomes of a mutant: it is put in place in a forked process, and cases are run until one fails."""

from __future__ import annotations

import os
import resource
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.mutants.cases import Functions, Trial
from benchmarks.mutants.mutations import Mutant
from benchmarks.mutants.patching import put_in_place

KILLED, SURVIVED, INVALID, TIMEOUT = "killed", "survived", "invalid", "timeout"
_EXITS = {0: SURVIVED, 1: KILLED, 2: INVALID}
_SECONDS = 60
_MOST = 300


def fates(
    mutants: Iterable[Mutant], trials: Functions, tests: Iterable[str], jobs: int
) -> Iterator[tuple[Mutant, str]]:
    """Each mutant with its fate, as they come in."""
    running: dict[int, Mutant] = {}
    tests = tuple(tests)
    for mutant in mutants:
        if len(running) == jobs:
            yield _awaited(running)
        chosen = _chosen(mutant, trials)
        pid = os.fork()
        if pid == 0:
            _be(mutant, chosen, tests)
        running[pid] = mutant
    while running:
        yield _awaited(running)


def _awaited(running: dict[int, Mutant]) -> tuple[Mutant, str]:
    pid, status = os.wait()
    fate = _EXITS.get(os.waitstatus_to_exitcode(status), TIMEOUT if os.WIFSIGNALED(status) else KILLED)
    return running.pop(pid), fate


def _chosen(mutant: Mutant, trials: Functions) -> tuple[Trial, ...]:
    """The cases that run through the mutated function, not too many of them."""
    at = trials.get((mutant.module, "" if mutant.module.startswith("checks.") else mutant.function))
    if at is None:  # what a class or the level of a module says concerns all of its functions
        inside = (those for (module, name), those in trials.items() if module == mutant.module)
        at = tuple({trial.name: trial for those in inside for trial in those}.values())
    return tuple(sorted(at, key=partial(_nearness, mutant), reverse=True)[:_MOST])


def _nearness(mutant: Mutant, trial: Trial) -> tuple[bool, int]:
    """Whether the trial runs the line, as no other can notice it, and how much of the module it runs."""
    lines = [line for module, line in trial.lines if module == mutant.module]
    return mutant.line in lines, len(lines)


def _be(mutant: Mutant, trials: Iterable[Trial], tests: tuple[str, ...]) -> None:
    """Be the process of a mutant: exit with its fate."""
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    try:
        compile(mutant.source, "mutant", "exec")
    except SyntaxError:
        os._exit(2)
    os._exit(1 if _is_noticed(mutant, trials) or _fails_tests(tests) else 0)


def _is_noticed(mutant: Mutant, trials: Iterable[Trial]) -> bool:
    try:
        put_in_place(mutant.module, mutant.source)
        return any(trial.fails() for trial in trials)
    except BaseException:
        return True


def _fails_tests(tests: tuple[str, ...]) -> bool:
    if not tests:
        return False
    import pytest

    return pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]) not in (0, 5)


def module_of(file: Path) -> str:
    """The name by which a file of this repository is imported."""
    return ".".join(file.with_suffix("").parts)


def loaded(modules: Iterable[str]) -> tuple[str, ...]:
    """The modules, after they were imported."""
    for name in modules:
        __import__(name)
    return tuple(name for name in modules if name in sys.modules)


Fates = Callable[[Iterable[Mutant]], Iterator[tuple[Mutant, str]]]
